import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import remoteTools from '../../../../rules/remote-tools.json';
import { guardedSites, guardedUrls } from '../../../../src/background/guard/guard-filter';
import { remoteToolAt } from '../../../../src/background/state/remote-tools';
import { wakesFor } from './wakes-for';

/** Read once: a hundred patterns are made one. */
const URLS = guardedUrls();
const SITES = guardedSites();

const sites = remoteTools.tools.flatMap((tool) => tool.sites);
const files = remoteTools.tools.flatMap((tool) => tool.downloads);

const word = fc.stringMatching(/^[a-z\d-]{1,8}$/);
const before = fc.constantFrom('', 'www.', 'get.eu.', 'not', 'my-');
const behind = fc.constantFrom('', '/', '/x', '?a=b', '#c', 'ance', '.example', '/x/y.html?z');
const host = word.map((name) => `${name}.example`);

const siteAddress = fc
  .tuple(before, fc.constantFrom(...sites), behind)
  .map(([start, site, end]) => `https://${start}${site}${end}`);

/** A file's name as it came from the table, with any text for its stars, in any case. */
const file = fc
  .tuple(fc.constantFrom(...files), fc.stringMatching(/^[\w ().-]{0,9}$/), fc.boolean())
  .map(([pattern, text, isLarge]) => pattern.replaceAll('*', text)[isLarge ? 'toUpperCase' : 'toString']());

const fileAddress = fc
  .tuple(host, word, file, fc.constantFrom('path', 'value', 'folder', 'plus'))
  .map(([at, folder, name, where]) => {
    const written = encodeURIComponent(name);
    if (where === 'path') return `https://${at}/${folder}/${written}`;
    if (where === 'value') return `https://${at}/${folder}?f=${written}&x=1`;
    if (where === 'folder') return `https://${at}/?f=${encodeURIComponent(`${folder}/${name}`)}`;
    return `https://${at}/?f=${written.replaceAll('%20', '+')}#top`;
  });

describe('what wakes the worker, and what it then looks for', () => {
  it('every address that belongs to a program wakes it', () => {
    let met = 0;
    fc.assert(
      fc.property(fc.oneof(siteAddress, fileAddress), (address) => {
        if (!URL.canParse(address) || remoteToolAt(address) === null) return;
        met++;
        expect(wakesFor(new URL(address).href, URLS)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
    expect(met).toBeGreaterThan(500);
  });

  it('every site of the table is met, by the filter of the sites alone, too', () => {
    for (const site of sites) {
      expect(remoteToolAt(`https://www.${site}`)?.by, site).toBe('site');
      expect(wakesFor(`https://www.${site}`, SITES), site).toBe(true);
    }
  });
});
