import type { LaunchOptions } from './browser-rig';

/** Command line of a Chromium that talks to nothing but this machine. */
export function switches(profile: string, options: LaunchOptions): string[] {
  const list = [
    '--remote-debugging-pipe',
    '--enable-unsafe-extension-debugging',
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-component-update',
    '--disable-sync',
    '--disable-search-engine-choice-screen',
    '--password-store=basic',
    '--use-mock-keychain',
    '--disable-dev-shm-usage',
    '--lang=en-US',
    '--window-size=1280,900',
    '--window-position=0,0',
    '--screen-info={1280x900}',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
  ];
  if (options.display === undefined) list.push('--headless=new', '--mute-audio');
  if (!options.policyInstalls) list.push('--disable-background-networking');
  if (options.asSwitch && options.dist !== null) list.push(`--load-extension=${options.dist}`);
  if (options.popupsAllowed) list.push('--disable-popup-blocking');
  if (process.getuid?.() === 0) list.push('--no-sandbox');
  return [...list, ...(options.switches ?? []), 'about:blank'];
}
