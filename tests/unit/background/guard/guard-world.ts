import { vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../src/storage/settings';

export const HOUR = 3_600_000;

/** What the browser and the stores say to the guard, and what it did to them. */
export const world = {
  updated: [] as { tabId: number; url: string }[],
  /** What each tab shows. */
  shown: 'https://files.example/page',
  created: [] as string[],
  places: [] as (number | undefined)[],
  cancelled: [] as number[],
  /** What was done to downloads, in order, with the number of questions that were there by then. */
  downloads: [] as string[],
  /** The browser opens no page of ours. */
  noPages: false,
  /** The window in front is a private one. */
  privateInFront: false,
  /** The settings are never told. */
  storeHangs: false,
  /** Downloads that are under way; null where the person has not given the permission. */
  running: null as object[] | null,
  session: {} as Record<string, unknown>,
  full: false,
  settings: {} as object,
  remoteGuard: true,
  lastIncidentAt: null as number | null,
  lastScamAt: null as number | null,
  /** When the person closed a page that nobody called a scam. */
  lastClosedAt: null as number | null,
  incognito: false,
  careful: false,
};

const done = (what: string) => (id: number) => {
  world.downloads.push(`${what} ${id}, ${world.created.length} asked`);
  return Promise.resolve();
};

/** Downloads that say nothing of their state are under way. */
const fits =
  ({ state }: { state?: string }) =>
  (item: object): boolean =>
    ('state' in item ? item.state : 'in_progress') === state;

/** The guard over that world as it is after an incident, started anew: it remembers what was allowed. */
export async function startGuard() {
  vi.resetModules();
  vi.doMock('../../../../src/browser/api', () => ({
    browser: {
      runtime: { getURL: (path: string) => `ext://x/${path}` },
      tabs: {
        get: (id: number) =>
          Promise.resolve({
            id,
            windowId: 1,
            index: 4,
            incognito: world.incognito || (id === 7 && world.privateInFront),
            url: world.shown,
          }),
        query: () => Promise.resolve([{ id: 7, windowId: 1, incognito: world.privateInFront }]),
        update: (tabId: number, { url }: { url: string }) =>
          Promise.resolve(void world.updated.push({ tabId, url })),
        create: ({ url, index }: { url: string; index?: number }) => {
          if (world.noPages) return Promise.reject(new Error('no'));
          world.created.push(url);
          world.places.push(index);
          return Promise.resolve({ id: 8 });
        },
      },
      windows: {
        get: (id: number) => Promise.resolve({ type: 'normal', incognito: id === 1 && world.privateInFront }),
        getAll: () => Promise.resolve([{ id: 2, incognito: false }]),
        create: () => Promise.reject(new Error('no')),
        update: () => Promise.resolve(),
      },
      downloads: {
        pause: done('pause'),
        resume: done('resume'),
        removeFile: done('removeFile'),
        cancel: (id: number) => {
          world.cancelled.push(id);
          return done('cancel')(id);
        },
        search: (filter: { state?: string }) => {
          if (world.running === null) throw new TypeError('There is no browser.downloads.');
          return Promise.resolve(world.running.filter(fits(filter)));
        },
      },
      storage: {
        session: {
          get: () => Promise.resolve(world.session),
          set: (values: object) =>
            world.full
              ? Promise.reject(new Error('full'))
              : Promise.resolve(void Object.assign(world.session, values)),
          remove: () => Promise.resolve(),
        },
      },
    },
  }));
  const told = () => (world.storeHangs ? new Promise(() => undefined) : Promise.resolve(world.settings));
  vi.doMock('../../../../src/storage/settings-store', () => ({
    loadSettings: told,
    knownSettings: told,
    onSettingsChanged: () => undefined,
  }));
  vi.doMock('../../../../src/storage/settings-policy', () => ({
    loadPolicy: () =>
      world.storeHangs ? new Promise(() => undefined) : Promise.resolve({ remoteGuard: world.remoteGuard }),
  }));
  vi.doMock('../../../../src/storage/incident-times', () => ({
    lastIncidentAt: (_now: number, { orUnjudged }: { orUnjudged?: boolean }) =>
      Promise.resolve(orUnjudged ? (world.lastClosedAt ?? world.lastIncidentAt) : world.lastIncidentAt),
  }));
  vi.doMock('../../../../src/background/state/scam-times', () => ({
    lastScamAt: () => Promise.resolve(world.lastScamAt),
  }));
  vi.doMock('../../../../src/background/guard/careful-visit', () => ({
    isCarefulVisit: () => Promise.resolve(world.careful),
  }));
  Object.assign(world, {
    updated: [],
    shown: 'https://files.example/page',
    created: [],
    places: [],
    cancelled: [],
    downloads: [],
    noPages: false,
    privateInFront: false,
    storeHangs: false,
    running: null,
    session: {},
    full: false,
    settings: { ...DEFAULT_SETTINGS },
    remoteGuard: true,
    lastIncidentAt: Date.now() - HOUR,
    lastScamAt: null,
    lastClosedAt: null,
    incognito: false,
    careful: false,
  });
  return {
    ...(await import('../../../../src/background/guard/guard')),
    ...(await import('../../../../src/background/guard/why-ask')),
  };
}
