import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildExtension, distFolder, ROOT, TARGETS, type Target } from '../rig/dist';
import { FROZEN, FROZEN_FIREFOX, FROZEN_OPTIONAL, FROZEN_OPTIONAL_CHROME } from './frozen-permissions';

interface Manifest {
  permissions: string[];
  optional_permissions: string[];
  host_permissions: string[];
  content_scripts: { js: string[]; world?: string; run_at: string }[];
  web_accessible_resources?: { resources: string[]; use_dynamic_url?: boolean }[];
  content_security_policy: { extension_pages: string };
  background: { service_worker?: string; scripts?: string[] };
  browser_specific_settings?: { gecko: Record<string, unknown> };
}

/**
 * What every frame of every page loads: both content scripts together, bytes before compression (25,000 until frames
 * that have gone were let go, and shadow roots watched; 25,500 until words were read that are painted in pieces, and
 * those in text boxes and shown style rules; 25,700 until what blank texts, long ones and lists had hidden was read,
 * dialogs were counted in a row, and what somebody typed was left alone; 26,450 until shadow roots that come late were
 * read, what a page draws anew by itself was no reload any more, and Russian words could have Latin letters; 27,150 until
 * a flood of history entries could not freeze Firefox any more; 27,400 until Firefox was spared walks through lists; 27,450
 * until numbers below a label were read apart from it, and somebody else in the machine opened the gate; 27,700 until a
 * page that was a mistake got its sound and its "Leave this page?" back, and a judged one no window above all others;
 * 28,050 until a page's own words were read before those of boxes beside it, and no key could put off for ever the look at
 * what had changed; 28,100 until words were read while a document without a body is parsed; 28,250 until all that stands
 * beside a body was read, frames of another site were told by their document, and a gate that is open let go of roots).
 */
const FRAME_BUDGET = 28_375;
/**
 * What a suspicious frame loads on top: nine tenths of it words of 17 languages (440,000 until the seventh blind set,
 * 500,000 until words taken apart into boxes were read, 502,000 until those came that only an account's own keeper says,
 * 503,500 until layers in shadow roots were seen, 504,000 until menus and slots of components were, 505,500 until encrypted
 * files, cameras that others look through and couriers for cards came in, 513,000 until what to tell one's bank, whom to
 * tell nothing and the names of more programs for remote control came in, 625,000 until numbers that are said in pairs of
 * digits or with "double" were read, 626,500 until digits in words of six more languages were, 627,500
 * until the heartbeat began anew, and letters that a clip or a colour seemed to hide were read, 628,000 until words that
 * l for i would make others were told apart, and case numbers and the words of a link from what a page itself says, 631,000
 * until companies named like everyday words were heard in the word order of each language, 632,500 until a layer in the
 * midst of a long page was read, 633,000 until numbers in words waited for whom they are asked for: that saves the worker
 * 1.4 ms at each start, 633,100 until words were no longer looked for twice once their places are measured, 633,500 until
 * terms of the wording stood so that a page reads only those it asks for, which saves its first look some 3 ms°, 637,500 until
 * everyday sentences of five languages were told apart from threats, and routes of a site from dead links, 638,500 until
 * a text whose place was measured was let go of).
 */
const DETECTOR_BUDGET = 638_750;

const WANTED: Record<Target, { permissions: string[]; optional: string[] }> = {
  chrome: { permissions: FROZEN, optional: [...FROZEN_OPTIONAL, ...FROZEN_OPTIONAL_CHROME] },
  firefox: { permissions: [...FROZEN, ...FROZEN_FIREFOX], optional: FROZEN_OPTIONAL },
};

