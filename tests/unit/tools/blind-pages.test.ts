import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { removeFolder, temporaryFolder } from '../../rig/processes';
import { BLIND, blindFolder, blindFolders, blindSets, recordedPages } from '../../../tools/learn/blind-pages';
import { keptOut, setsLeftOut } from '../../../tools/learn/left-out';

const folder = temporaryFolder('blind');
afterAll(() => removeFolder(folder));

function record(name: string, page: object): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'page.json'), JSON.stringify(page));
}
const page = (group: string) => ({ id: 'page', class: group, load: { html: '<p>Bread' } });

describe('the folder of a blind set', () => {
  it('is named after the set, which may have a dash, and its kind', () => {
    expect(blindFolder('first-honest')).toEqual({ name: 'first-honest', set: 'first', scam: false });
    const dashed = { name: 'twenty-ninth-scam', set: 'twenty-ninth', scam: true };
    expect(blindFolder('twenty-ninth-scam')).toEqual(dashed);
    for (const name of ['README.md', 'scam', '-scam', 'first-scams'])
      expect(blindFolder(name)).toBeUndefined();
  });

  it('holds pages of its kind alone: one of the other would be learned the wrong way round', () => {
    record('ninety-ninth-scam', page('positive'));
    record('ninety-ninth-honest', page('near'));
    expect(blindFolders(folder).map((one) => recordedPages(one, folder).length)).toEqual([1, 1]);
    record('ninety-ninth-scam', page('near'));
    record('ninety-ninth-honest', page('positive'));
    for (const one of blindFolders(folder))
      expect(() => recordedPages(one, folder)).toThrow(`${one.name}/page.json`);
  });

  it('holds recorded pages alone', () => {
    record('odd-scam', { id: 'page', class: 'positive' });
    const [odd] = blindFolders(folder).filter(({ set }) => set === 'odd');
    if (!odd) throw new Error('no folder');
    expect(() => recordedPages(odd, folder)).toThrow('odd-scam/page.json is no recorded page.');
  });
});

describe('the blind sets of the project', () => {
  it('are pairs of folders with pages of their kind', () => {
    const folders = blindFolders();
    const names = readdirSync(BLIND).filter((name) => name !== 'README.md');
    expect(folders.map(({ name }) => name)).toEqual(names.sort());
    expect(folders.length).toBe(2 * blindSets().length);
    for (const one of folders) expect(recordedPages(one).length, one.name).toBeGreaterThan(0);
  });

  it('are there where the wording that ships names them as left out', () => {
    const left = keptOut(readFileSync('rules/wording.json', 'utf8'));
    expect(setsLeftOut(left, { all: false, without: [] }, blindSets())).toEqual(left);
  });
});

describe('the sets that wording is not learned from', () => {
  const sets = ['first', 'second', 'third'];

  it('are those of the last time and those named, or those named alone', () => {
    expect(setsLeftOut(['third'], { all: false, without: [] }, sets)).toEqual(['third']);
    expect(setsLeftOut(['third'], { all: false, without: ['first', 'third'] }, sets)).toEqual([
      'first',
      'third',
    ]);
    expect(setsLeftOut(['third'], { all: true, without: [] }, sets)).toEqual([]);
    expect(setsLeftOut(['third'], { all: true, without: ['second'] }, sets)).toEqual(['second']);
  });

  it('are sets that there are', () => {
    expect(() => setsLeftOut([], { all: false, without: ['fourth'] }, sets)).toThrow('no set fourth');
    expect(() => setsLeftOut(['fifth'], { all: false, without: [] }, sets)).toThrow('no set fifth');
  });
});
