import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserRig } from './browser-rig';
import type { ChromiumRaw } from './chromium-raw';
import type { Firefox } from './firefox';
import { temporaryFolder } from './processes';

/** The files of a small extension: its manifest without what every one has, and its other files by name. */
export interface SmallExtension {
  manifest: object;
  files: Record<string, string>;
}

const GECKO_ID = 'second@second.example';

function write({ manifest, files }: SmallExtension): string {
  const folder = temporaryFolder('second');
  const whole = {
    manifest_version: 3,
    name: 'Second',
    version: '1.0',
    browser_specific_settings: { gecko: { id: GECKO_ID } },
    ...manifest,
  };
  for (const [name, text] of Object.entries({ ...files, 'manifest.json': JSON.stringify(whole) }))
    writeFileSync(join(folder, name), text);
  return folder;
}

/** Installs a second extension beside ours. @returns the address of its files, `…-extension://<its id>/` */
export async function installSecond(rig: BrowserRig, extension: SmallExtension): Promise<string> {
  const path = write(extension);
  if (rig.kind === 'chromium') {
    const { pipe } = rig as ChromiumRaw;
    const { id } = await pipe.send<{ id: string }>('Extensions.loadUnpacked', { path });
    return `chrome-extension://${id}/`;
  }
  const firefox = rig as Firefox;
  await firefox.marionette.send('Addon:Install', { path, temporary: true, allowPrivateBrowsing: false });
  const host = await firefox.chrome<string>(
    `return WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)}).mozExtensionHostname`,
  );
  return `moz-extension://${host}/`;
}

/** The id under which other extensions know ours. */
export function ownId(rig: BrowserRig): Promise<string> {
  return rig.ask<string>('return browser.runtime.id');
}
