import { describe, expect, it } from 'vitest';
import steps from '../../../../src/texts/en/guide-steps.json';
import { NO_ANSWERS, settle, type Answers } from '../../../../src/ui/guide/plan/answers';
import { buildPlan, type Situation } from '../../../../src/ui/guide/plan/plan';
import { situation } from './situation';

function ids(answers: Partial<Answers>, change: Partial<Situation> = {}): string[] {
  return buildPlan({ ...situation, ...change, answers: { ...NO_ANSWERS, ...answers } }).map(
    (step) => step.id,
  );
}

function keys(id: string, answers: Partial<Answers>, change: Partial<Situation> = {}): string[] {
  const plan = buildPlan({ ...situation, ...change, answers: { ...NO_ANSWERS, ...answers } });
  return plan.find((step) => step.id === id)?.how.map((line) => line.key) ?? [];
}

describe('steps for a telephone', () => {
  it.each(['android', 'iphone'] as const)('look for no button of ours there: %s', (system) => {
    const plan = buildPlan({
      ...situation,
      system,
      answers: { ...NO_ANSWERS, happened: ['stuck', 'remote', 'paid', 'secrets'] },
    });
    const lines = plan.flatMap(({ how }) => how.map(({ key }) => key));
    const ours = lines.filter((key) => steps[key as keyof typeof steps].includes('the Sangfroid button'));
    expect(ours).toEqual([]);
  });

  it.each(['android', 'iphone'] as const)('cut its own connection too, not only the Wi-Fi: %s', (system) => {
    const told = (id: string) => keys(id, { happened: ['stuck', 'remote'] }, { system });
    for (const id of ['hang-up', 'disconnect', 'reopen-offline'])
      expect(
        told(id)
          .map((key) => steps[key as keyof typeof steps])
          .join(' '),
      ).toMatch(/airplane mode/);
    expect(told('hang-up')).not.toContain('step.hang-up.mouse');
    expect(told('reopen-offline')).not.toContain('step.reopen-offline.cut');
  });
});

