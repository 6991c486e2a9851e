import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkedRules } from '../../../../tools/build/compiled-rules';
import { ruleFaults } from '../../../../tools/build/rule-files';
import { removeFolder, temporaryFolder } from '../../../rig/processes';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder('rules');
  cpSync('rules', folder, { recursive: true });
});
afterEach(() => removeFolder(folder));

/** Writes a file of the rules anew, changed as data. */
function change(name: string, how: (data: Record<string, Record<string, unknown>>) => void): void {
  const path = join(folder, name);
  const data = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Record<string, unknown>>;
  how(data);
  writeFileSync(path, JSON.stringify(data));
}

describe('the rule files', () => {
  it('all fit their schemas', () => {
    expect(ruleFaults('rules')).toEqual([]);
  });

  it.each([
    ['weights.json', 'weights', 'infected', 'much', /^rules\/weights\.json: weights\.infected: .*number/],
    ['weights-prior.json', 'weights', 'locked', 11, /^rules\/weights-prior\.json: weights\.locked: .*10/],
    [
      'packs/en.json',
      'concepts',
      'infected',
      [' x'],
      /^rules\/packs\/en\.json: concepts\.infected\.0: a phrase/,
    ],
    ['shared-hosts.json', 'suffixes', '0', 'https://x', /^rules\/shared-hosts\.json: suffixes\.0: /],
    ['brands.json', 'brands', 'x', {}, /^rules\/brands\.json: brands\.x\.names: /],
    ['help-channels.json', 'channels', '0', {}, /^rules\/help-channels\.json: channels\.0\.id: /],
    ['remote-tools.json', 'tools', '0', null, /^rules\/remote-tools\.json: tools\.0: /],
  ] as const)('a wrong field of %s is told by file, place and reason', (name, group, key, value, told) => {
    change(name, (data) => ((data[group] ??= {})[key] = value));
    expect(ruleFaults(folder)[0]).toMatch(told);
  });

  it('a field that nobody reads, a file without a schema, a missing file and broken JSON are told too', () => {
    change('gate.json', (data) => (data.extra = {}));
    writeFileSync(join(folder, 'new.json'), '{}');
    writeFileSync(join(folder, 'phones.json'), '{');
    removeFolder(join(folder, 'reasons.json'));
    expect(ruleFaults(folder)).toEqual([
      'rules/reasons.json: is missing',
      expect.stringMatching(/^rules\/gate\.json: extra: /),
      expect.stringMatching(/^rules\/new\.json: has no schema/),
      expect.stringMatching(/^rules\/phones\.json: .*JSON/),
    ]);
  });

  it('end a build at its start where one is wrong', async () => {
    await expect(checkedRules(folder).buildStart()).resolves.toBeUndefined();
    change('weights.json', (data) => Object.assign(data, { bias: 'low' }));
    await expect(checkedRules(folder).buildStart()).rejects.toThrow(/rules\/weights\.json: bias: /);
  });
});
