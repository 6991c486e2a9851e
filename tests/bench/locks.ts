import { parseArgs } from 'node:util';
import { TECHNIQUES } from '../pages/locks/index';
import { HONEST, type HonestPage } from '../pages/locks/honest';
import { serveLocks } from '../pages/locks/serve';
import type { Technique } from '../pages/locks/technique';
import { browserKinds } from '../rig/browser-kinds';
import type { BrowserKind } from '../rig/browser-rig';
import { ensureBuilt } from '../rig/dist';
import { ensureBrowsers, ensureWindowTools } from '../rig/ensure-browsers';
import { keepFile } from '../rig/keep-file';
import { wholeNumber } from '../rig/whole-number';
import { buildStamp } from './locks/build-stamp';
import { runHonest, type HonestRow } from './locks/honest';
import { keep, readKept, worseHonest, worseRows } from './locks/kept';
import { runInLanes, type Task } from './locks/lanes';
import { measure } from './locks/measure';
import { openNoOtherPrograms } from './locks/no-other-programs';
import { rowOf, type Row } from './locks/row';
import type { Session } from './locks/session';
import { lineOf, summary } from './locks/table';

/**
 * npm run locks -- [--browser chromium|firefox] [--only part,part] [--runs 5] [--jobs 1] [--json FILE] [--check]
 *                  [--keep] [--resume]
 * Every locking technique in real windows of both browsers. With --keep the rows go into rows.json beside the bench
 * (those not run this time stay) and docs/locks.md is written from it; --resume passes over what was kept from this
 * very build; with --check a row worse than the kept one fails (its times are not compared), and an honest page with an
 * alarm that it had not. --jobs are browsers side by side.
 */
const { values } = parseArgs({
  options: {
    browser: { type: 'string' },
    only: { type: 'string' },
    runs: { type: 'string', default: '5' },
    jobs: { type: 'string', default: '1' },
    json: { type: 'string' },
    check: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    resume: { type: 'boolean', default: false },
  },
});

const kinds = browserKinds(values.browser);
const only = values.only?.split(',');
const wanted = ({ id }: { id: string }): boolean => !only || only.some((part) => id.includes(part));
const chosen = TECHNIQUES.filter(wanted);
const honest = HONEST.filter(wanted);
const runs = wholeNumber('runs', values.runs);
const jobs = wholeNumber('jobs', values.jobs);

if (chosen.length + honest.length === 0) {
  console.error('Nothing to run: --only is a part of a technique name.');
  process.exit(2);
}

await ensureBrowsers(kinds);
await ensureWindowTools();
openNoOtherPrograms();
const server = await serveLocks([...TECHNIQUES, ...HONEST]);
const rows: Row[] = [];
const honestRows: HonestRow[] = [];
const versions: string[] = [];
const before = readKept();
const tasks: Task[] = [];
for (const kind of kinds) await plan(kind);
await runInLanes(tasks, jobs);
server.close();
if (values.json) keepFile(values.json, `${JSON.stringify(rows, null, 1)}\n`);
const worse = values.check
  ? [...worseRows(rows, before.rows), ...worseHonest(honestRows, before.honest)]
  : [];
for (const line of worse) console.log(`WORSE  ${line}`);
console.log(summary(rows));
process.exit(worse.length > 0 ? 1 : 0);

async function plan(kind: BrowserKind): Promise<void> {
  const dist = await ensureBuilt(kind === 'chromium' ? 'chrome' : 'firefox');
  const build = buildStamp(dist);
  const has = (one: { browser: BrowserKind; build: string; runs?: number }): boolean =>
    values.resume && one.browser === kind && one.build === build && (one.runs ?? runs) >= runs;
  const own = chosen.filter(
    ({ id, only: in1 }) =>
      (!in1 || in1 === kind) && !before.rows.some((row) => row.technique === id && has(row)),
  );
  for (const popups of [false, true])
    for (const technique of own.filter((one) => (one.popups ?? false) === popups))
      tasks.push({ kind, dist, popups, run: (session) => runTechnique(session, technique, build) });
  for (const page of honest)
    if (!before.honest.some((row) => row.page === page.id && has(row)))
      tasks.push({ kind, dist, popups: false, run: (session) => runHonestPage(session, page, build) });
}

async function runTechnique(session: Session, technique: Technique, build: string): Promise<void> {
  const outcomes = await measure(session, server, technique, runs);
  const aim = { traps: technique.traps ?? false, loop: technique.loop ?? false };
  const row = { ...rowOf(technique.id, session.kind, aim, outcomes), runs, build };
  rows.push(row);
  console.log(lineOf(row, outcomes, `${rows.length}`));
  keepNow(session, { rows: [row], honest: [] });
}

async function runHonestPage(session: Session, page: HonestPage, build: string): Promise<void> {
  const row = { ...(await runHonest(session, server, page, `h${honestRows.length}-${Date.now()}`)), build };
  honestRows.push(row);
  const found = row.trouble || (row.leftAlone ? 'left alone' : 'ALARM');
  console.log(`    ${page.id.padEnd(28)} ${session.kind.padEnd(9)} ${found}`);
  keepNow(session, { rows: [], honest: [row] });
}

/** At once: a run that is stopped half-way has not been for nothing. */
function keepNow(session: Session, found: { rows: Row[]; honest: HonestRow[] }): void {
  if (session.version && !versions.includes(session.version)) versions.push(session.version);
  if (values.keep) keep(found, TECHNIQUES, { versions, date: new Date() });
}
