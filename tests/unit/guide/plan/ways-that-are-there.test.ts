import { describe, expect, it } from 'vitest';
import { NO_ANSWERS, settle, type Happening } from '../../../../src/ui/guide/plan/answers';
import { COMPUTERS, PHONES, WINDOWS } from '../../../../src/ui/guide/plan/device';
import { buildPlan, type Situation } from '../../../../src/ui/guide/plan/plan';
import { situation } from './situation';

function lines(id: string, happened: Happening[], change: Partial<Situation> = {}): string[] {
  const plan = buildPlan({ ...situation, ...change, answers: settle({ ...NO_ANSWERS, happened }) });
  return plan.find((step) => step.id === id)?.how.map(({ key }) => key) ?? [];
}

describe('a page that is still open', () => {
  it.each(COMPUTERS)('can be closed without Sangfroid, which another device may lack: %s', (system) => {
    for (const ourKeys of [undefined, [], ['alt', 'F9']])
      expect(lines('close-page', ['saw'], { system, ourKeys })).toContain('step.close-page.cross');
  });

  it.each(PHONES)('has no tab with a cross on a phone: %s', (system) => {
    expect(lines('close-page', ['saw'], { system })).not.toContain('step.close-page.cross');
  });
});

describe('the scan after a connection', () => {
  it.each(WINDOWS)('names the way with another antivirus, and what holds where it fails: %s', (system) => {
    const told = lines('full-scan', ['remote'], { system });
    expect(told).toContain('step.full-scan.other-antivirus');
    expect(told.at(-1)).toBe('step.full-scan.fails');
  });

  it('tells nobody to leave the internet off who was not connected to', () => {
    expect(lines('full-scan', ['stuck'])).not.toContain('step.full-scan.fails');
  });
});

it('a helpdesk decides what is removed and reset', () => {
  const told = lines('helpdesk', ['remote'], { canCallHelpdesk: true });
  expect(told).toContain('step.helpdesk.theirs');
});

it.each(COMPUTERS)(
  'nobody is sent back to a guide, or to a journal, that is on another device: %s',
  (system) => {
    const happened: Happening[] = ['called', 'stuck', 'remote', 'paid'];
    const told = (elsewhere: boolean) => {
      const answers = settle({ ...NO_ANSWERS, happened });
      const plan = buildPlan({ ...situation, system, answers, elsewhere });
      return plan
        .flatMap(({ how }) => how.map(({ key }) => key))
        .filter((key) => /come-back|proof.journal/.test(key));
    };
    expect(told(true)).toEqual([]);
    expect(told(false)).toContain('step.restart-check.come-back');
    expect(told(false)).toContain('step.keep-proof.journal');
  },
);

it('the browser of an iPhone is not that of the computer on which the guide is open', () => {
  const answers = settle({ ...NO_ANSWERS, happened: ['stuck'] });
  const named = (system: 'iphone' | 'android') =>
    new Set(
      buildPlan({ ...situation, system, browser: 'firefox', answers }).map(({ values }) => values.browser),
    );
  expect(named('iphone')).toEqual(new Set(['Safari']));
  expect(named('android')).toEqual(new Set(['Firefox']));
});