/** Ways to the network or to code from text; the product uses none of them. */
const FORBIDDEN: [string, RegExp][] = [
  ['fetch', /[."'`]fetch\b|\bfetch\s*[(:,}]/],
  [
    'a connection',
    /\b(?:XMLHttpRequest|WebSocket(?:Stream)?|EventSource|WebTransport|RTCPeerConnection|sendBeacon)\b/,
  ],
  ['eval', /(?<![\w.$])eval\(/],
  ['new Function', /new Function\b|(?<![\w.$])Function\(/],
  ['importScripts', /importScripts\(/],
  ['innerHTML', /\.(?:inner|outer)HTML\s*=[^=]/],
  ['an address of the network in code', /(?:import|from)\s*\(?["']https?:/],
];

describe('the search for ways to the network or to code from text', () => {
  it.each([
    'fetch(a)', 'globalThis.fetch(a)', 'self["fetch"](a)', 'const{fetch:b}=self', 'let{fetch}=self',
    'new XMLHttpRequest', 'new window.WebSocket(a)', 'Reflect.construct(self.EventSource,[a])',
    'navigator.sendBeacon(a)', 'new WebTransport(a)', 'new RTCPeerConnection', 'importScripts(a)', 'eval(a)',
  ])('finds %s', (code) => {
    expect(FORBIDDEN.some(([, pattern]) => pattern.test(code))).toBe(true);
  }); // prettier-ignore

  it.each(['prefetch(a)', 'fetched=1', 'this.refetch()', '"we fetch it"'])('lets %s be', (code) => {
    expect(FORBIDDEN.filter(([, pattern]) => pattern.test(code))).toEqual([]);
  });
});

function filesOf(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return all.filter((name) => statSync(join(folder, name)).isFile());
}

/** Files that a module has to have before it can run. */
const importsOf = (code: string): string[] =>
  [...code.matchAll(/(?:\bfrom|\bimport)\s*["']\.?\/?([^"']+)["']/g)].map((match) => match[1] ?? '');

describe.each(TARGETS)('dist/%s', (target) => {
  const folder = distFolder(target);
  let manifest: Manifest;
  let scripts: [string, string][];

  beforeAll(async () => {
    if (!existsSync(join(folder, 'manifest.json'))) await buildExtension(target);
    manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest; // what the build wrote
    scripts = filesOf(folder)
      .filter((name) => name.endsWith('.js'))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
  }, 60_000);

  const contentScripts = () => manifest.content_scripts.flatMap(({ js }) => js);
  const injected = () => [...contentScripts(), 'src/content/detector.iife.js'];

  it('has content scripts that run at once: no loader, no import, at document_start', () => {
    expect(contentScripts().length).toBe(2);
    for (const { run_at } of manifest.content_scripts) expect(run_at).toBe('document_start');
    for (const name of injected()) {
      expect(name).toMatch(/\.iife\.js$/);
      expect(name).not.toMatch(/-loader/);
      const code = readFileSync(join(folder, name), 'utf8');
      expect(code, name).not.toMatch(/\bimport\s*\(|^\s*import\b|^\s*export\b/m);
    }
  });

  it('wakes its worker with one file and shows the warning with two: each further one takes some 10 ms', () => {
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    const { service_worker, scripts: [first] = [] } = manifest.background;
    expect(importsOf(read(service_worker ?? first ?? ''))).toEqual([]);
    const [script = ''] = /assets\/[^"]+\.js/.exec(read('src/ui/warning/warning.html')) ?? [];
    const paintsFirst = target === 'chrome';
    if (paintsFirst) expect(importsOf(read(script))).toEqual([expect.stringMatching(/^preload-/)]);
    const [, later = ''] = /paint.*import\(`.\/([^`]+)`\)/.exec(read(script)) ?? [];
    const begins = paintsFirst ? `assets/${later}` : script;
    expect(importsOf(read(begins))).toEqual([expect.stringMatching(/^shared-/)]);
  });

  it('opens nothing but the warning page to web pages', () => {
    const open = manifest.web_accessible_resources ?? [];
    expect(open.flatMap(({ resources }) => resources)).toEqual(['src/ui/warning/warning.html']);
    if (target === 'chrome') for (const entry of open) expect(entry.use_dynamic_url).toBe(true);
  });

  it('asks for the frozen list of permissions', () => {
    expect([...manifest.permissions].sort()).toEqual([...WANTED[target].permissions].sort());
    expect([...manifest.optional_permissions].sort()).toEqual([...WANTED[target].optional].sort());
    expect(manifest.host_permissions).toEqual(['<all_urls>']);
  });

  it('has a policy for its own pages that lets nothing in from outside', () => {
    const policy = manifest.content_security_policy.extension_pages;
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(policy).not.toMatch(/https?:|unsafe|\*/);
  });

  it.each(FORBIDDEN)('has no %s in any bundle', (_name, pattern) => {
    const found = scripts.filter(([, code]) => pattern.test(code)).map(([name]) => name);
    expect(found).toEqual([]);
  });

  it('keeps within its budgets', () => {
    const size = (name: string) => statSync(join(folder, name)).size;
    const everyFrame = contentScripts().reduce((sum, name) => sum + size(name), 0);
    expect(everyFrame, 'both content scripts together').toBeLessThanOrEqual(FRAME_BUDGET);
    expect(size('src/content/detector.iife.js'), 'detector').toBeLessThanOrEqual(DETECTOR_BUDGET);
    const packed = filesOf(folder).reduce(
      (sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length,
      0,
    );
    expect(packed, 'all files, compressed').toBeLessThanOrEqual(2_000_000);
  });

  it('has its rules ready in the detector, and in the worker only once they are asked for', () => {
    const stands = (name: string) =>
      /(return|=)\{packs:\[/.exec(readFileSync(join(folder, name), 'utf8'))?.[1];
    expect(stands('src/content/detector.iife.js')).toBe('=');
    expect(stands(manifest.background.service_worker ?? manifest.background.scripts?.[0] ?? '')).toBe(
      'return',
    );
  });

  it('carries the texts of our licence and of each package that is in it', () => {
    const text = (path: string) => readFileSync(path, 'utf8');
    expect(text(join(folder, 'LICENSE'))).toBe(text(join(ROOT, 'LICENSE')));
    const notices = text(join(folder, 'third-party-notices.txt'));
    const named = [...notices.matchAll(/^={80}\n(\S+) (\S+): /gm)].map(([, name = '', version]) => [
      name,
      version,
    ]);
    const { dependencies } = JSON.parse(text(join(ROOT, 'package.json'))) as {
      dependencies: Record<string, string>;
    };
    expect(Object.fromEntries(named)).toEqual(dependencies);
    for (const name of Object.keys(dependencies)) {
      const file = readdirSync(join(ROOT, 'node_modules', name)).find((one) => /^licen[cs]e/i.test(one));
      expect(notices, name).toContain(text(join(ROOT, 'node_modules', name, file ?? '')).trim());
    }
  });

  it('has no page with an inline script or a script from elsewhere', () => {
    for (const name of filesOf(folder).filter((file) => file.endsWith('.html'))) {
      const html = readFileSync(join(folder, name), 'utf8');
      expect(html, name).not.toMatch(/<script(?![^>]* src=)[^>]*>/i);
      expect(html, name).not.toMatch(/(?:src|href)="https?:/i);
      expect(html, name).not.toMatch(/\son\w+=/i);
    }
  });
});

describe('dist/firefox', () => {
  it('names itself, its oldest Firefox and that it collects nothing', () => {
    const text = readFileSync(join(distFolder('firefox'), 'manifest.json'), 'utf8');
    const { browser_specific_settings: settings } = JSON.parse(text) as Manifest; // what the build wrote
    expect(settings?.gecko.id).toMatch(/@/);
    expect(settings?.gecko.strict_min_version).toBe('142.0');
    expect(settings?.gecko.data_collection_permissions).toEqual({ required: ['none'] });
  });

  it('passes web-ext lint without an error or a warning', async () => {
    const program = join(ROOT, 'node_modules/web-ext/bin/web-ext.js');
    const args = [
      program,
      'lint',
      '--source-dir',
      distFolder('firefox'),
      '--output',
      'json',
      '--no-config-discovery',
    ];
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, args, { maxBuffer: 1e8 }).catch(
      (error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }), // it ends with 1 when it found something
    );
    const found = JSON.parse(stdout) as {
      errors: { code: string }[];
      warnings: { code: string; file?: string }[];
    };
    expect(found.errors).toEqual([]);
    expect(found.warnings).toEqual([]);
  }, 120_000);
});
