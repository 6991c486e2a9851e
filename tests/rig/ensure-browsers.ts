import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { VARIABLES } from './browser-kinds';
import type { BrowserKind } from './browser-rig';

/** What to look for on PATH, best first. Branded browsers last: they need a person's own install and update themselves. */
const NAMES: Record<BrowserKind, string[]> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'brave-browser',
  ],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

/** Where the browsers lie when they are not on PATH. */
const PLACES: Record<BrowserKind, string[]> = {
  chromium: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    '/snap/bin/chromium',
  ],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    'C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe',
    '/snap/bin/firefox',
  ],
};

/** Debian package of each, best first; Ubuntu's chromium and firefox packages only point at snap. */
const PACKAGES: Record<string, string[]> = {
  chromium: ['chromium', 'chromium-browser'],
  firefox: ['firefox-esr', 'firefox'],
  Xvfb: ['xvfb'],
  openbox: ['openbox'],
  xdotool: ['xdotool'],
  import: ['imagemagick'],
};

/** What real-window tests need beside the browsers (Linux only). */
const WINDOW_TOOLS = ['Xvfb', 'openbox', 'xdotool', 'import'];

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function onPath(name: string): string | undefined {
  const found = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  return found.find(isProgram);
}

/** The program that the person's variable names. @throws one clear line where there is none: it would be waited for */
function named(kind: BrowserKind): string | undefined {
  const name = process.env[VARIABLES[kind]];
  if (!name) return undefined;
  const found = /[\\/]/.test(name) ? resolve(name) : onPath(name);
  if (found === undefined || !isProgram(found))
    throw new Error(`${VARIABLES[kind]} is ${name}, and there is no such program.`);
  return found;
}

function lookFor(kind: BrowserKind): string | undefined {
  const theirs = named(kind);
  if (theirs !== undefined) return theirs;
  for (const name of NAMES[kind]) {
    const found = onPath(name);
    if (found) return found;
  }
  return PLACES[kind].find((file) => existsSync(file));
}

/** The browser's program. Throws one line that says what to install. */
export function findBrowser(kind: BrowserKind): string {
  const found = lookFor(kind);
  if (found) return found;
  const name = kind === 'chromium' ? 'Chrome or Chromium' : 'Firefox';
  throw new Error(`${name} was not found: install it, or set ${VARIABLES[kind]} to its program.`);
}

/** Whether such a browser is on this machine. */
export function hasBrowser(kind: BrowserKind): boolean {
  return lookFor(kind) !== undefined;
}

function canUseApt(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get') !== undefined;
}

/** Runs apt-get with a line of life every 5 s; true when it succeeded. */
async function apt(args: string[], what: string): Promise<boolean> {
  const begin = Date.now();
  console.log(`${what}…`);
  const ticker = setInterval(
    () => console.log(`  still at it, ${Math.round((Date.now() - begin) / 1000)} s`),
    5000,
  );
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const child = spawn('apt-get', ['-q', '-y', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: environment,
  });
  let trouble = '';
  child.stderr.on('data', (chunk: Buffer) => (trouble += chunk.toString()));
  const code = await new Promise<number | null>((done) =>
    child.on('close', done).on('error', () => done(-1)),
  );
  clearInterval(ticker);
  if (code !== 0) console.log(`  apt-get failed: ${trouble.trim().split('\n').at(-1) ?? `code ${code}`}`);
  return code === 0;
}

let updated = false;

/** Installs the first of several packages that exists. */
async function install(tool: string): Promise<void> {
  if (!updated) updated = await apt(['update'], 'Reading the package lists (apt-get update)');
  for (const name of PACKAGES[tool] ?? [])
    if (await apt(['install', '--no-install-recommends', name], `Installing ${name}`)) return;
}

/**
 * Finds the browsers, and on Debian or Ubuntu as root installs what is missing.
 * @returns the program of each kind. @throws one clear line when one cannot be had.
 */
export async function ensureBrowsers(kinds: readonly BrowserKind[]): Promise<Map<BrowserKind, string>> {
  const programs = new Map<BrowserKind, string>();
  for (const kind of kinds) {
    if (!lookFor(kind) && canUseApt()) await install(kind);
    programs.set(kind, findBrowser(kind));
  }
  return programs;
}

/** The same for the tools of the real-window tests. Throws one line naming what is missing. */
export async function ensureWindowTools(): Promise<void> {
  if (process.platform !== 'linux') throw new Error('The real-window tests need Linux with Xvfb.');
  for (const tool of WINDOW_TOOLS) if (!onPath(tool) && canUseApt()) await install(tool);
  const missing = WINDOW_TOOLS.filter((tool) => !onPath(tool));
  if (missing.length > 0)
    throw new Error(`Install ${missing.flatMap((tool) => PACKAGES[tool]).join(', ')} first.`);
}
