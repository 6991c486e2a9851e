// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { SavedGuide } from '../../../../src/ui/guide/plan/progress-store';
import { settled } from '../../browser-with-storage';
import { openPage } from '../../ui/open-page';

vi.stubGlobal('scrollTo', vi.fn());

const PAID = { answers: { happened: ['paid'], means: ['card'], secrets: [] }, marks: { 'hang-up': 'done' } };

/** The guide in one tab; `elsewhere`: what another tab of it, or the settings, store. */
async function open(hash = '', saved?: object) {
  window.history.replaceState(null, '', `/${hash}`);
  const page = openPage();
  Object.assign(page.fake.storage.local.items, { settings: { version: 1 }, guideProgress: saved });
  await import('../../../../src/ui/guide/guide');
  await page.drawn('#heading');
  await settled();
  const { local } = page.fake.storage;
  const tick = (id: string) => {
    page.part(id).focus();
    page.part(id).click();
  };
  const isTicked = (id: string) => page.part<HTMLInputElement>(id).checked;
  const heading = () => page.main.querySelector('#heading')?.textContent;
  const stored = () => local.items.guideProgress as SavedGuide;
  const elsewhere = (items: object) => local.set({ ...items });
  return { ...page, tick, isTicked, heading, stored, elsewhere };
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await open()), 60_000);

describe('the question in one tab, answered in another', () => {
  it('is ticked here too, and beginning here takes nothing of it away', async () => {
    const { tick, isTicked, part, stored, elsewhere, until } = await open();
    await elsewhere({ guideProgress: { ...PAID, at: Date.now() } });
    await until(() => expect(isTicked('#happened-paid')).toBe(true));
    tick('#happened-called');
    part('[type=submit]').click();
    await until(() => expect(stored().answers.happened).toEqual(['called', 'paid']));
    expect(stored()).toMatchObject({ answers: { means: ['card'] }, marks: { 'hang-up': 'done' } });
  });

  it('joins what is ticked and not begun, and the keyboard stays on its box', async () => {
    const { tick, isTicked, part, stored, elsewhere, until } = await open();
    tick('#happened-called');
    await elsewhere({ guideProgress: { ...PAID, at: Date.now() } });
    await until(() => expect(isTicked('#happened-paid')).toBe(true));
    expect([isTicked('#happened-called'), isTicked('#means-card')]).toEqual([true, true]);
    expect(document.activeElement).toBe(part('#happened-called'));
    part('[type=submit]').click();
    await until(() => expect(stored().answers.happened).toEqual(['called', 'paid']));
  });

  it('what was taken back here is not ticked again for a step done there', async () => {
    const { tick, isTicked, main, elsewhere, until } = await open('#change', { ...PAID, at: 1 });
    tick('#happened-paid');
    const marks = { 'hang-up': 'done', 'bank-today': 'done' };
    const before = main.querySelector('#heading');
    await elsewhere({ guideProgress: { ...PAID, marks, at: Date.now() } });
    await until(() => expect(main.querySelector('#heading')).not.toBe(before));
    expect(isTicked('#happened-paid')).toBe(false);
  });
});

it('"Start again" on the first screen leaves the keyboard on its heading', async () => {
  const { part, main, until } = await open('#start', { ...PAID, at: Date.now() });
  part('#start-again').click();
  part('#start-again-yes').focus();
  part('#start-again-yes').click();
  await until(() => expect(main.querySelector('#start-again')).toBeNull());
  await until(() => expect(document.activeElement?.id).toBe('heading'));
});

describe('settings that change while the guide is open', () => {
  const person = { settings: { version: 1, trustedPerson: { name: 'Julie', phone: '555-0100' } } };

  it.each(['#start', '#plan', '#help', '#tell'])('%s shows the person to call', async (hash) => {
    const { main, elsewhere, until } = await open(hash, { ...PAID, at: Date.now() });
    expect(main.textContent).not.toContain('Julie');
    await elsewhere(person);
    await until(() => expect(main.textContent).toContain('Julie'));
  });

  it('the keyboard stays where it is, and nothing is drawn anew for what is not shown', async () => {
    const { part, main, elsewhere, until } = await open('#plan', { ...PAID, at: Date.now() });
    part('#later').focus();
    await elsewhere(person);
    await until(() => expect(main.textContent).toContain('Julie'));
    expect(document.activeElement).toBe(part('#later'));
    await elsewhere({ settings: { ...person.settings, keepDays: 7 } });
    const before = part('#heading');
    await settled();
    expect(part('#heading')).toBe(before);
  });
});

describe('where nothing can be stored', () => {
  const NOT_STORED = 'Your browser could not save this.';

  it('the steps go on, and it is seen on each, and said once', async () => {
    const { fake, part, main, heading, until } = await open('#plan', { ...PAID, marks: {}, at: Date.now() });
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    fake.storage.local.failure = new Error('The disk is full.');
    part('#done').click();
    await until(() => expect(main.textContent).toContain(NOT_STORED));
    const second = heading();
    part('#done').click();
    await until(() => expect(heading()).not.toBe(second));
    expect(main.textContent?.split(NOT_STORED).length).toBe(2);
    expect(main.querySelector('[role=alert]')).toBeNull();
    fake.storage.local.failure = null;
    part('#done').click();
    await until(() => expect(main.textContent).not.toContain(NOT_STORED));
  });

  it('nothing is said of it before anybody has pressed', async () => {
    const { fake, main } = await open('#start');
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    fake.storage.local.failure = new Error('The disk is full.');
    await settled();
    expect(main.textContent).not.toContain(NOT_STORED);
  });
});

it.each(['#help', '#bank', '#letter', '#tools', '#how', '#repair', '#tell'])(
  'the window is called after the screen: %s',
  async (hash) => {
    const { heading } = await open(hash);
    expect(document.title).toBe(`${heading()} · Sangfroid`);
    expect(heading()).not.toBe('Stay calm');
  },
);

it('what is written in the letter keeps the keyboard over a new drawing', async () => {
  const { part, elsewhere, until } = await open('#letter');
  part('#paid-amount').focus();
  const before = part('#heading');
  expect(part('#paid-name').getAttribute('autocomplete')).toBe('name');
  await elsewhere({ settings: { version: 1, language: 'fr' } });
  await until(() => expect(part('#heading')).not.toBe(before));
  await until(() => expect(document.activeElement).toBe(part('#paid-amount')));
});
