import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LaunchOptions } from './browser-rig';
import { Marionette } from './marionette';
import { until } from './processes';

/** The same window as Chromium's. */
export const HEADLESS_SIZE = {
  MOZ_HEADLESS_WIDTH: '1280',
  MOZ_HEADLESS_HEIGHT: '900',
  MOZ_CRASHREPORTER_DISABLE: '1',
};

/** Preferences of a Firefox that talks to nothing but this machine and keeps a person's defaults otherwise. */
function preferences(options: LaunchOptions): Record<string, string | number | boolean> {
  return {
    'marionette.port': 0,
    'remote.prefs.recommended': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.page': 0,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.aboutwelcome.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.reportingpolicy.firstRun': false,
    'app.update.disabledForTesting': true,
    'app.normandy.enabled': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'extensions.update.enabled': false,
    'extensions.getAddons.cache.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'intl.locale.requested': 'en-US',
    'intl.accept_languages': 'en-US, en',
    // Everything but this machine goes to a proxy that is not there.
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': 9,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': 9,
    'network.proxy.no_proxies_on': 'localhost, .localhost, 127.0.0.1',
    'dom.disable_open_during_load': !options.popupsAllowed,
    ...options.preferences,
  };
}

/** In the profile: the port that a running Firefox has chosen. */
const PORT_FILE = 'MarionetteActivePort';

/** Writes the preferences of a run into its profile. */
export function writeProfile(profile: string, options: LaunchOptions): void {
  const lines = Object.entries(preferences(options)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  rmSync(join(profile, PORT_FILE), { force: true }); // a killed one leaves it, and its port may be anybody's by now
}

/** Firefox writes the port it chose into its profile; undefined where it does not in 60 s, or has ended. */
export async function connect(profile: string, hasEnded: () => boolean): Promise<Marionette | undefined> {
  const file = join(profile, PORT_FILE);
  const found = await until(60_000, async () => {
    if (hasEnded()) return null;
    if (!existsSync(file)) return undefined;
    const port = Number(readFileSync(file, 'utf8'));
    return port > 0 ? Marionette.connect(port).catch(() => undefined) : undefined;
  });
  return found ?? undefined;
}
