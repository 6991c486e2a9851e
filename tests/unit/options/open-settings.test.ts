// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import { settled } from '../browser-with-storage';
import { openPage } from '../ui/open-page';
import { open } from './settings-page';

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await open()), 60_000);

describe('the settings page while it is open', () => {
  it('locks what a new policy locks, and leaves the keyboard where it was', async () => {
    const { fake, part, until } = await open();
    part('#closeByItself').focus();
    await fake.storage.managed.set({ lockedSettings: ['screenshots'] });
    await until(() => expect(part<HTMLInputElement>('#screenshots').disabled).toBe(true));
    await until(() => expect(document.activeElement?.id).toBe('closeByItself'));
  });

  it('waits with that until the person has written to the end', async () => {
    const { fake, part, stored, until } = await open();
    const name = part<HTMLInputElement>('#person-name');
    name.focus();
    name.value = 'Ann';
    await fake.storage.managed.set({ lockedSettings: ['screenshots'] });
    await settled();
    await settled();
    expect(part('#person-name'), 'the very field').toBe(name);
    name.dispatchEvent(new Event('change'));
    part('#person-phone').focus();
    await until(() => expect(part<HTMLInputElement>('#screenshots').disabled).toBe(true));
    expect(stored().trustedPerson).toEqual({ name: 'Ann', phone: '' });
    expect(part<HTMLInputElement>('#person-name').value).toBe('Ann');
    await until(() => expect(document.activeElement?.id).toBe('person-phone'));
  });

  it('is not drawn anew for a value alone: it may be in use', async () => {
    const { fake, part } = await open();
    const box = part('#screenshots');
    await fake.storage.local.set({ settings: { version: 1, keepDays: 7 } });
    await settled();
    expect(part('#screenshots')).toBe(box);
  });

  it('shows what has been changed elsewhere, and leaves alone what somebody writes in', async () => {
    const { fake, part, until } = await open();
    const value = (selector: string): string => part<HTMLInputElement>(selector).value;
    part('#person-name').focus();
    part<HTMLInputElement>('#person-name').value = 'An';
    await fake.storage.local.set({
      settings: {
        version: 1,
        screenshots: false,
        sensitivity: 'strict',
        keepDays: 7,
        country: 'FR',
        trustedPerson: { name: 'Bea', phone: '555-0100' },
      },
    });
    await until(() => expect(part<HTMLInputElement>('#screenshots').checked).toBe(false));
    expect(part<HTMLInputElement>('#sensitivity-strict').checked).toBe(true);
    expect([value('#keepDays'), value('#country'), value('#person-phone')]).toEqual(['7', 'FR', '555-0100']);
    expect([value('#person-name'), document.activeElement?.id]).toEqual(['An', 'person-name']);
  });

  it('is drawn anew for a value that its list does not offer', async () => {
    const { fake, part, until } = await open();
    await fake.storage.local.set({ settings: { version: 1, guardHours: 5 } });
    await until(() => expect(part<HTMLSelectElement>('#guardHours').value).toBe('5'));
  });

  it('says "Saved" only where it is so', async () => {
    const { fake, part, stored, enter, spoken, until } = await open();
    fake.storage.managed.items = { lockedSettings: ['all'] }; // not told of yet
    part<HTMLInputElement>('#screenshots').click();
    await until(() => expect(part<HTMLInputElement>('#screenshots').checked, 'as it is in force').toBe(true));
    await until(() => expect(spoken()).toBe('Your organisation has set this.'));
    expect(stored()).toEqual({ version: 1 });
    fake.storage.managed.items = {};
    await enter('#keepDays', '30');
    await until(() => expect(spoken()).toBe('Saved.'));
  });
});

describe('the person to call', () => {
  it.each([
    ['settings', () => import('../../../src/ui/options/options')],
    ['welcome', () => import('../../../src/ui/welcome/welcome')],
  ])('is stored by the line that was changed: %s', async (_page, start) => {
    location.hash = '#3';
    const { fake, drawn, enter } = openPage();
    fake.storage.local.items = { settings: { version: 1, trustedPerson: { name: 'An', phone: '' } } };
    await start();
    await drawn('#person-name');
    const elsewhere = { version: 1, trustedPerson: { name: 'An', phone: '555-0100' } };
    await fake.storage.local.set({ settings: elsewhere });
    await enter('#person-name', 'Ann');
    const trustedPerson = { name: 'Ann', phone: '555-0100' };
    expect(fake.storage.local.items.settings).toEqual({ version: 1, trustedPerson });
  });

  it.each([
    ['#person-name', ' Ann ', { name: 'Ann', phone: '' }],
    ['#person-phone', '555-0134', { name: '', phone: '555-0134' }],
  ])('is kept while it is typed: Ctrl+W leaves no field: %s', async (line, typed, trustedPerson) => {
    const { part, stored, spoken, enter } = await open();
    const field = part<HTMLInputElement>(line);
    field.focus();
    field.value = typed;
    field.dispatchEvent(new Event('input'));
    await settled();
    expect(stored()).toEqual({ version: 1, trustedPerson });
    expect([part(line), field.value], 'the very field, as it is written').toEqual([field, typed]);
    expect(spoken(), 'not at every letter').toBe('');
    await enter(line, typed);
    expect(spoken()).toBe('Saved.');
  });

  it.each([
    ['settings', () => import('../../../src/ui/options/options')],
    ['welcome', () => import('../../../src/ui/welcome/welcome')],
  ])(
    'stays in its field where it could not be kept; the page says so once, and stays: %s',
    async (_page, start) => {
      location.hash = '#3';
      const { fake, main, part, drawn, until } = openPage();
      fake.storage.local.items = { settings: { version: 1 } };
      await start();
      await drawn('#person-name');
      const failures: unknown[] = [];
      const note = (reason: unknown) => void failures.push(reason);
      process.on('unhandledRejection', note);
      const set = fake.storage.local.set;
      fake.storage.local.set = () => Promise.reject(new Error('full'));
      const field = part<HTMLInputElement>('#person-name');
      const type = (written: string) => {
        field.value = written;
        field.dispatchEvent(new Event('input'));
      };
      field.focus();
      type('An');
      const told = () => [...main.querySelectorAll('[role=alert]')].find((one) => one.textContent !== '');
      await until(() => expect(told()?.textContent).toContain('Your browser could not save this.'));
      const words = told()?.firstChild;
      type('Ann');
      await settled();
      expect([part('#person-name'), field.value]).toEqual([field, 'Ann']);
      expect(told()?.firstChild, 'the very sentence, not said again').toBe(words);
      expect(failures, 'which would be told on top, and take the page there').toEqual([]);
      process.off('unhandledRejection', note);
      fake.storage.local.set = set;
      type('Anne');
      await until(() => expect(told()).toBeUndefined());
    },
  );
});

