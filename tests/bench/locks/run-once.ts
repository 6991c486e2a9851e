import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../rig/dist';
import { sleep, until } from '../../rig/processes';
import type { LockServer } from '../../pages/locks/serve';
import type { Technique } from '../../pages/locks/technique';
import { clickPopup, clickWarning } from './buttons';
import { lookAfter, mutedBehind, NOTHING_SEEN } from './left';
import type { Outcome, Way } from './row';
import type { Session, Victim } from './session';

/** The page has to begin within this; then it has this long to be noticed, or closed where it is a trap. */
const BEGIN_MS = 20_000;
const NOTICE_MS = 6_000;
/** After the key or a button. */
const CLOSE_MS = 5_000;
/** A person needs a moment before the first click; between clicks and keys too. */
const PAUSE_MS = 400;
/** Nobody reads a warning and presses three keys together in less; Chromium loses a key pressed while a tab comes in front. */
const READ_MS = 1_000;
const PICTURES = join(ROOT, 'out/locks');
/** The middle of the page on the screen of the bench. */
const MIDDLE = { x: 640, y: 600 };

interface Press {
  /** ms since 1970. */
  at: number;
  real: boolean;
  asleep: boolean;
}

interface Run {
  session: Session;
  server: LockServer;
  technique: Technique;
  run: string;
  /** The worker is to be stopped right before the press. */
  asleep?: boolean;
}

/** Opens the page, does what a person would, closes it in one way and looks. Never throws. */
export async function runOnce(it: Run, way: Way, tryReturn: boolean): Promise<Outcome> {
  const outcome: Outcome = {
    way,
    noticed: false,
    trapped: false,
    closedMs: null,
    windowLost: false,
    cameBack: null,
    real: true,
    asleep: false,
    left: NOTHING_SEEN,
    trouble: '',
  };
  const { session, technique } = it;
  try {
    await openAndClose(it, outcome, tryReturn);
  } catch (error) {
    outcome.trouble = error instanceof Error ? error.message : String(error);
    outcome.windowLost = session.browserGone();
    await session.restart();
  }
  // A closed page in an endless loop goes on using the processor for up to 20 s in Firefox.
  if (technique.spins) await session.restart();
  else await session.tidy().catch(() => session.restart());
  return outcome;
}

async function openAndClose(it: Run, outcome: Outcome, tryReturn: boolean): Promise<void> {
  const { session, server, technique, run } = it;
  const { way } = outcome;
  await session.ready(way === 'itself');
  const address = server.address(technique, run);
  const { host } = new URL(address);
  const victim = await session.openVictim(address);
  const began = await begin(it);
  const settled = await settle(it, host, way);
  outcome.noticed = settled !== undefined;
  outcome.trapped = server.second(technique, run) !== undefined;
  const stands = settled?.state === 'warned' && !(way === 'itself' && technique.traps);
  const muted = stands ? await mutedBehind(session) : null;
  const pressed = way === 'itself' ? null : await press(it, victim, host, way);
  outcome.real = pressed?.real ?? true;
  outcome.asleep = pressed?.asleep ?? false;
  const limit = way === 'itself' ? 200 : CLOSE_MS;
  const gone = await until(limit, async () => (await session.goneAt()) ?? undefined, 40);
  const from = (end: number) => pressed?.at ?? startOf(server.second(technique, run), began, end);
  outcome.closedMs = gone === undefined ? null : Math.max(0, gone - from(gone));
  if (pressed && gone === undefined) await picture(it, way);
  const due = pressed !== null || (technique.traps === true && (!technique.loop || outcome.trapped));
  const after = due || gone !== undefined ? await lookAfter(session, gone !== undefined) : NOTHING_SEEN;
  outcome.left = { ...after, muted };
  outcome.noticed ||= (await session.caseOf(host)) !== undefined;
  outcome.windowLost = gone !== undefined && !(await session.windowThere(victim.windowId));
  if (gone !== undefined && tryReturn)
    outcome.cameBack = (await session.reopen(address))?.includes(host) ?? null;
}

