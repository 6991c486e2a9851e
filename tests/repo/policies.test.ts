import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { readPolicy } from '../../src/storage/settings-policy';

vi.mock('../../src/browser/api', () => ({ browser: {} })); // readPolicy needs no browser

const read = (name: string): string => readFileSync(`docs/policies/${name}`, 'utf8');
const values = JSON.parse(read('values.json')) as Record<string, unknown>;

/** Every string, number and switch somewhere inside. */
function leaves(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [String(value)];
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
    const chrome = JSON.parse(read('chrome-linux.json')) as { '3rdparty': { extensions: object } };
    const firefox = JSON.parse(read('firefox-linux.json')) as {
      policies: { '3rdparty': { Extensions: object } };
    };
    expect(Object.values(chrome['3rdparty'].extensions)).toEqual([values]);
    expect(firefox.policies['3rdparty'].Extensions).toEqual({ 'sangfroid@sangfroid.example': values });
  });

  it.each([
    'chrome-windows.reg',
    'edge-windows.reg',
    'firefox-windows.reg',
    'chrome-macos.mobileconfig',
    'firefox-macos.mobileconfig',
  ])('has every name and value in %s', (name) => {
    const sample = read(name);
    for (const key of Object.keys(values)) expect(sample, key).toContain(key);
    for (const leaf of leaves(values).filter((text) => !/^(?:true|false)$/.test(text)))
      expect(sample).toContain(leaf);
  });
});
