import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { TAKEN } from '../../src/messages/content-messages';
import { definedFor } from '../build/defined.ts';

const SCRIPTS = ['src/page/watch.iife.ts', 'src/content/gate.iife.ts', 'src/content/detector.iife.ts'];

/**
 * A background that only takes notes: no verdict, nothing is closed. It says that it has heard, else the page tells the
 * same again and again, and what it told first would be noted last.
 */
export const BACKGROUND = `
const notes = {};
const siteOf = (url) => { try { return new URL(url).hostname.split('.')[0]; } catch { return ''; } };
const inject = (tabId, frameId) => chrome.scripting.executeScript({
  target: { tabId, frameIds: [frameId] }, files: ['detector.iife.js'], injectImmediately: true }).catch(() => {});
chrome.runtime.onMessage.addListener((message, sender, answer) => {
  answer(${TAKEN});
  const note = (notes[siteOf(sender.tab?.url ?? '')] ??= { tabId: sender.tab?.id, gate: null, told: null, frames: {} });
  // An act that opens the gate is told first (src/content/gate/gate.ts).
  note.told ??= message.type === 'act' ? 'act' : 'words';
  if (message.type === 'gate') { note.gate ??= note.told; inject(sender.tab.id, sender.frameId); }
  if (message.type !== 'facts') return;
  const facts = { ...message.facts, address: sender.url ?? message.facts.address };
  // Another tab of this run ends full screen; here it counts once it was seen.
  facts.looks.fullscreen ||= note.frames[sender.frameId]?.looks.fullscreen ?? false;
  note.frames[sender.frameId] = facts;
});
globalThis.gathered = (site) => { const { frames = {}, gate = null } = notes[site] ?? {}; return { frames, gate }; };
globalThis.force = async (site) => {
  if (notes[site]?.frames[0]) return false;
  const tab = (await chrome.tabs.query({})).find((tab) => siteOf(tab.url ?? '') === site);
  if (tab) await inject(tab.id, 0);
  return Boolean(tab);
};
`;

interface Manifest {
  content_scripts: { js: string[] }[];
}

/** Builds an extension that watches pages as the product does, and only takes notes. @returns its folder */
export async function gatheringExtension(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  for (const entry of SCRIPTS) {
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      define: definedFor('chrome'),
      build: {
        outDir: join(folder, 'build'),
        target: 'es2022',
        lib: { entry, formats: ['iife'], name: 'sangfroid', fileName: () => nameOf(entry) },
      },
    });
    copyFileSync(join(folder, 'build', nameOf(entry)), join(folder, nameOf(entry)));
  }
  const { content_scripts } = JSON.parse(readFileSync('manifest.json', 'utf8')) as Manifest;
  const manifest = {
    manifest_version: 3,
    name: 'Gathering of facts',
    version: '1',
    background: { service_worker: 'background.js' },
    content_scripts: content_scripts.map((script) => ({ ...script, js: script.js.map(nameOf) })),
    permissions: ['scripting', 'tabs'],
    host_permissions: ['<all_urls>'],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'background.js'), BACKGROUND);
  return folder;
}

const nameOf = (entry: string): string => (entry.split('/').at(-1) ?? entry).replace(/\.ts$/, '.js');
