import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { contrast } from '../../ui/contrast';

/** What the button says: '' for all tabs, a number for one of them. */
const button = vi.hoisted(() => new Map<string, { icon: string; title: string; badge: string }>());
const world = vi.hoisted(() => ({
  tabs: [] as { id: number; url: string }[],
  session: {} as Record<string, unknown>,
  trusted: [] as { host: string }[],
  opened: [] as string[],
  installType: 'normal',
}));

vi.mock('../../../../src/browser/api', () => ({
  browser: {
    i18n: { getMessage: (key: string) => key },
    action: {
      setIcon: (at: Where & { path: Record<string, string> }) => say(at, { icon: at.path['16'] ?? '' }),
      setTitle: (at: Where & { title: string }) => say(at, { title: at.title }),
      setBadgeText: (at: Where & { text: string }) => say(at, { badge: at.text }),
      getTitle: (at: Where) => Promise.resolve(shownAt(at).title),
      setBadgeBackgroundColor: () => Promise.reject(new Error('not in this browser')),
    },
    tabs: { query: () => Promise.resolve(world.tabs) },
    alarms: { create: () => Promise.resolve(), clear: () => Promise.resolve(true) },
    storage: {
      onChanged: { addListener: () => undefined },
      session: { get: () => Promise.resolve(world.session), set: () => Promise.resolve() },
    },
    management: { getSelf: () => Promise.resolve({ installType: world.installType }) },
  },
}));
vi.mock('../../../../src/background/session/current-settings', () => ({
  currentSettings: () => Promise.resolve({ trustedSites: world.trusted }),
  forgetSettings: () => undefined,
}));
vi.mock('../../../../src/browser/own-page', () => ({
  ownPage: (page: string) => `ext://x/${page}`,
}));
vi.mock('../../../../src/background/display/own-pages', () => ({
  openInFront: (url: string) => Promise.resolve(void world.opened.push(url)),
}));

import { welcome } from '../../../../src/background/display/welcome';
import { correctState, showState, type ButtonState } from '../../../../src/background/display/toolbar';
import { endPause, startPause } from '../../../../src/background/state/trust';

interface Where {
  tabId?: number;
}

const NOTHING = { icon: '', title: '', badge: '' };

/** As both browsers do it: what was said for one tab hides what holds for all. */
function shownAt({ tabId }: Where) {
  return button.get(String(tabId ?? '')) ?? button.get('') ?? NOTHING;
}

function say(at: Where, change: Partial<typeof NOTHING>): Promise<void> {
  button.set(String(at.tabId ?? ''), { ...shownAt(at), ...change });
  return Promise.resolve();
}

async function shown(state: ButtonState) {
  await showState(3, state);
  const { icon, title, badge } = shownAt({ tabId: 3 });
  return { icon: readFileSync(`src/static${icon}`, 'base64'), title, badge };
}

describe('the toolbar button', () => {
  it('has three shapes: watching, warning, at rest', async () => {
    const [watching, warning, paused] = [
      await shown('watching'),
      await shown('warning'),
      await shown('paused'),
    ];
    expect(new Set([watching.icon, warning.icon, paused.icon]).size).toBe(3);
    expect((await shown('injected')).icon).toBe(warning.icon);
    expect((await shown('own')).icon).toBe(watching.icon);
    for (const rest of ['no-permission', 'trusted', 'unseen'] as const)
      expect((await shown(rest)).icon, rest).toBe(paused.icon);
  });

  it('says the same in words, each state in its own', async () => {
    const words = JSON.parse(readFileSync('src/texts/en/browser.json', 'utf8')) as Record<string, string>;
    const titles: (string | undefined)[] = [];
    const resting = ['paused', 'no-permission', 'trusted', 'unseen'] as const;
    for (const state of ['watching', 'warning', 'injected', 'own', ...resting] as const)
      titles.push(words[(await shown(state)).title]);
    expect(new Set(titles).size).toBe(8);
    expect(titles).not.toContain(undefined);
  });

  it('has a badge only when it matters', async () => {
    for (const alarm of ['warning', 'injected'] as const) expect((await shown(alarm)).badge).toBe('!');
    for (const state of ['watching', 'paused', 'no-permission', 'trusted', 'unseen', 'own'] as const)
      expect((await shown(state)).badge).toBe('');
  });
});

