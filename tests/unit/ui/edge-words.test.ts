// @vitest-environment jsdom
import { readFileSync, readdirSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { brandHere } from '../../../src/browser/brand';
import { settled } from '../browser-with-storage';
import { openPage } from './open-page';
import { open as openSettings } from '../options/settings-page';

const ON_WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';
const CHROME = `${ON_WINDOWS} Chrome/156.0.0.0 Safari/537.36`;
const EDGE = `${CHROME} Edg/156.0.0.0`;

const runIn = (userAgent: string) => vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(userAgent);

async function openWelcome() {
  window.history.replaceState(null, '', '#2');
  const page = openPage();
  Object.assign(page.fake, { tabs: { getCurrent: async () => ({ id: 9 }), query: async () => [{ id: 9 }] } });
  await import('../../../src/ui/welcome/welcome');
  await page.drawn('#screen-2');
  await settled();
  return page.main.textContent ?? '';
}

async function settingsText() {
  const { main, part, until } = await openSettings();
  await until(() => expect(part('#private').textContent).not.toBe(''));
  return main.textContent ?? '';
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await openSettings(), await openWelcome()), 60_000);
afterEach(() => void vi.restoreAllMocks());

describe('the browser that our texts have words for', () => {
  const brands = (...names: string[]) => ({ brands: names.map((brand) => ({ brand })) });

  it.each([
    ['Edge', 'its name', { userAgent: EDGE }],
    ['Edge', 'its brands', { userAgent: CHROME, userAgentData: brands('Chromium', 'Microsoft Edge') }],
    ['Chrome', 'its brands', { userAgent: CHROME, userAgentData: brands('Chromium', 'Google Chrome') }],
    ['Chrome', 'its name', { userAgent: CHROME }],
  ] as const)('is %s by what the browser says of itself in %s', (brand, _where, said) => {
    expect(brandHere(said)).toBe(brand);
  });

  it('is Firefox in its own package, whatever it says', async () => {
    vi.resetModules();
    vi.doMock('../../../src/browser/target', () => ({ IS_FIREFOX: true }));
    const { brandHere: inFirefox } = await import('../../../src/browser/brand');
    vi.doUnmock('../../../src/browser/target');
    expect(inFirefox({ userAgent: EDGE })).toBe('Firefox');
  });
});

describe('in Edge', () => {
  it('the settings name private windows and the page of the keys as Edge does', async () => {
    runIn(EDGE);
    const said = await settingsText();
    expect(said).toContain('“Allow in InPrivate”');
    expect(said).toContain('edge://extensions/shortcuts');
    expect(said).not.toMatch(/Incognito|chrome:/);
  });

  it('the welcome page says how an icon is kept in sight there', async () => {
    runIn(EDGE);
    const said = await openWelcome();
    expect(said).toContain('click the crossed-out eye (or the pin)');
    expect(said).not.toContain('Next to Sangfroid, click the pin.');
  });
});

describe('in Chrome', () => {
  it('both say what they said', async () => {
    runIn(CHROME);
    const settings = await settingsText();
    expect(settings).toContain('“Allow in Incognito”');
    expect(settings).toContain('chrome://extensions/shortcuts');
    expect(await openWelcome()).toContain('Next to Sangfroid, click the pin.');
  });
});

describe.each(readdirSync('src/texts'))('the words for Edge in %s', (language) => {
  it('use its names, not those of Chrome', () => {
    const texts = JSON.parse(readFileSync(`src/texts/${language}/options.json`, 'utf8')) as Record<
      string,
      string
    >;
    expect(texts['options.privateHowEdge']).toContain('InPrivate');
    expect(texts['options.privateHowEdge']).not.toMatch(/in[ck]ogn|privée|anónima|シークレット/i);
    expect(texts['options.keyChangeEdge']).toContain('edge://extensions/shortcuts');
  });
});
