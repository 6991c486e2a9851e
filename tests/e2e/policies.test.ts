import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesOf, type BrowserKind, type BrowserRig, type OpenPage } from '../rig/browser-rig';
import { distFolder, ensureBuilt, ROOT } from '../rig/dist';
import { launch } from '../rig/launch';
import { withOwnEtc } from '../rig/own-etc';
import { servePages, type PageServer } from '../rig/page-server';
import { sleep, temporaryFolder, until } from '../rig/processes';
import { noticedAndClosed, WORDS_ONLY } from './browsing';
import { BROWSERS } from './scene';

/** The samples of docs/policies, and where each browser looks for them below its folder in /etc. */
const PLACES = {
  chromium: { file: 'policies/managed/sangfroid.json', sample: 'chrome-linux.json' },
  firefox: { file: 'policies/policies.json', sample: 'firefox-linux.json' },
};

const VALUES = JSON.parse(readFileSync(join(ROOT, 'docs/policies/values.json'), 'utf8')) as {
  trustedSites: string[];
};
/** What the sample does not name, so that every key is tried; one site that this machine can open. */
const MORE = {
  trustedSites: [...VALUES.trustedSites, 'trusted.localhost'],
  remoteGuard: false,
  keepDays: 30,
  screenshots: false,
  language: 'fr',
  country: 'BE',
  textSize: 125,
  sync: true,
};

/** Chromium has its policies by then, 6 s after its start on a busy machine. */
const POLICY_READY_MS = 12_000;

/** The id Chromium gives to an unpacked extension: the first 128 bits of its path's SHA-256, in letters a to p. */
function idOf(folder: string): string {
  const hex = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...hex].map((digit) => String.fromCharCode(97 + parseInt(digit, 16))).join('');
}

/** A folder that stands for the browser's in /etc, with the sample and what we add to it. */
function etcFolder(kind: BrowserKind): string {
  const { file, sample } = PLACES[kind];
  const text = readFileSync(join(ROOT, 'docs/policies', sample), 'utf8');
  const policy = JSON.parse(text.replace('ID_OF_THE_EXTENSION', idOf(distFolder('chrome')))) as {
    '3rdparty': { extensions: Record<string, object> };
    policies: { '3rdparty': { Extensions: Record<string, object> } };
  };
  const managed =
    kind === 'chromium' ? policy['3rdparty'].extensions : policy.policies['3rdparty'].Extensions;
  for (const values of Object.values(managed)) Object.assign(values, MORE);
  const folder = temporaryFolder('etc');
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), JSON.stringify(policy));
  return folder;
}

const SENSITIVITY = `[...document.querySelectorAll('input[name=sensitivity]')]`;

describe.each(BROWSERS)('the policy sample of docs/policies in %s', (kind) => {
  let rig: BrowserRig;
  let server: PageServer;

  beforeAll(async () => {
    await ensureBuilt(kind === 'chromium' ? 'chrome' : 'firefox');
    server = await servePages(() => WORDS_ONLY);
    rig = await withOwnEtc(kind, etcFolder(kind), () => launch(kind, { addedAfter: POLICY_READY_MS }));
  });
  afterAll(async () => {
    await rig?.close();
    server?.close();
  });

  async function open(path: string, ready: string): Promise<OpenPage> {
    const page = await rig.open(`${rig.base}src/ui/${path}`);
    const look = () => rig.inPage<boolean>(page, `!!(${ready})`).catch(() => false);
    expect(await until(12_000, async () => (await look()) || undefined), ready).toBe(true);
    return page;
  }
  const says = (words: string) => `document.body?.innerText.includes(${JSON.stringify(words)})`;

  it('reaches the extension, field by field', async () => {
    const ask = 'return browser.storage.managed.get(null).catch(() => ({}))';
    const found = await until(20_000, async () => {
      const values = await rig.ask<Record<string, unknown>>(ask);
      return Object.keys(values).length > 0 ? values : undefined;
    });
    expect(found).toEqual({ ...VALUES, ...MORE });
  });

  it('opens no welcome page', async () => {
    expect(rig.welcomed, 'while the rig was started, which closes it').toBe(false);
    expect(await rig.find(`${rig.base}src/ui/welcome/`)).toBeUndefined();
  });

  it('locks the settings it names, and gives the others their first value', async () => {
    const page = await open(
      'options/options.html',
      `${SENSITIVITY}.length === 3 && ${SENSITIVITY}[0].disabled`,
    );
    expect(await rig.inPage(page, `${SENSITIVITY}.find((one) => one.checked).value`)).toBe('strict');
    const field = (id: string) =>
      rig.inPage(
        page,
        `(({ type, checked, value, disabled }) =>
        [type === 'checkbox' ? checked : value, disabled])(document.getElementById('${id}'))`,
      );
    expect(await field('closeByItself')).toEqual([true, true]); // locked without a value: the default
    expect(await field('keepDays')).toEqual(['30', false]);
    expect(await field('screenshots')).toEqual([false, false]);
    expect(await field('sync')).toEqual([true, false]);
    expect(await field('language')).toEqual(['fr', false]);
    expect(await field('country')).toEqual(['BE', false]);
    expect(await rig.inPage(page, `document.querySelector('h1').textContent`)).toBe('Réglages');
    const size = `document.documentElement.style.getPropertyValue('--text-size')`;
    expect(await rig.inPage(page, size)).toBe('1.25');
  });

  it('lists the trusted sites without a button to remove them', async () => {
    const page = await open('options/options.html', says('intranet.example'));
    expect(await rig.inPage(page, `document.querySelectorAll('#trusted-list li').length`)).toBe(3);
    expect(await rig.inPage(page, `document.querySelectorAll('#trusted-list button').length`)).toBe(0);
  });

  it('puts the helpdesk into the guide, and its help in the place of ours', async () => {
    const page = await open('guide/guide.html', says('555-0100'));
    expect(await rig.inPage(page, says('Helpdesk'))).toBe(true);
    const help = await open('guide/guide.html#help', says('Security team'));
    expect(await rig.inPage(help, says('555-0101'))).toBe(true);
    expect(await rig.inPage(help, says('Safeonweb'))).toBe(false); // Belgium's own, in the built-in list
  });

  it('leaves a trusted site alone, closes another, and asks about no remote-control site afterwards', async () => {
    await rig.open(server.address('trusted', '/page'));
    await noticedAndClosed(rig, server.address('other', '/page'));
    expect((await casesOf(rig)).map(({ host }) => host)).toEqual(['other.localhost']);
    await rig.open('https://anydesk.com/');
    await sleep(1_500); // the question would be there at once (screens.test.ts)
    expect(await rig.find(`${rig.base}src/ui/guard/guard.html`)).toBeUndefined();
    await open(
      'options/options.html',
      `document.querySelector('#guard') && !document.getElementById('guardHours')`,
    );
  });
});
