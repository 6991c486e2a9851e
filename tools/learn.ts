/**
 * Learns how scams and honest pages word things from the project's own pages and its blind sets (tests/pages), for
 * src/detection/text/wording.ts.
 *
 *   npm run learn -- [--without SET] [--all] [--write]
 *
 * Leaves out the sets that rules/wording.json names (`without`) and those after --without; with --all those after
 * --without alone. Prints, for each set, how its pages sound to data that has not seen it. With --write the data that
 * has seen all but those left out goes to rules/wording.json. It takes some minutes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isScam } from '../tests/eval/row';
import { buildPages } from '../tests/pages/build-pages';
import { readingOf } from '../src/detection/text/wording';
import { blindFolders, blindSets, recordedPages } from './learn/blind-pages';
import { learnWording, type LearntPage } from './learn/learn-wording';
import { keptOut, setsLeftOut } from './learn/left-out';
import { termsOfPage } from './learn/page-words';

const WORDING = 'rules/wording.json';

const blindPages = (): LearntPage[] =>
  blindFolders().flatMap((folder) =>
    recordedPages(folder).map(([id, page]) => ({
      id,
      set: folder.set,
      scam: folder.scam,
      terms: termsOfPage(page),
    })),
  );

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

/** Each set by data that has not seen it, nor the sets left out. @returns a line a set */
function leaveOut(pages: readonly LearntPage[], left: readonly string[]): string[] {
  const sets = [...new Set(pages.map(({ set }) => set))].filter((set) => set !== 'own');
  return sets.map((set) => {
    const read = readingOf(learnWording(pages.filter((page) => page.set !== set && !left.includes(page.set))));
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
      all: { type: 'boolean', default: false },
      without: { type: 'string', multiple: true, default: [] },
    },
  });
  const sets = blindSets();
  const without = setsLeftOut(keptOut(readFileSync(WORDING, 'utf8')), values, sets);
  console.log(`Learned from: own, ${sets.filter((set) => !without.includes(set)).join(', ')}`);
  console.log(`Left out: ${without.join(', ') || 'none'}`);
  const all = [...ownPages(), ...blindPages()];
  const pages = all.filter(({ set }) => !without.includes(set));
  console.log(`${pages.length} pages, ${pages.filter(({ scam }) => scam).length} of them scams.`);
  if (!values.write) return leaveOut(all, without).forEach((line) => console.log(line));
  writeFileSync(WORDING, `${JSON.stringify({ without, ...learnWording(pages) }, null, 2)}\n`);
  console.log(`Written: ${WORDING}`);
}

main();
