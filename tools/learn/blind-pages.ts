import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusPage, type CorpusPage } from '../../tests/eval/corpus';
import { isScam } from '../../tests/eval/row';

/** The blind sets: a folder of scams and one of honest pages each. */

export const BLIND = 'tests/pages/blind';

export interface BlindFolder {
  name: string;
  set: string;
  scam: boolean;
}

/** What the name of a folder says; undefined where it is none of a set's. */
export function blindFolder(name: string): BlindFolder | undefined {
  const [, set, kind] = /^(.+)-(scam|honest)$/.exec(name) ?? [];
  return set === undefined ? undefined : { name, set, scam: kind === 'scam' };
}

/** The folders of all sets, by name. */
export const blindFolders = (base = BLIND): BlindFolder[] =>
  readdirSync(base)
    .sort()
    .flatMap((name) => blindFolder(name) ?? []);

/** The names of all sets. */
export const blindSets = (base = BLIND): string[] => [...new Set(blindFolders(base).map(({ set }) => set))];

function recordedPage(folder: BlindFolder, base: string, file: string): CorpusPage {
  const page = corpusPage(JSON.parse(readFileSync(join(base, folder.name, file), 'utf8')));
  if (!page) throw new Error(`${folder.name}/${file} is no recorded page.`);
  if (isScam(page) !== folder.scam)
    throw new Error(
      `${folder.name}/${file} is of class ${page.class}, which is another kind than its folder's.`,
    );
  return page;
}

/** The pages of a folder by the names of their files. @throws Error at one that is none, or is of the other kind */
export const recordedPages = (folder: BlindFolder, base = BLIND): [string, CorpusPage][] =>
  readdirSync(join(base, folder.name))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => [file.replace('.json', ''), recordedPage(folder, base, file)]);
