import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FROZEN, FROZEN_FIREFOX, FROZEN_OPTIONAL, FROZEN_OPTIONAL_CHROME } from './frozen-permissions';

interface Manifest {
  permissions: string[];
  optional_permissions: string[];
  host_permissions: string[];
  web_accessible_resources: { resources: string[]; use_dynamic_url?: boolean }[];
  content_security_policy: { extension_pages: string };
}

const manifest = JSON.parse(readFileSync('manifest.json', 'utf8')) as Manifest;
const page = readFileSync('docs/permissions.md', 'utf8');
const patches = readFileSync('vite.config.ts', 'utf8');

const ALWAYS = ['<all_urls>', ...FROZEN];

describe('permissions', () => {
  it('are these and no others', () => {
    expect([...manifest.host_permissions, ...manifest.permissions].sort()).toEqual([...ALWAYS].sort());
    expect([...manifest.optional_permissions].sort()).toEqual(FROZEN_OPTIONAL);
    const added = [...patches.matchAll(/\.\.\.manifest\.(?:optional_)?permissions, ([^\]]*)\]/g)].map(
      (match) => match[1],
    );
    expect(added.join().match(/\w+/g)?.sort()).toEqual([...FROZEN_FIREFOX, ...FROZEN_OPTIONAL_CHROME].sort());
  });

  it('have a paragraph each in docs/permissions.md, and only these', () => {
    const titles = [...page.matchAll(/^### `(.+?)`/gm)].map((match) => match[1]);
    const all = [...ALWAYS, ...FROZEN_FIREFOX, ...FROZEN_OPTIONAL, ...FROZEN_OPTIONAL_CHROME];
    expect(titles.sort()).toEqual(all.sort());
    for (const paragraph of page.split(/^### .*\n/m).slice(1))
      expect(paragraph.trim().length).toBeGreaterThan(40);
  });

  it('are justified for the stores', () => {
    const store = readFileSync('docs/store/README.md', 'utf8');
    for (const name of FROZEN) expect(store, name).toContain(name);
  });

  it('open only the warning page to the web, and let nothing into our pages', () => {
    expect(manifest.web_accessible_resources.flatMap(({ resources }) => resources)).toEqual([
      'src/ui/warning/warning.html',
    ]);
    const policy = manifest.content_security_policy.extension_pages;
    // Every word of it: a source added without need would pass a test that only looks for bad ones.
    expect(policy.split('; ').sort()).toEqual([
      "base-uri 'none'",
      "default-src 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "img-src 'self' data:",
      "require-trusted-types-for 'script'",
      "script-src 'self'",
      "style-src 'self'",
      "trusted-types 'none'",
    ]);
  });
});
