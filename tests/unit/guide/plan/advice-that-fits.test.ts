import { describe, expect, it } from 'vitest';
import { settle, NO_ANSWERS, type Answers } from '../../../../src/ui/guide/plan/answers';
import { COMPUTERS, SYSTEMS } from '../../../../src/ui/guide/plan/device';
import { buildPlan, type PlanStep, type Situation } from '../../../../src/ui/guide/plan/plan';
import { standing } from '../../../../src/ui/guide/plan/progress';
import { situation } from './situation';

function planOf(answers: Partial<Answers>, change: Partial<Situation> = {}): PlanStep[] {
  return buildPlan({ ...situation, ...change, answers: settle({ ...NO_ANSWERS, ...answers }) });
}

const ids = (answers: Partial<Answers>, change: Partial<Situation> = {}): string[] =>
  planOf(answers, change).map(({ id }) => id);

function keys(id: string, answers: Partial<Answers>, change: Partial<Situation> = {}): string[] {
  const step = planOf(answers, change).find((one) => one.id === id);
  return step?.how.map(({ key }) => key) ?? [];
}

describe('the page is still there', () => {
  it('our keys and our button do nothing over the guide: the page is brought to the front before', () => {
    let checked = 0;
    for (const [id, happened] of [
      ['close-page', 'saw'],
      ['our-key', 'stuck'],
      ['our-button', 'stuck'],
    ] as const)
      for (const ourKeys of [['alt', 'F9'], []]) {
        const told = keys(id, { happened: [happened] }, { ourKeys });
        const ours = told.findIndex((key) => /\.(?:keys?|button-only|click)$/.test(key));
        if (ours === -1) continue;
        checked += 1;
        expect(told[ours - 1]).toBe(`step.${id}.front`);
      }
    expect(checked, 'not the key where there is none').toBe(4);
  });

  it.each(COMPUTERS)(
    'Esc and Ctrl+W reach only what is in front, and would close this guide: %s',
    (system) => {
      for (const id of ['hold-esc', 'close-keys'])
        expect(keys(id, { happened: ['stuck'] }, { system })[0]).toBe(`step.${id}.front`);
    },
  );

  it('a page that does not close when it was only seen leads to the ways out, and these then come next', () => {
    const marks = { 'close-page': 'failed' } as const;
    for (const one of ['saw', 'called'] as const) {
      expect(keys('close-page', { happened: [one] }).at(-1)).toBe('step.close-page.stuck');
      const plan = buildPlan({
        ...situation,
        answers: settle({ happened: [one, 'stuck'], means: [], secrets: [] }),
      });
      const { current } = standing(
        plan.filter(({ id }) => id !== 'hang-up'),
        marks,
      );
      expect(current?.id).toBe('hold-esc');
    }
  });

  it('called, and the page with the number still stands there: it is closed, after hanging up', () => {
    expect(ids({ happened: ['called'] }).slice(0, 2)).toEqual(['hang-up', 'close-page']);
    expect(ids({ happened: ['called'] }, { closed: true })).not.toContain('close-page');
  });
});

describe('advice that this device and this person can follow', () => {
  it('remote: whoever deals with money in an app or on a site is told to use another device for it', () => {
    const paid = { happened: ['remote', 'paid'], means: [], secrets: [] } as const;
    for (const id of ['block-card', 'recall-transfer', 'gift-card', 'crypto', 'stop-payments']) {
      expect(keys(id, paid)[0]).toBe(`step.${id}.device`);
      expect(keys(id, { ...paid, happened: ['paid'] })).not.toContain(`step.${id}.device`);
    }
  });

  it.each(SYSTEMS)('speaks of a scan only where it was asked for: %s', (system) => {
    const remote = { happened: ['remote'] } as const;
    const scanned = ids(remote, { system }).includes('full-scan');
    const told = keys('safest', remote, { system });
    expect(told.includes('step.safest.minimum')).toBe(scanned);
    expect(told.includes('step.safest.minimum-no-scan')).toBe(!scanned);
  });

  it.each(SYSTEMS)('has programs sorted by date only where their list can be: %s', (system) => {
    const told = keys('remove-others', { happened: ['remote'] }, { system });
    const sorts = system === 'macos' || system.startsWith('windows');
    expect(told[0]).toBe(`step.remove-others.${sorts ? 'date' : 'apps'}`);
    expect(told).not.toContain(`step.remove-others.${sorts ? 'apps' : 'date'}`);
  });
});

/** Steps after which this guide may be closed: they end the browser or the computer. */
const CLOSES = [
  'hang-up',
  'close-keys',
  'force-quit',
  'restart',
  'power-button',
  'site-data',
  'safe-mode',
  'restart-check',
];

describe('a Mac that is restarted', () => {
  it('asks at once whether to open the windows again: that is told there, not after', () => {
    const told = keys('restart', { happened: ['stuck'] }, { system: 'macos' });
    expect(told.slice(0, 2)).toEqual(['step.restart.macos', 'step.restart.macos-box']);
    expect(keys('restart', { happened: ['stuck'] })).not.toContain('step.restart.macos-box');
  });
});

describe('who cannot telephone', () => {
  it('has another way to the bank, with or without a phone that was touched', () => {
    for (const one of ['remote', 'paid', 'secrets'] as const)
      expect(keys('bank-today', { happened: [one] })).toContain('step.bank-today.no-phone');
  });
});

describe('an address that is copied into the tab of the guide takes its place', () => {
  it.each(['saw', 'stuck'] as const)('where that is asked for, the way back is told: %s', (one) => {
    let checked = 0;
    for (const browser of ['chrome', 'edge', 'firefox'] as const)
      for (const step of planOf({ happened: [one] }, { browser })) {
        const replaces = step.how.some(({ copy }) => /^(?:chrome|edge):/.test(copy ?? ''));
        if (!replaces) continue;
        checked += 1;
        expect(step.how.map(({ key }) => key)).toContain(`step.${step.id}.come-back`);
      }
    expect(checked).toBeGreaterThan(0);
  });
});

describe('a step that closes the guide', () => {
  it.each([...CLOSES, 'reset-browser'])('says how to come back to it: %s', (id) => {
    const told = keys(id, { happened: ['stuck', 'remote'] });
    expect(told).toContain(`step.${id}.come-back`);
    expect(keys(id, { happened: ['stuck', 'remote'] }, { system: 'iphone' })).not.toContain(
      `step.${id}.come-back`,
    );
  });

  it('does not promise it where Sangfroid goes with it', () => {
    expect(keys('reset-browser', { happened: ['stuck'] }, { browser: 'firefox' })).not.toContain(
      'step.reset-browser.come-back',
    );
  });
});
