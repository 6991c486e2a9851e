// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import { settled } from '../browser-with-storage';
import { openPage } from '../ui/open-page';

async function open() {
  const page = openPage();
  page.fake.storage.local.items = { settings: { version: 1, keepDays: 7 } };
  await import('../../../src/ui/options/options');
  await page.drawn();
  /** Chooses a file with these settings. */
  function give(settings: object): void {
    const text = JSON.stringify({ kind: 'sangfroid-settings', version: 1, settings });
    const picker = page.part<HTMLInputElement>('#import-file');
    Object.defineProperty(picker, 'files', { value: [{ text: async () => text }], configurable: true });
    picker.dispatchEvent(new Event('change'));
  }
  /** Chooses it, and says that it may take the place of all settings. */
  async function agree(settings: object): Promise<void> {
    give(settings);
    await page.until(() => expect(page.part('#import-yes')).toBeTruthy());
    page.part('#import-yes').click();
  }
  return { ...page, give, agree };
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await open()), 60_000);

describe('settings from a file', () => {
  it('say what came of it in the language that they brought, aloud too, and leave the keyboard there', async () => {
    const { agree, part, spoken, until } = await open();
    part('#import').focus();
    await agree({ language: 'fr', textSize: 150 });
    await until(() => expect(spoken()).toContain('2 réglages'));
    expect(part('#transfer-answer').textContent).toBe(spoken());
    expect(document.activeElement?.id).toBe('import');
    document.body.focus();
  });

  it('are spoken of in the new language still when that changes afterwards', async () => {
    const { fake, agree, part, until } = await open();
    await agree({ textSize: 150 });
    await until(() =>
      expect(part('#transfer-answer').textContent).toContain('1 setting comes from the file'),
    );
    await fake.storage.local.set({ settings: { version: 1, language: 'de' } });
    await until(() => expect(part('#transfer-answer').textContent).toContain('Einstellung'));
  });

  it('change nothing before they are agreed to, and the keyboard waits at the answer that changes nothing', async () => {
    const { main, give, part, until, fake } = await open();
    give({ textSize: 150 });
    await until(() => expect(document.activeElement?.id).toBe('import-no'));
    const heard = document.getElementById(part('#import-no').getAttribute('aria-describedby') ?? '');
    expect(heard?.textContent).toContain('Replace all your settings?');
    part('#import-no').click();
    expect([main.querySelector('#import-yes'), document.activeElement?.id]).toEqual([null, 'import']);
    await settled();
    expect(fake.storage.local.items.settings).toEqual({ version: 1, keepDays: 7 });
  });

  it('can be tried from the same file again, whatever came of the first time', async () => {
    const { give, part } = await open();
    const picker = part<HTMLInputElement>('#import-file');
    const emptied: string[] = [];
    Object.defineProperty(picker, 'value', { set: (value: string) => emptied.push(value) });
    give({ keepDays: 0 });
    expect(emptied, 'before anything can fail').toEqual(['']);
  });
});

describe('a site whose time no calendar has', () => {
  const never = { host: 'one.example', since: 1e16, why: 'options' };

  it('is refused in a file: the page could not name its day, and never be opened again', async () => {
    const { give, part, until, fake } = await open();
    give({ trustedSites: [never] });
    await until(() => expect(part('#transfer-answer').textContent).toContain('wrong value: Sites you trust'));
    expect(fake.storage.local.items.settings).toEqual({ version: 1, keepDays: 7 });
  });

  it('is passed over where it lies in the store already', async () => {
    const page = openPage();
    page.fake.storage.local.items = { settings: { version: 1, keepDays: 7, trustedSites: [never] } };
    await import('../../../src/ui/options/options');
    await page.drawn('#trusted-list p');
    expect(page.part<HTMLInputElement>('#keepDays').value).toBe('7');
  });
});

describe('settings as they were at first', () => {
  it('take two presses, and the keyboard waits at the answer that changes nothing', async () => {
    const { main, part, fake } = await open();
    part('#reset').click();
    const answer = document.activeElement as HTMLElement;
    expect(answer.id).not.toBe('reset-yes');
    const heard = document.getElementById(answer.getAttribute('aria-describedby') ?? '');
    expect(heard?.textContent).toBe(
      'Reset everything? Your person to call and your trusted sites are erased too.',
    );
    answer.click();
    expect(document.activeElement?.id).toBe('reset');
    expect(main.querySelector('#reset-yes')).toBeNull();
    await settled();
    expect(fake.storage.local.items.settings).toEqual({ version: 1, keepDays: 7 });
  });

  it('are told aloud, and the keyboard is back at the button', async () => {
    const { part, spoken, until, fake } = await open();
    part('#reset').click();
    part('#reset-yes').click();
    await until(() => expect(spoken()).toBe('All settings are as they were at first.'));
    expect(document.activeElement?.id).toBe('reset');
    expect(fake.storage.local.items.settings).toEqual({ version: 1 });
  });
});
