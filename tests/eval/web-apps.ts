/**
 * `npm run eval:apps -- [--only PACKAGE] [--most PAGES_A_PACKAGE] [--json FILE]`: opens well-known web apps and demos in Chromium without and with
 * the extension, uses each as a person would, and compares document, console and dialogs. A page that differs is
 * opened twice more without us: one that differs from itself too is "restless", and only named, as one that was not shown
 * in either run. Ours is shown a scam of the project's first, which it must notice. Ends with 1 where it did not, where a
 * page is another with us, or was judged a scam, or where none was shown.
 */
import { parseArgs } from 'node:util';
import { chromium, type BrowserContext } from 'playwright-core';
import { WORDS_ONLY } from '../e2e/browsing';
import { launchChromium } from '../rig/chromium';
import { findBrowser } from '../rig/ensure-browsers';
import { keepFile } from '../rig/keep-file';
import { folderSource, servePages } from '../rig/page-server';
import { temporaryFolder, until } from '../rig/processes';
import { wholeNumber } from '../rig/whole-number';
import { alarmsIn, differences, unusedOf, wasShown, wasUsed } from './apps/compare';
import { lookAtApp, type Look } from './apps/look';
import { fetchWebApps } from './apps/packages';

type Outcome = 'same' | 'restless' | 'different' | 'not shown';

interface Row {
  page: string;
  outcome: Outcome;
  /** Lines of the console and dialogs, without us. */
  said: number;
  /** A person's clicks and keys reached it in both runs. */
  used: boolean;
  differences: string[];
}

const QUIET_NETWORK = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost'];

function withoutUs(): Promise<BrowserContext> {
  return chromium.launchPersistentContext(temporaryFolder('apps'), {
    executablePath: findBrowser('chromium'),
    headless: false,
    args: ['--headless=new', ...QUIET_NETWORK],
    chromiumSandbox: process.getuid?.() !== 0,
  });
}

/** First label of the host of the scam that proves the extension alive. */
const PROOF = 'proof';
const PROOF_MS = 15_000;
const isProof = (host: string): boolean => host.startsWith(`${PROOF}.`);

/** @throws Error where the extension does not notice a scam: then 0 alarms over all apps would say nothing */
async function showProof(): Promise<void> {
  const page = await ours.context.newPage();
  await page.goto(server.address(PROOF, '/'));
  const isNoticed = async () => (await alarmed()).some(isProof) || undefined;
  if (!(await until(PROOF_MS, isNoticed, 250)))
    throw new Error('The extension does not notice a scam of ours.');
  await page.close();
}

/** Two more looks without us: does the page differ from itself as well? */
async function restless(plain: BrowserContext, address: string, first: Look, ours: Look): Promise<boolean> {
  for (let again = 0; again < 2; again += 1) {
    const other = await lookAtApp(plain, address);
    if (differences(first, other).length > 0 || differences(other, ours).length === 0) return true;
  }
  return false;
}

async function outcomeOf(plain: BrowserContext, address: string, first: Look, ours: Look): Promise<Outcome> {
  if (!wasShown(first) && !wasShown(ours)) return 'not shown';
  if (differences(first, ours).length === 0) return 'same';
  return (await restless(plain, address, first, ours)) ? 'restless' : 'different';
}

const { values } = parseArgs({
  options: { only: { type: 'string' }, most: { type: 'string', default: '100' }, json: { type: 'string' } },
});
const apps = fetchWebApps(values.only, wholeNumber('most', values.most));
if (apps.pages.length === 0) throw new Error('There is no such page: nothing was tried.');
const files = folderSource(apps.folder);
const server = await servePages((asked) => (asked.site === PROOF ? WORDS_ONLY : files(asked)));
const plain = await withoutUs();
const ours = await launchChromium(undefined, QUIET_NETWORK);
const eyes = await ours.context.newPage();
await eyes.goto(`${ours.base}manifest.json`);
const alarmed = async (): Promise<string[]> =>
  alarmsIn(await eyes.evaluate<Parameters<typeof alarmsIn>[0]>('chrome.storage.session.get(null)'));
await showProof();
const rows: Row[] = [];
for (const page of apps.pages) {
  // A host for each page: what one keeps in its storage is not there for the next.
  const address = server.address(page.replaceAll(/\W+/g, '-').toLowerCase(), `/${page}`);
  const [first, second] = [await lookAtApp(plain, address), await lookAtApp(ours.context, address)];
  const found = differences(first, second);
  const outcome = await outcomeOf(plain, address, first, second);
  rows.push({
    page,
    outcome,
    said: first.said.length,
    used: wasUsed(first) && wasUsed(second),
    differences: outcome === 'same' ? [] : found,
  });
  if (outcome !== 'same') console.log(`${outcome}: ${page}\n  ${found.slice(0, 3).join('\n  ')}`);
}
const alarms = (await alarmed()).filter((host) => !isProof(host));
await Promise.all([plain.close(), ours.close()]);
server.close();
const unused = unusedOf(rows).length;
const count = (outcome: Outcome): number => rows.filter((row) => row.outcome === outcome).length;
console.log(
  `${rows.length} pages of ${new Set(rows.map(({ page }) => page.split('/')[0])).size} packages: ${count('same')} the same, ` +
    `${count('restless')} restless without us too, ${count('different')} different, ${count('not shown')} not shown, ${unused} could not be used; ${alarms.length} alarms ${alarms.join(' ')}`,
);
if (values.json) keepFile(values.json, JSON.stringify({ rows, alarms }, null, 2));
const wrong = count('different') + alarms.length > 0 || count('not shown') === rows.length;
process.exit(wrong ? 1 : 0);
