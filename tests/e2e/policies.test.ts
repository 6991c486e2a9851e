import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserRig } from '../rig/browser-rig';
import { distFolder, ensureBuilt, ROOT } from '../rig/dist';
import { launch } from '../rig/launch';
import { until } from '../rig/processes';
import { BROWSERS } from './scene';

/** The samples of docs/policies, put where each browser looks for policies. Needs root, as for an administrator. */
const PLACES = {
  chromium: { file: '/etc/chromium/policies/managed/sangfroid.json', sample: 'chrome-linux.json' },
  firefox: { file: '/etc/firefox/policies/policies.json', sample: 'firefox-linux.json' },
};

/** The id Chromium gives to an unpacked extension: the first 128 bits of its path's SHA-256, in letters a to p. */
function idOf(folder: string): string {
  const hex = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...hex].map((digit) => String.fromCharCode(97 + parseInt(digit, 16))).join('');
}

const SENSITIVITY = `[...document.querySelectorAll('input[name=sensitivity]')]`;

describe.each(BROWSERS)('the policy sample of docs/policies in %s', (kind) => {
  const { file, sample } = PLACES[kind];
  let rig: BrowserRig;

  beforeAll(async () => {
    await ensureBuilt(kind === 'chromium' ? 'chrome' : 'firefox');
    const text = readFileSync(join(ROOT, 'docs/policies', sample), 'utf8');
    mkdirSync(dirname(file), { recursive: true });
    if (existsSync(file)) renameSync(file, `${file}.before`);
    writeFileSync(file, text.replace('ID_OF_THE_EXTENSION', idOf(distFolder('chrome'))));
    rig = await launch(kind);
  });

  afterAll(async () => {
    rmSync(file, { force: true });
    if (existsSync(`${file}.before`)) renameSync(`${file}.before`, file);
    await rig?.close();
  });

  it('reaches the extension, field by field', async () => {
    const wanted = JSON.parse(readFileSync(join(ROOT, 'docs/policies/values.json'), 'utf8')) as unknown;
    const found = await until(20_000, async () => {
      const values = await rig.ask<Record<string, unknown>>(
        'return browser.storage.managed.get(null).catch(() => ({}))',
      );
      return Object.keys(values).length > 0 ? values : undefined;
    });
    expect(found).toEqual(wanted);
  });

  it('locks the settings it names, and says who did', async () => {
    const page = await rig.open(`${rig.base}src/ui/options/options.html`);
    const drawn = () =>
      rig.inPage<boolean>(page, `${SENSITIVITY}.length === 3 && ${SENSITIVITY}[0].disabled`);
    expect(await until(10_000, async () => (await drawn().catch(() => false)) || undefined)).toBe(true);
    expect(await rig.inPage(page, `${SENSITIVITY}.find((one) => one.checked).value`)).toBe('strict');
    expect(await rig.inPage(page, `document.getElementById('closeByItself').disabled`)).toBe(true);
    expect(await rig.inPage(page, `document.getElementById('keepDays').disabled`)).toBe(false);
    expect(await rig.inPage(page, `document.getElementById('trusted-list').innerText`)).toContain(
      'intranet.example',
    );
  });

  it('puts the helpdesk into the guide', async () => {
    const page = await rig.open(`${rig.base}src/ui/guide/guide.html`);
    const words = await until(10_000, async () => {
      // A page that is still being loaded may answer with nothing at all.
      const text = await rig.inPage<string | undefined>(page, `document.body?.innerText`).catch(() => '');
      return text?.includes('555-0100') ? text : undefined;
    });
    expect(words).toContain('Helpdesk');
  });

  it('opens no welcome page', async () => {
    expect(await rig.find(`${rig.base}src/ui/welcome/`)).toBeUndefined();
  });
});
