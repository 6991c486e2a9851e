/**
 * A browser in memory for the worker's tests: tabs, windows, storage and the calls the worker makes, each of which
 * can be told to reject or to hang. Tabs go away as measured (docs/browser-facts.md): a discarded tab gets a new id.
 */
type Fault = 'reject' | 'hang';

export interface FakeTab {
  id: number;
  windowId: number;
  index: number;
  url: string;
  title: string;
  active: boolean;
  incognito: boolean;
  openerTabId?: number;
  discarded?: boolean;
  status?: 'loading' | 'complete';
  lastAccessed?: number;
}

type Replaced = (added: number, removed: number) => void;

interface RuleChange {
  addRules: { id: number }[];
  removeRuleIds: number[];
}

function changeRules(rules: Map<number, unknown>, { addRules, removeRuleIds }: RuleChange): void {
  for (const id of removeRuleIds) rules.delete(id);
  for (const rule of addRules) {
    if (rules.has(rule.id)) throw new Error(`Rule with id ${rule.id} does not have a unique ID.`);
    rules.set(rule.id, rule);
  }
}

const EXTENSION = 'chrome-extension://sangfroid/';

export class FakeBrowser {
  readonly tabList = new Map<number, FakeTab>();
  readonly stores = { session: new Map<string, unknown>(), local: new Map<string, unknown>() };
  readonly faults = new Map<string, Fault>();
  /** Rules that outlive the browser, and those that do not. */
  readonly rules = new Map<number, unknown>();
  readonly sessionRules = new Map<number, unknown>();
  readonly alarms = new Map<string, object>();
  readonly calls: string[] = [];
  /** What the browser lists of a tab's frames; nothing is said of a tab that is not in it. */
  readonly frames = new Map<number, { frameId: number; parentFrameId?: number; documentId?: string }[]>();
  /** Tabs that can be neither discarded nor removed. */
  readonly untouchable = new Set<number>();
  /** Windows without a tab strip. */
  readonly popupWindows = new Set<number>();
  private readonly replacedListeners: Replaced[] = [];
  private nextId = 1;

  addTab(url: string, more: Partial<FakeTab> = {}): FakeTab {
    const tab = {
      id: this.nextId++,
      windowId: 1,
      index: 0,
      url,
      title: '',
      active: true,
      incognito: false,
      status: 'complete' as const,
      ...more,
    };
    if (tab.active) for (const other of this.tabList.values()) other.active = false;
    this.tabList.set(tab.id, tab);
    return tab;
  }

  /** Addresses of our own pages that are open. */
  ownPages(): string[] {
    return [...this.tabList.values()].filter((tab) => tab.url.startsWith(EXTENSION)).map((tab) => tab.url);
  }

