import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import manifest from './manifest.json' with { type: 'json' };
import { checkedRules, compiledRules } from './tools/build/compiled-rules.ts';
import { definedFor } from './tools/build/defined.ts';
import { licenceTexts } from './tools/build/licence-texts.ts';
import { oneFile } from './tools/build/one-file.ts';
import { scriptAfterPaint } from './tools/build/script-after-paint.ts';
import { unnamedHook } from './tools/build/unnamed-hook.ts';
import { wholeWorker } from './tools/build/whole-worker.ts';

const target = process.env.TARGET === 'firefox' ? 'firefox' : 'chrome';
const define = definedFor(target);

/** The only place where the two browsers' manifests differ. */
function patchManifest(): ManifestV3Export {
  if (target === 'chrome') {
    const permissions = [...manifest.permissions];
    const optional_permissions = [...manifest.optional_permissions, 'contentSettings'];
    return { ...manifest, permissions, optional_permissions } as unknown as ManifestV3Export; // crxjs' type lacks match_origin_as_fallback
  }
  const { minimum_chrome_version: _chromeOnly, storage: _managedIsNative, background, ...rest } = manifest;
  return {
    ...rest,
    permissions: [...manifest.permissions, 'sessions', 'webRequestBlocking'],
    background: { scripts: [background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: 'sangfroid@sangfroid.example',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  } as unknown as ManifestV3Export; // crxjs knows Firefox's background.scripts only at run time
}

/** Builds src/content/detector.iife.ts as one self-contained file that scripting.executeScript can inject. */
function standaloneDetector(): Plugin {
  return {
    name: 'sangfroid-detector',
    apply: 'build',
    async generateBundle() {
      const source = await oneFile('src/content/detector.iife.ts', 'iife', define);
      this.emitFile({ type: 'asset', fileName: 'src/content/detector.iife.js', source });
    },
  };
}

/** Writes _locales/<lang>/messages.json (what the manifest and the worker show) from src/texts/<lang>/browser.json. */
function browserLocales(): Plugin {
  return {
    name: 'sangfroid-locales',
    apply: 'build',
    buildStart() {
      for (const language of readdirSync('src/texts', { withFileTypes: true })) {
        if (!existsSync(`src/texts/${language.name}/browser.json`)) continue;
        const texts = JSON.parse(readFileSync(`src/texts/${language.name}/browser.json`, 'utf8')) as Record<
          string,
          string
        >;
        const messages = Object.fromEntries(
          Object.entries(texts).map(([key, message]) => [key, { message }]),
        );
        this.emitFile({
          type: 'asset',
          fileName: `_locales/${language.name.replace('-', '_')}/messages.json`,
          source: JSON.stringify(messages, null, 1),
        });
      }
    },
  };
}

/** What every page of ours needs, in one file: each further one keeps the warning from its first paint for some ms. */
const SHARED = /[\\/]src[\\/](?:ui[\\/]shared|storage|browser|messages)[\\/][^?]*\.ts$|webextension-polyfill/;

/** Apart from them what alone is needed to bring the warning's script after its first paint (scriptAfterPaint). */
const BY_ITSELF = { name: 'preload', test: /vite.preload-helper/, priority: 1 };

const pages = ['warning', 'guide', 'practice', 'journal', 'welcome', 'guard'];

export default defineConfig({
  define,
  publicDir: 'src/static',
  plugins: process.env.VITEST
    ? []
    : [
        checkedRules(),
        crx({ manifest: patchManifest(), browser: target }),
        compiledRules(),
        standaloneDetector(),
        browserLocales(),
        scriptAfterPaint(target),
        licenceTexts(),
        unnamedHook(),
        wholeWorker(define),
      ],
  build: {
    outDir: `dist/${target}`,
    emptyOutDir: true,
    modulePreload: false,
    target: 'es2022',
    rollupOptions: {
      input: Object.fromEntries(pages.map((name) => [name, `src/ui/${name}/${name}.html`])),
      output: {
        codeSplitting: {
          groups: [...(target === 'chrome' ? [BY_ITSELF] : []), { name: 'shared', test: SHARED }],
        },
      },
    },
  },
  test: {
    environment: 'node',
    include: ['tests/unit/**/*.test.ts', 'tests/property/**/*.test.ts', 'tests/repo/**/*.test.ts'],
    maxWorkers: '100%', // left alone, one of two cores would have nothing to do
    testTimeout: 90_000, // `npm test` runs them beside two browsers, and a lint of the package took 27 s there
  },
});
