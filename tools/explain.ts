/**
 * The verdict on a saved page, with every reason and its weight.
 *
 *   npm run explain -- FILE.html [--path "/?phone=…"]     a saved page: opened in Chromium, its scripts run, no network
 *   npm run explain -- FILE.json                          a local report ("this is a mistake", "you missed this one"),
 *                                                         an entry that the journal saved, gathered facts, or a page
 *                                                         of a corpus
 */
import { parseArgs } from 'node:util';
import { corpusPage } from '../tests/eval/corpus';
import { wholeHtml } from '../tests/eval/replay';
import { runTool } from '../tests/rig/run-tool';
import { lookAtPage } from './explain/look-at-page';
import { printIncident } from './explain/print-incident';
import { printConcepts, printVerdict } from './explain/print-verdict';
import { factsIn } from './explain/read-facts';
import { readJson, readText } from './explain/read-file';
import { incidentIn } from './explain/read-incident';

async function explainPage(html: string, path: string): Promise<void> {
  console.error('Opening the page in Chromium without network …');
  for (const { stage, gate, facts } of await lookAtPage(html, path)) {
    const how = gate ? `gate opened by ${gate === 'act' ? 'what it did' : 'its words'}` : 'gate stayed shut';
    printVerdict(facts, `After ${stage} (${how})`);
    printConcepts(facts);
  }
}

function explainData(data: unknown, file: string): void {
  const report = incidentIn(data);
  if (report) return printIncident(report, file);
  const facts = factsIn(data);
  printVerdict(facts, file);
  printConcepts(facts);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { path: { type: 'string' } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    throw new Error('Say which file, and one only: npm run explain -- saved.html (or report.json)');
  if (!/\.json$/i.test(file)) return explainPage(readText(file), values.path ?? '/');
  const data = readJson(file);
  const page = corpusPage(data);
  if (page) return explainPage(wholeHtml(page), values.path ?? page.path);
  try {
    explainData(data, file);
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

runTool(main);