  /** The object that stands for `browser`. */
  readonly api = {
    runtime: {
      id: 'sangfroid',
      getURL: (path: string) => EXTENSION + path,
      getManifest: () => ({ version: '0.0.0' }),
    },
    i18n: { getMessage: (key: string) => key, getUILanguage: () => 'en' },
    tabs: {
      get: (id: number) => this.run('tabs.get', () => this.tab(id)),
      query: (filter: { active?: boolean; windowId?: number; discarded?: boolean }) =>
        this.run('tabs.query', () =>
          [...this.tabList.values()].filter(
            (tab) =>
              (filter.active === undefined || tab.active === filter.active) &&
              (filter.discarded === undefined || (tab.discarded ?? false) === filter.discarded) &&
              (filter.windowId === undefined || tab.windowId === filter.windowId),
          ),
        ),
      create: ({ url, windowId = 1, active = true }: { url: string; windowId?: number; active?: boolean }) =>
        this.run('tabs.create', () => this.addTab(url, { windowId, active })),
      update: (id: number, change: Partial<FakeTab>) =>
        this.run('tabs.update', () => {
          const tab = this.tab(id);
          if (change.active) for (const other of this.tabList.values()) other.active = false;
          return Object.assign(tab, change);
        }),
      move: (id: number, { windowId }: { windowId: number }) =>
        this.run('tabs.move', () => Object.assign(this.tab(id), { windowId, active: false })),
      remove: (id: number) =>
        this.run('tabs.remove', () => {
          this.tab(id);
          if (this.untouchable.has(id)) return;
          this.tabList.delete(id);
        }),
      discard: (id: number) =>
        this.run('tabs.discard', () => {
          const { url } = this.tab(id);
          if (this.untouchable.has(id)) throw new Error(`Cannot discard tab with id: ${id}`);
          this.tabList.delete(id);
          const made = this.addTab(url, { active: false, discarded: true });
          for (const tell of this.replacedListeners) tell(made.id, id);
          return made;
        }),
      onReplaced: { addListener: (listener: Replaced) => void this.replacedListeners.push(listener) },
      captureVisibleTab: () => this.run('tabs.captureVisibleTab', () => 'data:image/jpeg;base64,AA=='),
      sendMessage: () => this.run('tabs.sendMessage', () => undefined),
      getZoom: () => this.run('tabs.getZoom', () => 1),
    },
    windows: {
      get: (id: number) =>
        this.run('windows.get', () => {
          const type = this.popupWindows.has(id) ? 'popup' : 'normal';
          return { id, type, state: 'normal', incognito: false };
        }),
      getAll: () => this.run('windows.getAll', () => [{ id: 1, incognito: false }]),
      update: () => this.run('windows.update', () => undefined),
      create: (made: { url: string }) =>
        this.run('windows.create', () => ({ tabs: [this.addTab(made.url, { windowId: 2 })] })),
    },
    storage: {
      session: this.area('session'),
      local: this.area('local'),
      managed: { get: () => Promise.resolve({}) },
      onChanged: { addListener: () => undefined, removeListener: () => undefined },
    },
    webNavigation: {
      getAllFrames: ({ tabId }: { tabId: number }) =>
        this.run('webNavigation.getAllFrames', () => this.frames.get(tabId) ?? null),
    },
    scripting: { executeScript: () => this.run('scripting.executeScript', () => []) },
    sessions: { getRecentlyClosed: () => this.run('sessions.getRecentlyClosed', () => []) },
    permissions: { contains: () => this.run('permissions.contains', () => true) },
    action: {
      setIcon: () => Promise.resolve(),
      getTitle: () => Promise.resolve(''),
      setTitle: () => Promise.resolve(),
      setBadgeText: () => Promise.resolve(),
      setBadgeBackgroundColor: () => Promise.resolve(),
    },
    declarativeNetRequest: {
      updateDynamicRules: (change: RuleChange) =>
        this.run('dnr.updateDynamicRules', () => changeRules(this.rules, change)),
      updateSessionRules: (change: RuleChange) =>
        this.run('dnr.updateSessionRules', () => changeRules(this.sessionRules, change)),
      getDynamicRules: () => this.run('dnr.getDynamicRules', () => [...this.rules.values()]),
      getSessionRules: () => this.run('dnr.getSessionRules', () => [...this.sessionRules.values()]),
    },
    alarms: {
      get: (name: string) => this.run('alarms.get', () => this.alarms.get(name)),
      create: (name: string, when: object) =>
        this.run('alarms.create', () => void this.alarms.set(name, when)),
      clear: (name: string) => this.run('alarms.clear', () => this.alarms.delete(name)),
    },
  };

  private area(name: 'session' | 'local') {
    const store = this.stores[name];
    return {
      get: (key: string | null) =>
        this.run(`storage.${name}.get`, () => {
          if (key === null) return Object.fromEntries(structuredClone(store));
          return store.has(key) ? { [key]: structuredClone(store.get(key)) } : {};
        }),
      set: (values: Record<string, unknown>) =>
        this.run(`storage.${name}.set`, () => {
          for (const [key, value] of Object.entries(values)) store.set(key, structuredClone(value));
        }),
      remove: (keys: string | string[]) =>
        this.run(`storage.${name}.remove`, () => [keys].flat().forEach((key) => store.delete(key))),
    };
  }

  private tab(id: number): FakeTab {
    const tab = this.tabList.get(id);
    if (!tab) throw new Error(`No tab with id: ${id}`);
    return tab;
  }

  private run<T>(call: string, work: () => T): Promise<T> {
    this.calls.push(call);
    const fault = this.faults.get(call);
    if (fault === 'hang') return new Promise(() => undefined);
    if (fault === 'reject') return Promise.reject(new Error(`${call} refused`));
    // Answers come later, never at once, as in a real browser.
    return new Promise((resolve, reject) => {
      setTimeout(() => {
        try {
          resolve(work());
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      }, 1);
    });
  }
}
