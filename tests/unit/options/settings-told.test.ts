// @vitest-environment jsdom
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { settled } from '../browser-with-storage';
import { openPage, permissionEvents } from '../ui/open-page';

const scrolled = vi.fn();
beforeEach(() => vi.stubGlobal('scrollTo', scrolled.mockClear()));
afterEach(() => vi.unstubAllGlobals());

/** The settings in a browser that keeps the sites from us and gives this answer when it is asked. */
async function open(answer: boolean | Error = true) {
  const page = openPage();
  let sites = false;
  const request = async () => {
    if (answer instanceof Error) throw answer;
    return (sites = answer);
  };
  const permissions = { contains: async () => sites, request, ...permissionEvents() };
  Object.assign(page.fake, { permissions });
  await import('../../../src/ui/options/options');
  await page.drawn('#access-ask');
  const change = (allowed: boolean): void => {
    sites = allowed;
    permissions.happen();
  };
  return { ...page, change };
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await open()), 60_000);

it('the settings lead to the guide: they may have been opened from there', async () => {
  const { part } = await open();
  expect(part('a[href$="guide/guide.html"]').textContent).toBe('Open the guide');
});

describe('asking the browser for the sites, in the settings', () => {
  it.each([false, new Error('no')])('says what to do where the answer is %s', async (answer) => {
    const { part, until } = await open(answer);
    const ask = part('#access-ask');
    ask.focus();
    ask.click();
    await until(() => expect(part('#access [role=alert]').textContent).toContain('Your browser said no.'));
    expect(document.activeElement, 'the button keeps the keyboard').toBe(ask);
  });

  it('leaves the keyboard at what it says now where the answer is yes', async () => {
    const { part, until } = await open();
    part('#access-ask').focus();
    part('#access-ask').click();
    await until(() => expect(part('#access').textContent).toContain('can see all sites'));
    await until(() => expect(document.activeElement?.id).toBe('access'));
  });
});

describe('the first words of the settings', () => {
  it('say that all is well only where Sangfroid may see the sites, and ask for them first where it may not', async () => {
    const { main, part, change, until } = await open();
    expect(part('#access-lead').textContent).toContain('It cannot protect you now.');
    expect(main.textContent).not.toContain('Everything works well as it is.');
    change(true);
    await until(() => expect(part('#access-lead').textContent).toContain('Everything works well as it is.'));
    change(false);
    await until(() => expect(part('#access-lead-ask')).toBeTruthy());
    part('#access-lead-ask').focus();
    part('#access-lead-ask').click();
    await until(() => expect(document.activeElement?.id).toBe('access-lead'));
  });
});

describe('the sites, allowed or taken away in the browser’s own settings', () => {
  it('are spoken of as it is now', async () => {
    const { part, change, until } = await open();
    change(true);
    await until(() => expect(part('#access').textContent).toContain('can see all sites'));
    change(false);
    await until(() => expect(part('#access').textContent).toContain('cannot see your pages'));
  });
});

describe('what is said aloud', () => {
  it('has its place before the first sentence: screen readers tell of changes, not of what comes with the place', async () => {
    const { part, spoken, until } = await open();
    const place = part('.only-spoken[aria-live=polite]');
    expect(spoken()).toBe('');
    part('#screenshots').click();
    await until(() => expect(place.textContent).toBe('Saved.'));
  });
});

describe('a failure in the settings', () => {
  it('is brought into sight: it is told on top, and the press may have been far below', async () => {
    const { part } = await open();
    expect(scrolled).not.toHaveBeenCalled();
    window.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: new Error('full') }));
    expect(part('#trouble').textContent).toContain('That did not work');
    expect(scrolled).toHaveBeenCalledWith(0, 0);
  });
});

describe('a file that is no settings file', () => {
  /** Chooses this file, and answers what the page says then. */
  async function say(file: Partial<File>): Promise<string> {
    const { part, until } = await open();
    const picker = part<HTMLInputElement>('#import-file');
    Object.defineProperty(picker, 'files', { value: [file], configurable: true });
    picker.dispatchEvent(new Event('change'));
    await until(() => expect(part('#transfer-answer').textContent).toContain('Nothing was changed.'));
    return part('#transfer-answer').textContent ?? '';
  }

  it('is not read where it is too large for one: a film would fill the memory', async () => {
    const text = vi.fn(async () => '{}');
    expect(await say({ size: 3_000_000_000, text })).toContain('This is not a settings file of Sangfroid.');
    expect(text).not.toHaveBeenCalled();
  });

  it('does not get to fill our page with a name of its own', async () => {
    const field = 'Call 555-0142 now! '.repeat(9_000);
    const text = JSON.stringify({ kind: 'sangfroid-settings', version: 1, settings: { [field]: 1 } });
    const said = await say({ size: text.length, text: async () => text });
    expect(said).toContain('unknown setting: Call');
    expect(said.length).toBeLessThan(150);
  });
});

describe('"your organisation looks after some of these settings"', () => {
  it.each<[string, boolean, object]>([
    ['said of a value', true, { keepDays: 30 }],
    ['said of a lock', true, { lockedSettings: ['sync'] }],
    ['said of a trusted site', true, { trustedSites: ['intranet.example'] }],
    ['said of no guard', true, { remoteGuard: false }],
    [
      'not said of a helpdesk alone',
      false,
      { helpdesk: { name: 'Town hall', phone: '555-0142' }, welcome: false },
    ],
    [
      'not said of places to call, or of what is no value',
      false,
      { helpChannels: [{ name: 'Town hall' }], keepDays: 'long' },
    ],
  ])('is %s', async (_title, isSaid, policy) => {
    const page = openPage();
    page.fake.storage.managed.items = { ...policy };
    await import('../../../src/ui/options/options');
    await page.drawn('#reset');
    expect(page.main.textContent.includes('Your organisation looks after')).toBe(isSaid);
  });
});

it('says at the question before remote-control sites that it does not come in private windows', async () => {
  const { part } = await open();
  const hint = part('#guardHours').getAttribute('aria-describedby') ?? '';
  expect(part(`#${hint}`).textContent).toBe('In private windows, Sangfroid does not ask.');
});

describe('hours of the guard that are no whole days', () => {
  it.each([
    [100, 'For 100 hours after an alert'],
    [168, 'For 7 days after an alert'],
    [200, 'For 200 hours after an alert'],
    [240, 'For 10 days after an alert'],
  ])('%i are called what they are', async (guardHours, words) => {
    const page = openPage();
    page.fake.storage.managed.items = { guardHours };
    await import('../../../src/ui/options/options');
    await page.drawn('#guardHours');
    await settled();
    expect(page.part<HTMLSelectElement>('#guardHours').selectedOptions[0]?.textContent).toBe(words);
  });
});
