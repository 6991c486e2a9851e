import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Seen } from '../../bench/bench/closing-watch';
import { addTimes, telling, TRAPS } from '../../bench/bench/run-closing';
import { ACTED, CLOSED, timeName } from '../../bench/bench/targets';
import { ROOT } from '../../rig/dist';

const SEEN: Seen = {
  opened: 0, acted: 1_000, visible: null, noticed: 1_300, decided: 1_350, warned: null, pressed: null, gone: 1_400,
}; // prettier-ignore

it('a trap is timed from its own act, which comes before a sleeping worker has started', () => {
  const timesOf = (seen: Seen) => {
    const times: Record<string, number[]> = {};
    addTimes(times, seen, { asleep: true, presses: false });
    return [ACTED, CLOSED].map((what) => times[timeName(what, true)]?.[0]);
  };
  expect(timesOf(SEEN)).toEqual([400, 50]);
  expect(timesOf({ ...SEEN, acted: null })).toEqual([NaN, 50]);
  expect(timesOf({ ...SEEN, pressed: 1_390 }), 'not closed by itself').toEqual([NaN, NaN]);
});

it.each(Object.values(TRAPS))('%s tells when its dialogs begin, before the first one', (file) => {
  const page = telling(`/${file}`, readFileSync(join(ROOT, 'tests/pages/e2e', file), 'utf8'));
  expect(page).toMatch(/sendBeacon\('\/acted\?at=[^\n]*for \(let round = 0; [^\n]*\n\s*alert\(/);
});
