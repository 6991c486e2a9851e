import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  asyncBody,
  type BrowserKind,
  type BrowserRig,
  type LaunchOptions,
  type OpenPage,
} from '../rig/browser-rig';
import { launchChromiumRaw, type ChromiumRaw } from '../rig/chromium-raw';
import { packCrx, zipFolder } from '../rig/crx';
import { ensureBuilt, geckoId } from '../rig/dist';
import { launchFirefox, type Firefox } from '../rig/firefox';
import { withOwnEtc } from '../rig/own-etc';
import { servePages, type PageServer } from '../rig/page-server';
import { sleep, temporaryFolder, until } from '../rig/processes';
import manifest from '../../manifest.json';

/** A browser in which the extension is really installed, so that it and its tabs are there again after a restart. */
export interface Installed {
  /** The running browser; another one after each start. */
  rig: BrowserRig;
  /** Evaluates the body of an async function in a page of the extension. */
  ask<T>(body: string): Promise<T>;
  /** Starts the browser again with the same profile. */
  startAgain(): Promise<void>;
  /** Ends it as a person does. */
  quit(): Promise<void>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** Installs the built extension for good in a new profile. */
export function openInstalled(kind: BrowserKind, options: Partial<LaunchOptions> = {}): Promise<Installed> {
  return kind === 'chromium' ? installedChromium(options) : installedFirefox(options);
}

/** Chromium: packed, signed, and installed by a policy that only this browser sees. */
async function installedChromium(options: Partial<LaunchOptions>): Promise<Installed> {
  const crx = packCrx(await ensureBuilt('chrome'));
  const server = await serveUpdate(crx);
  const policies = temporaryFolder('policy');
  mkdirSync(join(policies, 'policies/managed'), { recursive: true });
  const policy = {
    ExtensionInstallForcelist: [`${crx.id};http://127.0.0.1:${server.port}/update.xml`],
    RestoreOnStartup: 1,
    DeveloperToolsAvailability: 1, // else no driver may look into what a policy installed
  };
  writeFileSync(join(policies, 'policies/managed/installed.json'), JSON.stringify(policy));
  const profile = temporaryFolder('chromium-installed');
  const base = `chrome-extension://${crx.id}/`;
  const start = (switches: string[]): Promise<ChromiumRaw> =>
    withOwnEtc('chromium', policies, () =>
      launchChromiumRaw({ ...options, dist: null, profile, switches, policyInstalls: true }),
    );
  const rig = await start([]);
  const own = new WeakMap<BrowserRig, OpenPage>();
  return build(rig, base, {
    ask: async <T>(running: BrowserRig, body: string) => {
      // Not one that was brought back: as long as nobody looks at it, Chromium 120 does not load it.
      const page = own.get(running) ?? (await running.open(`${base}manifest.json`));
      own.set(running, page);
      return running.inPage<T>(page, asyncBody(body)).catch((error: unknown) => {
        own.delete(running); // it may have come before the extension: it would stay an error page
        throw error;
      });
    },
    isThere: async (running) =>
      (await (running as ChromiumRaw).targets()).some(({ url }) => url.startsWith(base)),
    again: () => start(['--restore-last-session', '--hide-crash-restore-bubble']),
    quit: (running) => (running as ChromiumRaw).pipe.send('Browser.close').then(() => undefined),
    close: () => server.close(),
  });
}

/** What Chromium's updater asks for: the list with one version, and the file. */
function serveUpdate({ id, bytes }: { id: string; bytes: Buffer }): Promise<PageServer> {
  return servePages(({ path }) => {
    if (path === '/extension.crx') return { body: bytes, type: 'application/x-chrome-extension' };
    if (path !== '/update.xml') return undefined;
    const body = `<?xml version="1.0"?><gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
      <app appid="${id}"><updatecheck codebase="http://127.0.0.1:${server.port}/extension.crx" version="${manifest.version}"/></app></gupdate>`;
    return { body, type: 'text/xml' };
  }).then((made) => (server = made));
}
let server: PageServer;

/** Firefox: the file in the profile's own folder of extensions, unsigned ones allowed. */
async function installedFirefox(options: Partial<LaunchOptions>): Promise<Installed> {
  const dist = await ensureBuilt('firefox');
  const id = geckoId(join(dist, 'manifest.json'));
  const profile = temporaryFolder('firefox-installed');
  mkdirSync(join(profile, 'extensions'));
  writeFileSync(join(profile, 'extensions', `${id}.xpi`), zipFolder(dist));
  const preferences = {
    ...options.preferences,
    'xpinstall.signatures.required': false,
    'extensions.autoDisableScopes': 0,
    'extensions.enabledScopes': 15,
    'browser.startup.page': 3,
    'browser.sessionstore.interval': 500,
  };
  const start = (): Promise<Firefox> => launchFirefox({ ...options, dist: null, profile, preferences });
  const rig = await start();
  const find = `return WebExtensionPolicy.getByID(${JSON.stringify(id)})?.mozExtensionHostname ?? ''`;
  const host = await until(20_000, async () => (await rig.chrome<string>(find)) || undefined, 200);
  if (!host) throw new Error('Firefox did not take the extension.');
  const base = `moz-extension://${host}/`;
  return build(rig, base, {
    isThere: () => Promise.resolve(true),
    ask: async <T>(running: BrowserRig, body: string) => {
      const at = await running.ask<string>('return location.href').catch(() => '');
      if (!at.startsWith(base))
        await (running as Firefox).marionette.send('WebDriver:Navigate', { url: `${base}manifest.json` });
      return running.ask<T>(body);
    },
    again: start,
    quit: (running) =>
      (running as Firefox).marionette
        .send('Marionette:Quit', { flags: ['eAttemptQuit'] })
        .then(() => undefined),
    close: () => undefined,
  });
}

interface Ways {
  /** The browser has installed the extension: a page of it opened earlier would stay an error page. */
  isThere(rig: BrowserRig): Promise<boolean>;
  ask<T>(rig: BrowserRig, body: string): Promise<T>;
  again(): Promise<BrowserRig>;
  quit(running: BrowserRig): Promise<void>;
  close(): void;
}

async function build(first: BrowserRig, base: string, ways: Ways): Promise<Installed> {
  const browser: Installed = {
    rig: first,
    ask: <T>(body: string) => ways.ask<T>(browser.rig, body),
    startAgain: async () => {
      browser.rig = await ways.again();
      await ready(browser, base, ways);
    },
    quit: async () => {
      await ways.quit(browser.rig).catch(() => undefined); // the answer may be lost with the browser
      await until(10_000, () => !browser.rig.alive() || undefined);
      await browser.rig.close();
    },
    kill: async () => {
      await browser.rig.close(); // SIGKILL for the whole process group
      await sleep(500);
    },
    close: async () => {
      await browser.rig.close();
      ways.close();
    },
  };
  await ready(browser, base, ways);
  return browser;
}

/** Waits until the extension answers; the rig knows its address only where it installed the extension itself. */
async function ready(browser: Installed, base: string, ways: Ways): Promise<void> {
  (browser.rig as { base: string }).base = base;
  await until(40_000, async () => (await ways.isThere(browser.rig)) || undefined, 200);
  const count = () => browser.ask<number>('return (await browser.tabs.query({})).length').catch(() => 0);
  const found = await until(40_000, async () => (await count()) > 0 || undefined, 300);
  if (!found) throw new Error('The installed extension does not answer.');
}
