import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaunchOptions, OpenPage } from '../rig/browser-rig';
import { temporaryFolder, until } from '../rig/processes';
import { OwnScreens } from './own-screens';
import { BROWSERS } from './scene';

/** Firefox saves files here without asking. */
function downloadsInto(folder: string): Partial<LaunchOptions> {
  return { preferences: { 'browser.download.folderList': 2, 'browser.download.dir': folder } };
}

/** Options and welcome as a person uses them, in the real browsers. */
describe.each(BROWSERS)('options and welcome in %s', (kind) => {
  const saved = temporaryFolder('saved');
  let own: OwnScreens;
  beforeAll(async () => {
    own = await OwnScreens.start(kind, downloadsInto(saved));
    await own.saveFilesIn(saved);
  });
  afterAll(() => own?.close());

  /** Waits until what is stored has this in it. */
  async function keeps(wanted: Record<string, unknown>): Promise<void> {
    const found = await until(5_000, async () => {
      const stored = await own.stored();
      return Object.entries(wanted).every(([name, value]) => stored[name] === value) || undefined;
    });
    expect(found, JSON.stringify(wanted)).toBe(true);
  }
  const textOf = (page: OpenPage, id: string) =>
    own.rig.inPage<string>(page, `document.getElementById('${id}').innerText`);
  const synced = () => own.rig.ask<object>(`return browser.storage.sync.get(null)`);

  it('the options store each change, refuse what is no address, and change the language on the spot', async () => {
    const page = await own.open('options/options.html', '#sensitivity');
    expect(await own.findings(page)).toEqual([]);
    await own.rig.inPage(page, `(document.querySelector('[value=strict]').click(), 1)`);
    for (const id of ['closeByItself', 'screenshots']) await own.press(page, id);
    await own.enter(page, 'keepDays', '30');
    await own.enter(page, 'country', 'FR');
    await own.enter(page, 'guardHours', '0');
    await keeps({
      sensitivity: 'strict',
      closeByItself: false,
      screenshots: false,
      keepDays: 30,
      country: 'FR',
    });
    await keeps({ guardHours: 0 });
    await own.enter(page, 'trusted-add', 'two words');
    await own.press(page, 'trusted-add-button');
    await own.becomes(page, `document.getElementById('trusted-trouble').textContent`);
    await own.enter(page, 'trusted-add', 'https://Town.example/hall');
    await own.press(page, 'trusted-add-button');
    await own.becomes(page, `document.getElementById('trusted-list').innerText.includes('town.example')`);
    await own.enter(page, 'language', 'fr');
    const inFrench = `document.documentElement.lang === 'fr' && document.querySelector('h1').textContent === 'Réglages'`;
    await own.becomes(page, inFrench);
    expect(await own.stored()).toMatchObject({ sensitivity: 'strict', language: 'fr' });
    await own.enter(page, 'language', 'en');
    await keeps({ language: 'en' });
  });

  it('nothing travels until the person turns the sync on, and then only settings do', async () => {
    expect(await synced()).toEqual({});
    const page = await own.open('options/options.html', '#sync');
    await own.press(page, 'sync');
    const sent = await until(6_000, async () => {
      const found = await synced();
      return Object.keys(found).length > 0 ? found : undefined;
    });
    expect(sent).toMatchObject({ 'setting.sensitivity': 'strict', 'setting.keepDays': 30 });
    expect(Object.keys(sent ?? {}).filter((key) => !key.startsWith('setting.'))).toEqual([]);
    await own.press(page, 'sync');
    await keeps({ sync: false });
  });

  /** Hands a file to the options page as its picker does. */
  const give = (page: OpenPage, text: string) =>
    own.rig.inPage(
      page,
      `(() => { const box = new DataTransfer();
      box.items.add(new File([${JSON.stringify(text)}], 'a.json'));
      const picker = document.getElementById('import-file'); picker.files = box.files;
      picker.dispatchEvent(new Event('change')); return 1 })()`,
    );

  it('a settings file is taken over whole, or not at all and the wrong field is named', async () => {
    const page = await own.open('options/options.html', '#import-file');
    const before = await own.stored();
    const file = (fields: object) =>
      JSON.stringify({ kind: 'sangfroid-settings', version: 1, settings: fields });
    for (const [text, named] of [
      [file({ keepDays: 30, textSize: 7 }), 'Text size'],
      [file({ keepDays: 'many' }), 'Days to keep'],
      [file({ colour: 'red' }), 'colour'],
      ['{"kind":"other"}', ''],
    ] as const) {
      await give(page, text);
      const answer = `document.querySelector('#transfer-answer .notice-care')?.innerText.includes('${named}')`;
      await own.becomes(page, answer);
      expect(await own.stored()).toEqual(before);
    }
    await give(page, file({ keepDays: 30, textSize: 125 }));
    await own.becomes(page, `document.activeElement.id === 'import-no'`);
    expect(await own.stored()).toEqual(before);
    expect(await own.findings(page)).toEqual([]);
    await own.press(page, 'import-yes');
    await own.becomes(page, `document.querySelector('#transfer-answer .notice-good')`);
    // Whether they are synced is for each computer to set: a file leaves that as it was.
    const { sync } = before as { sync?: boolean };
    expect(await own.stored()).toEqual({
      version: 1,
      keepDays: 30,
      textSize: 125,
      ...(sync !== undefined && { sync }),
    });
    const size = `document.documentElement.style.getPropertyValue('--text-size') === '1.25'`;
    await own.becomes(page, size);
  });

  it('the file that is saved holds what was changed, and is read again', async () => {
    const page = await own.open('options/options.html', '#export');
    await own.press(page, 'export');
    const file = join(saved, 'sangfroid-settings.json');
    const whole = () => (existsSync(file) ? readFileSync(file, 'utf8') : '');
    const text = (await until(10_000, () => Promise.resolve(whole() || undefined))) ?? '';
    expect(JSON.parse(text)).toEqual({
      kind: 'sangfroid-settings',
      version: 1,
      settings: { keepDays: 30, textSize: 125 },
    });
    await give(page, text);
    await own.becomes(page, `document.getElementById('import-yes')`);
    await own.press(page, 'import-yes');
    await own.becomes(page, `document.querySelector('#transfer-answer .notice-good')`);
  });

  it('reset asks once more and brings back the first day', async () => {
    const page = await own.open('options/options.html', '#reset');
    await own.press(page, 'reset');
    await own.press(page, 'reset-yes');
    await until(4_000, async () => Object.keys(await own.stored()).length === 1 || undefined);
    expect(await own.stored()).toEqual({ version: 1 });
  });

  it('a damaged store costs only the damaged fields', async () => {
    await own.rig.ask(
      `await browser.storage.local.set({ settings: { version: 1, keepDays: 'x', sensitivity: 'careful', guardHours: null } })`,
    );
    const page = await own.open('options/options.html', '#keepDays');
    expect(await own.rig.inPage(page, `document.getElementById('keepDays').value`)).toBe('180');
    expect(await own.rig.inPage(page, `document.querySelector('[name=sensitivity]:checked').value`)).toBe(
      'careful',
    );
    expect(await textOf(page, 'private')).not.toBe('');
    expect(await textOf(page, 'shortcut')).toContain('Q');
  });

  it('the welcome page has three screens, a demo that ends well, and keeps the trusted person', async () => {
    const page = await own.open('welcome/welcome.html', '#screen-1');
    expect(await own.findings(page)).toEqual([]);
    await own.press(page, 'next');
    await own.becomes(page, `document.getElementById('screen-2')`);
    expect(await own.findings(page)).toEqual([]);
    await own.press(page, 'demo-start');
    await own.becomes(page, `document.getElementById('demo-close')`);
    await own.press(page, 'demo-close');
    await own.becomes(page, `document.getElementById('demo-stage').dataset.step === 'closed'`);
    await own.press(page, 'next');
    await own.becomes(page, `document.getElementById('person-name')`);
    expect(await own.findings(page)).toEqual([]);
    await own.enter(page, 'person-name', 'Alex');
    const named = async () => ('trustedPerson' in (await own.stored()) ? true : undefined);
    expect(await until(5_000, named)).toBe(true);
    expect(await own.stored()).toMatchObject({ trustedPerson: { name: 'Alex', phone: '' } });
  });
});
