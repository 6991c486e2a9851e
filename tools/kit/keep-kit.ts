import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A name for a file and a kit: letters of any script, digits and dashes. */
export function kitName(text: string): string {
  const name = text.normalize('NFC').toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-'); // prettier-ignore
  return name.replaceAll(/^-|-$/g, '') || 'kit';
}

/**
 * Writes a kit to `<name>.json` of the folder, and where another kit lies there to `<name>-2.json` and so on: every
 * browser calls the page it saved `index.html`. The same kit once more stays one file.
 * @param pageOf the page of the corpus, under the name it gets
 * @returns the path
 */
export function keepKit(folder: string, name: string, pageOf: (name: string) => object): string {
  mkdirSync(folder, { recursive: true });
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? name : `${name}-${number}`;
    const path = join(folder, `${free}.json`);
    const text = JSON.stringify(pageOf(free), null, 1);
    if (existsSync(path) && readFileSync(path, 'utf8') !== text) continue;
    writeFileSync(path, text);
    return path;
  }
}
