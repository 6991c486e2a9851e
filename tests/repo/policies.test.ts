import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { readPolicy } from '../../src/storage/settings-policy';

vi.mock('../../src/browser/api', () => ({ browser: {} })); // readPolicy needs no browser

const read = (name: string): string => readFileSync(`docs/policies/${name}`, 'utf8');
const values = JSON.parse(read('values.json')) as Record<string, unknown>;

/** Every text and number somewhere inside. A switch is looked for beside its name: `switches`. */
function leaves(value: unknown): string[] {
  if (typeof value === 'boolean') return [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [String(value)];
}

const switches = Object.entries(values).filter(([, value]) => typeof value === 'boolean');

/** How a sample writes that a switch is on or off, by the form of its file. */
function written(sample: string, name: string, on: unknown): string {
  if (sample.endsWith('.mobileconfig')) return `<key>${name}</key><${String(on)}/>`;
  return sample.startsWith('firefox')
    ? `\\"${name}\\":${String(on)}`
    : `"${name}"=dword:0000000${on === true ? 1 : 0}`;
}

describe('docs/policies', () => {
  it('has values that all count', () => {
    const policy = readPolicy(values);
    expect(policy).toMatchObject({
      welcome: false,
      locked: ['sensitivity', 'closeByItself'],
      settings: { sensitivity: 'strict' },
    });
    expect(policy.helpdesk).toEqual(values.helpdesk);
    expect(policy.helpChannels).toEqual(values.helpChannels);
    expect(policy.trustedSites).toEqual(values.trustedSites);
  });

  it('has the same values in the Linux samples', () => {
    for (const name of ['chrome-linux.json', 'edge-linux.json']) {
      const sample = JSON.parse(read(name)) as { '3rdparty': { extensions: object } };
      expect(Object.values(sample['3rdparty'].extensions), name).toEqual([values]);
    }
    const firefox = JSON.parse(read('firefox-linux.json')) as {
      policies: { '3rdparty': { Extensions: object } };
    };
    expect(firefox.policies['3rdparty'].Extensions).toEqual({ 'sangfroid@sangfroid.example': values });
  });

  it.each([
    'chrome-windows.reg',
    'edge-windows.reg',
    'firefox-windows.reg',
    'chrome-macos.mobileconfig',
    'edge-macos.mobileconfig',
    'firefox-macos.mobileconfig',
  ])('has every name and value in %s', (name) => {
    const sample = read(name);
    for (const key of Object.keys(values)) expect(sample, key).toContain(key);
    for (const leaf of leaves(values)) expect(sample).toContain(leaf);
    expect(switches.map(([key]) => key)).toEqual(['welcome']);
    for (const [key, on] of switches) expect(sample.replace(/\s/g, '')).toContain(written(name, key, on));
  });

  it.each([
    ['chrome-windows.reg', 'Policies\\Google\\Chrome\\3rdparty\\extensions\\'],
    ['edge-windows.reg', 'Policies\\Microsoft\\Edge\\3rdparty\\extensions\\'],
    ['firefox-windows.reg', 'Policies\\Mozilla\\Firefox\\3rdparty\\Extensions]'],
    ['chrome-macos.mobileconfig', '<string>com.google.Chrome.extensions.ID_OF_THE_EXTENSION<'],
    ['edge-macos.mobileconfig', '<string>com.microsoft.Edge.extensions.ID_OF_THE_EXTENSION<'],
    ['firefox-macos.mobileconfig', '<string>org.mozilla.firefox<'],
  ])('%s stands under the name its browser reads', (name, place) => {
    expect(read(name)).toContain(place);
    expect(readFileSync('docs/enterprise.md', 'utf8')).toContain(`](policies/${name})`);
  });

  // Firefox takes text for the values of one extension, and refuses it one key higher.
  it('gives Firefox on Windows the values of the extension as one text', () => {
    const [, text = ''] = /"sangfroid@sangfroid\.example"="(.*)"/.exec(read('firefox-windows.reg')) ?? [];
    expect(JSON.parse(text.replace(/\\(["\\])/g, '$1'))).toEqual(values);
  });

  // The form of these files says so, and the registry's editor writes them so.
  it.each(['chrome', 'edge', 'firefox'])('has the line ends of Windows in the sample for %s', (browser) => {
    const lines = read(`${browser}-windows.reg`).split('\n').slice(0, -1);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter((line) => !line.endsWith('\r'))).toEqual([]);
  });

  it('gives each profile for macOS numbers of its own', () => {
    const numbers = ['chrome', 'edge', 'firefox'].flatMap((browser) =>
      [...read(`${browser}-macos.mobileconfig`).matchAll(/[\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12}/g)].map(
        ([number]) => number,
      ),
    );
    expect(numbers).toHaveLength(6);
    expect(new Set(numbers).size).toBe(6);
  });
});