/** A second dialog that came only as the page was gone held nobody: its time runs from the act. */
function startOf(second: number | undefined, began: number, gone: number): number {
  return second !== undefined && second < gone ? second : began;
}

/** Waits for the page, clicks and types as the technique wants. @returns when the act began, ms since 1970 */
async function begin({ session, server, technique, run }: Run): Promise<number> {
  const began = () => server.began(technique, run);
  const clicks = technique.clicks ?? (technique.at === 'click' ? 1 : 0);
  if (technique.at === 'click') {
    const loaded = await until(BEGIN_MS, () => server.loaded(technique, run) || undefined);
    if (!loaded) throw new Error('the page did not load');
    await sleep(2 * PAUSE_MS);
  }
  for (let click = 0; click < clicks; click++) {
    if (click > 0) await sleep(PAUSE_MS);
    await session.screen.click(MIDDLE.x, MIDDLE.y);
  }
  const at = await until(BEGIN_MS, began, 10);
  if (at === undefined) throw new Error('the act did not begin');
  if (technique.keys) {
    await sleep(PAUSE_MS / 2);
    await session.screen.key(technique.keys);
  }
  return at;
}

/**
 * Waits until the tab is gone (itself) or the warning is there (else), or long enough. A worker stopped in the middle
 * of putting it there is another test's matter (tests/e2e/worker-stopped.test.ts); the browser stops one that has nothing to do.
 */
async function settle({ session, technique }: Run, host: string, way: Way) {
  if (way !== 'itself') return until(NOTICE_MS, () => warned(session, host), 60);
  // Where closing by itself is not the aim, being noticed is all there is to wait for.
  const enough = async () =>
    (await session.goneAt()) ?? (technique.traps ? undefined : (await session.caseOf(host))?.noticedAt);
  await until(technique.spins ? 2 * NOTICE_MS : NOTICE_MS, enough, 60);
  return session.caseOf(host);
}

/** What a person saw where a button was not there, or a press did not help: out/locks/<row>-<way>.png. */
async function picture({ session, technique }: Run, way: Way): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await session.screen
    .shoot(join(PICTURES, `${technique.id}-${session.kind}-${way}.png`))
    .catch(() => undefined);
  const front = await session
    .ask<string>(
      `const front = await browser.windows.getLastFocused({ populate: true });
       const { url } = front.tabs.find(({ active }) => active) ?? {};
       return JSON.stringify({ focused: front.focused, state: front.state, url })`,
    )
    .catch(String);
  console.log(`    ${technique.id} ${session.kind} ${way}: nothing closed; in front ${front}`);
}

async function warned(session: Session, host: string) {
  const known = await session.caseOf(host);
  return known && known.timing.warnedMs !== null ? known : undefined;
}

/** One key or button; a request stands in for a button that is not there. @returns when, and whether it was real */
async function press(it: Run, victim: Victim, host: string, way: Way): Promise<Press> {
  const { session } = it;
  let asleep = false;
  // As late as can be: the popup wakes the worker as it opens, and a report of the page may at any time.
  const stop = async () => {
    if (it.asleep) asleep = await session.sendWorkerToSleep();
  };
  if (way === 'key') {
    await sleep(READ_MS);
    const keys = await session.closeKey();
    await stop();
    const at = Date.now();
    await session.screen.key(keys);
    return { at, real: true, asleep };
  }
  const clicked = await (way === 'warning'
    ? clickWarning(session, stop)
    : clickPopup(session, victim.windowId, stop));
  if (clicked !== undefined) return { at: clicked, real: true, asleep };
  await picture(it, way);
  const known = way === 'warning' ? await session.caseOf(host) : undefined;
  const request = known
    ? { type: 'case-close', caseId: known.id }
    : { type: 'tab-close', tabId: victim.tabId };
  await stop();
  const at = Date.now();
  // Not awaited: what counts is that the tab goes, not the answer.
  await session.ask(`void browser.runtime.sendMessage(${JSON.stringify(request)}).catch(() => {})`);
  return { at, real: false, asleep };
}
