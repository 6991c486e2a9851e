import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { TECHNIQUES } from '../pages/locks/index';
import { HONEST } from '../pages/locks/honest';
import { serveLocks } from '../pages/locks/serve';
import type { Technique } from '../pages/locks/technique';
import type { BrowserKind } from '../rig/browser-rig';
import { ensureBuilt } from '../rig/dist';
import { runHonest, type HonestRow } from './locks/honest';
import { measure } from './locks/measure';
import { rowOf, type Row } from './locks/row';
import { Session } from './locks/session';
import { keep, readKept, worseRows } from './locks/kept';
import { lineOf, summary } from './locks/table';

/**
 * npm run locks -- [--browser chromium|firefox] [--only part,part] [--runs 5] [--json FILE] [--check] [--keep]
 * Every locking technique in real windows of both browsers. With --keep the rows go into rows.json beside the bench
 * (those not run this time stay) and docs/locks.md is written from it; with --check a row worse than there fails.
 */
const { values } = parseArgs({
  options: {
    browser: { type: 'string' },
    only: { type: 'string' },
    runs: { type: 'string', default: '5' },
    json: { type: 'string' },
    check: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});

const kinds = (['chromium', 'firefox'] as BrowserKind[]).filter(
  (kind) => !values.browser || values.browser === kind,
);
const only = values.only?.split(',');
const wanted = ({ id }: { id: string }): boolean => !only || only.some((part) => id.includes(part));
const chosen = TECHNIQUES.filter(wanted);
const honest = HONEST.filter(wanted);
const runs = Math.max(1, Number(values.runs) || 1);

if (kinds.length === 0 || chosen.length + honest.length === 0) {
  console.error('Nothing to run: --browser is chromium or firefox, --only a part of a technique name.');
  process.exit(2);
}

const server = await serveLocks([...TECHNIQUES, ...HONEST]);
const rows: Row[] = [];
const honestRows: HonestRow[] = [];
const versions: string[] = [];
const before = readKept();
for (const kind of kinds) {
  const dist = await ensureBuilt(kind === 'chromium' ? 'chrome' : 'firefox');
  for (const popups of [false, true]) {
    const part = chosen.filter((one) => (one.popups ?? false) === popups && (!one.only || one.only === kind));
    if (part.length > 0) await runPart(kind, dist, popups, part);
  }
  await runHonestPages(kind, dist);
}
server.close();
if (values.json) {
  mkdirSync(dirname(values.json), { recursive: true });
  writeFileSync(values.json, `${JSON.stringify(rows, null, 1)}\n`);
}
const worse = values.check ? worseRows(rows, before) : [];
for (const line of worse) console.log(`WORSE  ${line}`);
if (values.keep) keep({ rows, honest: honestRows }, TECHNIQUES, { versions, runs, date: new Date() });
console.log(summary(rows));
process.exit(worse.length > 0 ? 1 : 0);

async function runPart(kind: BrowserKind, dist: string, popups: boolean, part: Technique[]): Promise<void> {
  const session = await Session.open(kind, dist, popups);
  for (const technique of part) {
    const outcomes = await measure(session, server, technique, runs);
    const row = rowOf(
      technique.id,
      kind,
      { traps: technique.traps ?? false, loop: technique.loop ?? false },
      outcomes,
    );
    rows.push(row);
    console.log(lineOf(row, outcomes, `${rows.length}`));
    if (session.version && !versions.includes(session.version)) versions.push(session.version);
    // At once: a run that is stopped half-way has not been for nothing.
    if (values.keep) keep({ rows: [row], honest: [] }, TECHNIQUES, { versions, runs, date: new Date() });
  }
  await session.close();
}

async function runHonestPages(kind: BrowserKind, dist: string): Promise<void> {
  if (honest.length === 0) return;
  const session = await Session.open(kind, dist, false);
  for (const [index, page] of honest.entries()) {
    const row = await runHonest(session, server, page, `h${index}`);
    honestRows.push(row);
    const found = row.trouble || (row.leftAlone ? 'left alone' : 'ALARM');
    console.log(`    ${page.id.padEnd(28)} ${kind.padEnd(9)} ${found}`);
    if (session.version && !versions.includes(session.version)) versions.push(session.version);
  }
  await session.close();
}