describe('the toolbar button over time', () => {
  const [quiet, alarmed] = [{ tabId: 1 }, { tabId: 2 }];
  const title = (where: Where) => shownAt(where).title;

  beforeEach(async () => {
    button.clear();
    Object.assign(world, { session: {}, trusted: [], tabs: [] });
    await endPause();
    world.tabs = [
      { id: 1, url: 'https://garden.example/' },
      { id: 2, url: 'https://alert.example/' },
    ];
  });

  it('wakes the tab up that was paused by name, and leaves the warning of another', async () => {
    await showState(undefined, 'paused');
    await showState(1, 'paused');
    await showState(2, 'warning');
    await showState(undefined, 'watching');
    expect([title({}), title(quiet)]).toEqual(['toolbarWatching', 'toolbarWatching']);
    expect(shownAt(quiet).icon).toContain('icon-16');
    expect(shownAt(alarmed)).toMatchObject({ title: 'toolbarWarning', badge: '!' });
  });

  it('says that it cannot see in every tab, whatever was said there before', async () => {
    await showState(1, 'paused');
    await showState(undefined, 'no-permission');
    expect(title(quiet)).toBe('toolbarNoPermission');
  });

  it('does not call a pause watching, when a permission is given meanwhile', async () => {
    await startPause('restart', { address: 'https://garden.example/', now: Date.now() });
    await showState(undefined, 'watching');
    expect(title({})).toBe('toolbarPaused');
  });

  it('keeps a pause of one site in its tab', async () => {
    await startPause('site', { address: 'https://garden.example/', now: Date.now() });
    await showState(1, 'paused');
    await showState(undefined, 'watching');
    expect([title({}), title(quiet)]).toEqual(['toolbarWatching', 'toolbarPaused']);
  });

  it('is put right where a visit has reset it, and left alone where it is right', async () => {
    await showState(undefined, 'watching');
    await correctState(1, 'watching');
    expect(button.has('1')).toBe(false);
    await correctState(1, 'trusted');
    expect(title(quiet)).toBe('toolbarTrusted');
  });
});

describe('the drawings', () => {
  /** Toolbars of Chrome and Firefox, light and dark. */
  const TOOLBARS = ['#dee1e6', '#f0f0f4', '#2b2a33', '#202124'];

  it.each(['icon', 'warning', 'paused'])('%s stands out from every toolbar, 3 to 1', (name) => {
    const drawing = readFileSync(`docs/icons/${name}.svg`, 'utf8');
    const colours = [...drawing.matchAll(/#[\da-f]{6}/g)].map(([colour]) => colour);
    expect(colours.length).toBeGreaterThan(0);
    for (const colour of colours)
      for (const toolbar of TOOLBARS) expect(contrast(colour, toolbar), toolbar).toBeGreaterThanOrEqual(3);
  });
});

describe('the welcome page', () => {
  beforeEach(() => {
    Object.assign(world, { opened: [], installType: 'normal' });
  });

  it('comes on the first installation', async () => {
    await welcome('install', true);
    expect(world.opened).toEqual(['ext://x/welcome']);
  });

  it.each([
    ['an update', 'update', false, 'normal'],
    ["a browser's update", 'browser_update', false, 'normal'],
    ['a policy that turns it off', 'install', true, 'normal'],
    ['an installation by policy', 'install', false, 'admin'],
  ])('stays away on %s', async (_what, reason, off, installType) => {
    world.installType = installType;
    await welcome(reason, !off);
    expect(world.opened).toEqual([]);
  });
});