describe('a setting that could not be stored', () => {
  it.each([
    ['#screenshots', '#screenshots'],
    ['#sensitivity-strict', '#sensitivity-balanced'],
  ])('is shown as it is in force: %s', async (pressed, inForce) => {
    const { fake, main, part } = openPage();
    const { Trouble } = await import('../../../src/ui/shared/trouble');
    const { save, switchField } = await import('../../../src/ui/options/section');
    const { sensitivitySection } = await import('../../../src/ui/options/detection-section');
    const { loadInForce } = await import('../../../src/storage/settings-store');
    const page = { ...(await loadInForce()), language: 'en', redraw: () => Promise.resolve(draw()) };
    const draw = (): void =>
      main.replaceChildren(switchField(page, 'screenshots', 'Pictures', ''), sensitivitySection(page));
    draw();
    part(pressed).focus();
    part<HTMLInputElement>(pressed).checked = pressed !== inForce;
    fake.storage.local.set = () => Promise.reject(new Error('full'));
    await expect(save(page, { screenshots: false })).rejects.toEqual(new Trouble('errors.notStored'));
    expect(part<HTMLInputElement>(inForce).checked).toBe(true);
    expect(`#${document.activeElement?.id}`).toBe(pressed);
  });

  it('is spoken of in a sentence of its own, which stays', async () => {
    const { part } = await open();
    const { Trouble } = await import('../../../src/ui/shared/trouble');
    const event = (reason: Error) => Object.assign(new Event('unhandledrejection'), { reason });
    window.dispatchEvent(event(new Trouble('errors.notStored')));
    expect(part('#trouble').textContent).toContain('could not save this');
    window.dispatchEvent(event(new Error('x')));
    expect(part('#trouble').textContent).toContain('That did not work');
  });
});

it('each language is marked as what its own name is written in', async () => {
  const { main } = await open();
  const names = [...main.querySelectorAll<HTMLOptionElement>('#language option')];
  expect(names.map(({ value, lang }) => [value, lang])).toEqual(
    names.map(({ value }) => [value, value === 'auto' ? '' : value]),
  );
});

describe('a language by policy that we have only without its country', () => {
  it.each([
    ['fr-CA', 'Français'],
    ['de', 'Deutsch'],
    ['sv', 'English'],
  ])('%s is shown as the one it leads to', async (language, shown) => {
    const { part } = await open({}, { language });
    const list = part<HTMLSelectElement>('#language');
    expect(list.value).toBe(language);
    expect(list.selectedOptions[0]?.textContent).toBe(shown);
  });
});

describe('what an administrator has locked', () => {
  it('is out of use, each part of it', async () => {
    const { part } = await open({}, { lockedSettings: ['all'] });
    const controls = ['language', 'country', 'sensitivity-strict', 'closeByItself', 'screenshots', 'keepDays', 'guardHours', 'sync', 'person-name', 'person-phone']; // prettier-ignore
    expect(controls.filter((id) => !part<HTMLInputElement>(`#${id}`).disabled)).toEqual([]);
  });

  it('of the guard hides the hours, which would do nothing', async () => {
    const { main } = await open({}, { remoteGuard: false });
    expect(main.querySelector('#guardHours')).toBeNull();
  });
});

describe('a number of days that cannot be', () => {
  it.each(['0', '', '1.5', '4000'])('is said to be wrong and not stored: "%s"', async (typed) => {
    const { part, stored, enter, spoken } = await open({ keepDays: 7 });
    await enter('#keepDays', typed);
    expect(part('#evidence [role=alert]').textContent).toMatch(/\w{4}/);
    await settled();
    expect(spoken(), 'neither saved nor locked').toBe('');
    expect(stored()).toEqual({ version: 1, keepDays: 7 });
  });
});