describe('the six answers', () => {
  it('saw it: close the page, light checks, tell someone', () => {
    expect(ids({ happened: ['saw'] })).toEqual([
      'close-page',
      'notifications',
      'updates',
      'block-ads',
      'tell-someone',
    ]);
  });

  it('saw it and it is closed already: nothing to close', () => {
    expect(ids({ happened: ['saw'] }, { closed: true })).not.toContain('close-page');
  });

  it('stuck: holding Esc comes first', () => {
    expect(ids({ happened: ['stuck'] })[0]).toBe('hold-esc');
    expect(ids({ happened: ['stuck'] }, { system: 'iphone' })[0]).toBe('swipe-away');
  });

  it('stuck: the ways out in the measured order', () => {
    expect(ids({ happened: ['stuck'] }).slice(0, 6)).toEqual([
      'hold-esc',
      'our-key',
      'close-keys',
      'force-quit',
      'restart',
      'power-button',
    ]);
  });

  it('stuck and still there, on Windows: the site, the browser, a scan and updates, then safe mode', () => {
    expect(ids({ happened: ['stuck'] }).slice(8)).toEqual([
      'site-data',
      'notifications',
      'reset-browser',
      'full-scan',
      'updates',
      'safe-mode',
      'block-ads',
      'tell-someone',
    ]);
  });

  it('stuck: our keys as they are set here, our button where none are, the shipped ones for another device', () => {
    const step = (id: string, ourKeys?: string[]) =>
      buildPlan({ ...situation, ourKeys, answers: { ...NO_ANSWERS, happened: ['stuck'] } }).find(
        (one) => one.id === id,
      );
    expect(step('our-key', ['ctrl', 'F9'])?.how[1]?.keys).toEqual(['ctrl', 'F9']);
    expect(step('our-key')?.how[1]?.keys).toEqual(['alt', 'shift', 'Q']);
    expect(step('our-button', ['ctrl', 'F9'])).toBeUndefined();
    expect(step('our-key', [])).toBeUndefined();
    expect(step('our-button', [])?.how).toHaveLength(3);
  });

  it('saw it: tells to press our keys only where some are set', () => {
    const lines = (ourKeys: string[]) => keys('close-page', { happened: ['saw'] }, { ourKeys });
    expect(lines(['alt', 'F9'])).toContain('step.close-page.key');
    expect(lines([]).slice(0, 3)).toEqual(
      ['nothing-inside', 'front', 'button-only'].map((line) => `step.close-page.${line}`),
    );
  });

  it('saw it on a telephone: the list of tabs, then the whole browser, and no button of ours', () => {
    const lines = (system: 'android' | 'iphone') => keys('close-page', { happened: ['saw'] }, { system });
    const step = 'step.close-page';
    const end = [`${step}.enough`, `${step}.stuck`];
    expect(lines('android')).toEqual([`${step}.nothing-inside`, `${step}.tabs`, `${step}.android`, ...end]);
    expect(lines('iphone').slice(1)).toEqual([
      `${step}.tabs`,
      `${step}.iphone`,
      `${step}.iphone-home`,
      ...end,
    ]);
  });

  it('called only: no cleaning and no bank', () => {
    const plan = ids({ happened: ['called'] });
    expect(plan[0]).toBe('hang-up');
    expect(plan).not.toContain('bank-today');
    expect(plan).not.toContain('remove-tool');
  });

  it('remote: bank today, disconnect, remove the tool, passwords, in this order', () => {
    const wanted = ['hang-up', 'bank-today', 'disconnect', 'keep-proof', 'remove-tool', 'passwords'];
    expect(ids({ happened: ['remote'] }).filter((id) => wanted.includes(id))).toEqual(wanted);
  });

  it('paid by means told: only the steps for these', () => {
    const plan = ids({ happened: ['paid'], means: ['gift-card'] });
    expect(plan).toContain('gift-card');
    expect(plan).not.toContain('block-card');
    expect(plan).not.toContain('recall-transfer');
  });

  it.each(['gift-card', 'cash'] as const)(
    'paid by %s alone: a bank can stop nothing, and is no detour',
    (means) => {
      const plan = ids({ happened: ['paid'], means: [means] });
      expect(plan.slice(0, 2)).toEqual(['hang-up', means]);
      expect(plan).not.toContain('letter');
      expect(ids({ happened: ['paid'], means: [means, 'card'] })).toEqual(
        expect.arrayContaining(['bank-today', 'letter']),
      );
    },
  );

  it('more than looked: the page is closed all the same, and its notifications are stopped', () => {
    for (const one of ['called', 'remote', 'paid', 'secrets'] as const)
      expect(ids({ happened: [one] })).toEqual(expect.arrayContaining(['close-page', 'notifications']));
  });

  it('passwords given to somebody who was never on the device: they are changed on it, now', () => {
    const lines = (happened: ('secrets' | 'remote')[]) =>
      keys('passwords', { happened, secrets: ['passwords'] });
    expect(lines(['secrets'])[0]).toBe('step.passwords.here');
    expect(lines(['secrets', 'remote'])[0]).toBe('step.passwords.device');
  });

  it('on their computer: the new installation comes after the letter and the police', () => {
    const plan = ids({ happened: ['remote', 'paid'] });
    for (const before of ['letter', 'complaint'])
      expect(plan.indexOf(before)).toBeLessThan(plan.indexOf('safest'));
  });

  it('paid without telling how: every means', () => {
    expect(ids({ happened: ['paid'] })).toEqual(
      expect.arrayContaining([
        'block-card',
        'recall-transfer',
        'gift-card',
        'crypto',
        'cash',
        'stop-payments',
      ]),
    );
  });

  it('paid: asks first whether they were on the computer too, unless that is told', () => {
    const line = 'step.hang-up.on-computer';
    expect(ids({ happened: ['paid'] })[0]).toBe('hang-up');
    expect(keys('hang-up', { happened: ['paid'] })).toContain(line);
    expect(keys('hang-up', { happened: ['remote', 'paid'] })).not.toContain(line);
    expect(keys('hang-up', { happened: ['called'] })).not.toContain(line);
  });

  it('identity given: the papers, not the card', () => {
    const plan = ids({ happened: ['secrets'], secrets: ['identity'] });
    expect(plan).toContain('identity');
    expect(plan).not.toContain('block-card');
    expect(plan).not.toContain('passwords');
  });

  it('a helpdesk comes first where there is one, right after hanging up where somebody called', () => {
    for (const seen of ['saw', 'stuck'] as const)
      expect(ids({ happened: [seen] }, { canCallHelpdesk: true })[0]).toBe('helpdesk');
    for (const spoken of ['called', 'remote', 'paid', 'secrets'] as const)
      expect(ids({ happened: [spoken] }, { canCallHelpdesk: true }).slice(0, 2)).toEqual([
        'hang-up',
        'helpdesk',
      ]);
    expect(ids({}, { canCallHelpdesk: true })).toEqual([]);
  });
});

describe('how, by system, browser and country', () => {
  it('says where End task is in Windows 10 and 11', () => {
    expect(keys('force-quit', { happened: ['stuck'] })).toContain('step.force-quit.end-11');
    expect(keys('force-quit', { happened: ['stuck'] }, { system: 'windows-10' })).toContain(
      'step.force-quit.end-10',
    );
  });

  it('shows an address only where the browser has it', () => {
    const plan = buildPlan({ ...situation, answers: { ...NO_ANSWERS, happened: ['saw'] }, browser: 'edge' });
    const copies = plan.flatMap((step) => step.how.map((line) => line.copy)).filter(Boolean);
    expect(copies).toEqual(['edge://settings/content/notifications']);
  });

  it('leads from a transfer and from cash to the list with their numbers', () => {
    const plan = buildPlan({ ...situation, answers: { ...NO_ANSWERS, happened: ['paid'] } });
    for (const id of ['recall-transfer', 'cash'])
      expect(plan.find((step) => step.id === id)?.links).toContain('help');
  });

  it('tells of the 13 months only in France', () => {
    expect(keys('watch-accounts', { happened: ['paid'] })).toContain('step.watch-accounts.france');
    expect(keys('watch-accounts', { happened: ['paid'] }, { country: 'DE' })).not.toContain(
      'step.watch-accounts.france',
    );
  });
});

describe('settle', () => {
  it('drops "only saw" beside anything else, and details without their answer', () => {
    expect(settle({ happened: ['paid', 'saw'], means: ['cash'], secrets: ['card'] })).toEqual({
      happened: ['paid'],
      means: ['cash'],
      secrets: [],
    });
  });
});
