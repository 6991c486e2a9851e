/**
 * Learns from a new kit: makes a test page of a saved one, explains it and shows which concepts were missed.
 *
 *   npm run kit -- saved.html [--name kit-name] [--language fr]
 *
 * The page goes to out/kits/<name>.json (<name>-2.json where another kit has that name) in the format of a corpus page.
 * It holds someone else's words, so it stays out of the project: describe the kind in your own words in
 * tests/pages/texts, and widen the packs in rules/packs.
 */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { judge } from '../src/detection/judgement/judge';
import { runTool } from '../tests/rig/run-tool';
import { lookAtPage } from './explain/look-at-page';
import { printConcepts, printVerdict } from './explain/print-verdict';
import { readText } from './explain/read-file';
import { keepKit, kitName } from './kit/keep-kit';
import { withoutNumbers } from './kit/without-numbers';

const FOLDER = 'out/kits';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { name: { type: 'string' }, language: { type: 'string' } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    throw new Error('Say which file, and one only: npm run kit -- saved.html');
  const html = withoutNumbers(readText(file));
  const name = kitName(values.name ?? basename(file).replace(/\.\w+$/, ''));
  const language = values.language ?? /<html[^>]+\blang="?([\w-]+)/i.exec(html)?.[1] ?? 'en';
  const looks = await lookAtPage(html);
  for (const { stage, facts } of looks) {
    printVerdict(facts, `After ${stage}`);
    printConcepts(facts);
  }
  const path = keepKit(FOLDER, name, (kit) => ({ id: `kit-${kit}`, class: 'positive', language, kind: 'kit', kit, path: '/', trace: [], load: { html, title: '', text: '' } })); // prettier-ignore
  console.log(`\nFixture: ${path} (numbers replaced; not for committing).`);
  if (looks.some(({ facts }) => judge(facts).level !== 'quiet'))
    return console.log('It is noticed as it is.');
  console.log('It is missed. Concepts "not seen" that you read on the page want phrases in rules/packs.');
}

runTool(main);
