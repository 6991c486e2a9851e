import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { addressOf, soakPages, soakSource } from '../../bench/soak/pages';
import { hasTrouble, newTally, thinned } from '../../bench/soak/tally';
import type { BrowserRig } from '../../rig/browser-rig';
import { removeFolder, temporaryFolder } from '../../rig/processes';

const folder = temporaryFolder('corpus');
afterAll(() => removeFolder(folder));

function record(id: string, group: string): void {
  mkdirSync(join(folder, group), { recursive: true });
  const page = { id, class: group, path: '/a?x=1', load: { html: `<title>${id}</title>` }, click: {} };
  writeFileSync(join(folder, group, `${id}.json`), JSON.stringify(page));
}

describe('the pages of a soak', () => {
  it('are the own ones where there is no corpus', () => {
    const { scams, honest } = soakPages(join(folder, 'nowhere'));
    expect(scams.length).toBeGreaterThan(5);
    expect(honest.length).toBeGreaterThan(5);
    expect([...scams, ...honest].filter(({ fromCorpus }) => fromCorpus)).toEqual([]);
  });

  it('are the recorded ones too: scams clicked when the evaluation would, honest ones never', () => {
    record('pos-1', 'positive');
    record('hn-1', 'hard-negative');
    const { scams, honest } = soakPages(folder);
    expect(scams.at(-1)).toMatchObject({ name: 'pos-1', fromCorpus: true, clickAfter: 3_000 });
    expect(honest.at(-1)).toMatchObject({ name: 'hn-1', fromCorpus: true, clickAfter: null });
  });

  it('leave out the lure whose locker is not in the recording', () => {
    record('pos-msfthelp-fr01', 'positive');
    expect(soakPages(folder).scams.map(({ name }) => name)).not.toContain('pos-msfthelp-fr01');
  });

  it('are the scams of one name where one is named, and a name that no scam has is refused', () => {
    const nowhere = join(folder, 'nowhere');
    expect(soakPages(nowhere, 'words-only').scams.map(({ name }) => name)).toEqual(['words-only-locker']);
    expect(() => soakPages(nowhere, 'bakery')).toThrow('bakery');
  });

  it('are served on a host of their own at each visit', () => {
    const pages = soakPages(folder);
    const [page] = pages.scams.slice(-1);
    if (!page) throw new Error('no page');
    const server = { port: 1, address: (site: string, path = '/') => `${site}|${path}`, close: () => {} };
    const [site = '', path] = addressOf(server, page, 7).split('|');
    expect([site, path]).toEqual([expect.stringMatching(/^site-\d+-7$/), '/a?x=1']);
    const ask = (host: string) => soakSource(pages)({ site: host, path: '/a', query: new URLSearchParams() });
    expect(ask(site)).toContain('<title>pos-1</title>');
    expect(ask('site-1-7')).toBeUndefined();
  });
});

describe('a run that is to be looked into', () => {
  const tally = newTally({ kind: 'chromium', version: '1' } as BrowserRig); // all that a tally asks of it

  it('is one that saw no page, or lost something', () => {
    expect(hasTrouble(tally)).toBe(true);
    expect(hasTrouble({ ...tally, pages: 1 })).toBe(false);
    expect(hasTrouble({ ...tally, pages: 1, missed: ['lock'] })).toBe(true);
  });

  it('is one that warned of an honest page', () => {
    expect(hasTrouble({ ...tally, pages: 1, honestWarned: ['bread'] })).toBe(true);
  });

  it('is one in which, after many pages, nothing was met that it is made to meet', () => {
    const met = { ...tally, pages: 200, scams: 80, workerStops: 60, crashes: 6 };
    expect(hasTrouble(met)).toBe(false);
    for (const none of ['scams', 'workerStops', 'crashes'])
      expect(hasTrouble({ ...met, [none]: 0 }), none).toBe(true);
    expect(hasTrouble({ ...met, scams: 200, crashes: 0 }), 'nothing but scams').toBe(false);
  });
});

describe('the memory of a run', () => {
  it('is thinned to so many values, with the first and the last', () => {
    expect(thinned([1, 2, 3], 100)).toEqual([1, 2, 3]);
    const many = thinned(Array.from({ length: 301 }, (_, index) => index), 100); // prettier-ignore
    expect([many.length, many[0], many.at(-1)]).toEqual([100, 0, 300]);
  });
});
