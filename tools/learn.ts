/**
 * Learns how scams and honest pages word things from the project's own pages and its blind sets (tests/pages), for
 * src/detection/text/wording.ts.
 *
 *   npm run learn -- [--without SET] [--write]
 *
 * Prints, for each set, how its pages sound to data that has not seen it. With --write the data that has seen all of
 * them (but the sets named after --without) goes to rules/wording.json. It takes some minutes.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isScam } from '../tests/eval/row';
import { buildPages } from '../tests/pages/build-pages';
import { readingOf } from '../src/detection/text/wording';
import { learnWording, type LearntPage } from './learn/learn-wording';
import { type RecordedPage, termsOfPage } from './learn/page-words';

const BLIND = 'tests/pages/blind';

function blindPages(): LearntPage[] {
  const folders = readdirSync(BLIND).filter((name) => /-(?:scam|honest)$/.test(name));
  return folders.sort().flatMap((folder) => {
    const [set = '', kind] = folder.split('-');
    return readdirSync(join(BLIND, folder))
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => {
        const page = JSON.parse(readFileSync(join(BLIND, folder, file), 'utf8')) as RecordedPage; // its form is held by a test
        return { id: file.replace('.json', ''), set, scam: kind === 'scam', terms: termsOfPage(page) };
      });
  });
}

const ownPages = (): LearntPage[] =>
  buildPages().map((page) => ({
    id: page.id,
    set: 'own',
    scam: isScam(page),
    terms: termsOfPage({ load: { html: page.html } }),
  }));

/** 0..1: how often a scam sounds more like one than an honest page does. */
function ranked(scams: readonly number[], honest: readonly number[]): number {
  const won = scams.map((scam) => honest.filter((value) => scam > value).length);
  return won.reduce((sum, count) => sum + count, 0) / (scams.length * honest.length);
}

/** Each set by data that has not seen it. @returns a line a set */
function leaveOut(pages: readonly LearntPage[]): string[] {
  const sets = [...new Set(pages.map(({ set }) => set))].filter((set) => set !== 'own');
  return sets.map((set) => {
    const read = readingOf(learnWording(pages.filter((page) => page.set !== set)));
    const heard = pages.filter((page) => page.set === set).map(({ scam, terms }) => ({ scam, odds: read(terms) }));
    const [scams, honest] = [true, false].map((kind) => heard.filter(({ scam }) => scam === kind).map(({ odds }) => odds));
    const above = (list: number[] = []): string => `${list.filter((odds) => odds > 0).length} of ${list.length}`;
    return `${set.padEnd(12)} scams above zero ${above(scams)}, honest pages ${above(honest)}, ranked right ${ranked(scams ?? [], honest ?? []).toFixed(3)}`;
  });
} // prettier-ignore

function main(): void {
  const { values } = parseArgs({
    options: {
      write: { type: 'boolean', default: false },
      without: { type: 'string', multiple: true, default: [] },
    },
  });
  const all = [...ownPages(), ...blindPages()];
  const unknown = values.without.filter((name) => !all.some(({ set }) => set === name));
  if (unknown.length > 0) throw new Error(`There is no set ${unknown.join(', ')} in ${BLIND}.`);
  const pages = all.filter(({ set }) => !values.without.includes(set));
  console.log(`${pages.length} pages, ${pages.filter(({ scam }) => scam).length} of them scams.`);
  if (!values.write) return leaveOut(pages).forEach((line) => console.log(line));
  const data = learnWording(pages);
  writeFileSync('rules/wording.json', `${JSON.stringify(data, null, 2)}\n`);
  console.log('Written: rules/wording.json');
}

main();
