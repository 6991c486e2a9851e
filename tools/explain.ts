/**
 * The verdict on a saved page, with every reason and its weight.
 *
 *   npm run explain -- FILE.html [--path "/?phone=…"]     a saved page: opened in Chromium, its scripts run, no network
 *   npm run explain -- FILE.json                          a local report ("I was mistaken", "you missed this one"),
 *                                                         gathered facts, or a page of a corpus
 */
import { readFileSync } from 'node:fs';
import { corpusPage } from '../tests/eval/corpus';
import { wholeHtml } from '../tests/eval/replay';
import { lookAtPage } from './explain/look-at-page';
import { printConcepts, printVerdict } from './explain/print-verdict';
import { factsIn } from './explain/read-facts';

async function explainPage(html: string, path: string): Promise<void> {
  console.error('Opening the page in Chromium without network …');
  for (const { stage, gate, facts } of await lookAtPage(html, path)) {
    const how = gate ? `gate opened by ${gate === 'act' ? 'what it did' : 'its words'}` : 'gate stayed shut';
    printVerdict(facts, `After ${stage} (${how})`);
    printConcepts(facts);
  }
}

async function main(): Promise<void> {
  const [file, ...rest] = process.argv.slice(2);
  if (!file) throw new Error('Say which file: npm run explain -- saved.html (or report.json)');
  const text = readFileSync(file, 'utf8');
  const at = rest.indexOf('--path');
  const path = at < 0 ? undefined : rest[at + 1];
  if (!/\.json$/i.test(file)) return explainPage(text, path ?? '/');
  const data: unknown = JSON.parse(text);
  const page = corpusPage(data);
  if (page) return explainPage(wholeHtml(page), path ?? page.path);
  const facts = factsIn(data);
  printVerdict(facts, file);
  printConcepts(facts);
}

try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
