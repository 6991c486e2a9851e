import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readKept, worseRows } from '../bench/locks/kept';
import { rowOf, type Row, type Way } from '../bench/locks/row';
import { runOnce } from '../bench/locks/run-once';
import { Session } from '../bench/locks/session';
import { TECHNIQUES } from '../pages/locks/index';
import { serveLocks, type LockServer } from '../pages/locks/serve';
import type { BrowserKind } from '../rig/browser-rig';
import { distFolder } from '../rig/dist';
import { ensureWindowTools } from '../rig/ensure-browsers';
import { BROWSERS } from './scene';

/**
 * A few rows of docs/locks.md, one of each kind, and the way each is closed here; `npm run locks` runs them all. In
 * Firefox the first dialog stays behind the warning: no loop comes that would be closed by itself.
 */
const sampleOf = (kind: BrowserKind): Record<string, Way> => ({
  'alert-load': kind === 'chromium' ? 'itself' : 'warning',
  'hook-removal': 'toolbar',
  'beforeunload-listener': 'key',
  'kit-click': 'itself',
  'busy-click': 'warning',
});
const KEPT = readKept().rows;
let serial = 0;

describe.each(BROWSERS)('a handful of the locks in %s', (kind) => {
  let session: Session;
  let server: LockServer;
  beforeAll(async () => {
    await ensureWindowTools();
    server = await serveLocks(TECHNIQUES);
    session = await Session.open(kind, distFolder(kind === 'chromium' ? 'chrome' : 'firefox'), false);
  });
  afterAll(async () => {
    await session?.close();
    server?.close();
  });

  it.each(['key', 'toolbar', 'warning'] as const)('the worker asleep: the %s still closes', async (way) => {
    const technique = TECHNIQUES.find((one) => one.id === 'beforeunload-listener');
    if (!technique) throw new Error('The technique is gone.');
    const run = `s${(serial += 1)}`;
    const outcome = await runOnce({ session, server, technique, run, asleep: true }, way, false);
    expect(outcome).toMatchObject({
      trouble: '',
      noticed: true,
      asleep: true,
      real: true,
      windowLost: false,
    });
    expect(outcome.closedMs).not.toBeNull();
    expect(outcome.left, 'nothing is left, and it was silent').toMatchObject({ tabLeft: false, muted: true });
  });

  it.each(Object.entries(sampleOf(kind)))(
    '%s, closed by the %s: no worse than docs/locks.md',
    async (id, way) => {
      const technique = TECHNIQUES.find((one) => one.id === id);
      if (!technique) throw new Error(`There is no technique ${id}.`);
      const kept = KEPT.find((row) => row.technique === id && row.browser === kind);
      expect(kept, 'docs/locks.md has the row').toBeDefined();
      const outcome = await runOnce({ session, server, technique, run: `e${(serial += 1)}` }, way, false);
      expect(outcome.trouble).toBe('');
      const traps = way === 'itself' && technique.traps === true;
      const found = rowOf(id, kind, { traps, loop: technique.loop ?? false }, [outcome]);
      // Only what this one way can tell is compared.
      const row: Row =
        way === 'itself'
          ? { ...found, runs: 1, build: '', oneClick: true }
          : { ...found, runs: 1, build: '', byItself: kept?.byItself ?? null };
      expect(worseRows([row], kept ? [kept] : [])).toEqual([]);
    },
  );
});
