import type { BrowserKind } from '../../rig/browser-rig';
import { exponentText, leftOutText } from './growth';
import { pageTargets } from './page-targets';
import type { FiguresResult, GrowthResult, PagesResult, Result, TimesResult } from './results';
import { rounded } from './results';
import { median } from './statistics';
import { target, UNMEASURED, type Found, type Target } from './target';

const BROWSERS: readonly BrowserKind[] = ['chromium', 'firefox'];

const CLOSED_MEDIAN_MS = 100;
const CLOSED_MAX_MS = 400;
const WARNED_MEDIAN_MS = 250;
/** An exponent of 1 is linear; the rest is noise. */
const EXPONENT_LIMIT = 1.1;

/** What is timed when pages are noticed and closed (run-closing.ts). */
/** From the moment the extension is sure enough to close the page by itself. The worker tells it: its start is not in it. */
export const CLOSED = 'noticed to closed';
/** The same from the first suspicion, which may have been a mere warning. */
export const FIRST = 'first suspicion to closed by itself';
/** The same from the page's own clock, right before its first dialog: with all that came before anybody suspected. */
export const ACTED = 'page begins its dialogs to closed by itself';
/** The worker runs by then, whatever it did when the page came. */
export const PRESSED = 'button pressed to closed';
export const WARNED = 'words visible to warning in front';

/** The name of such a time, by the state of the worker when the page came: it may have started since. */
export function timeName(what: string, asleep: boolean): string {
  return `${what}, worker ${asleep ? 'asleep' : 'awake'}`;
}

/** A figure of idle browsing (run-idle.ts): none is allowed. */
export const WAKE_UPS = 'wake-ups of the worker an hour, tabs left alone';

/** What grows with what (run-growth.ts); the rules are read without a browser, once for both. */
export const RULES_CURVE = 'rules, × all of them';
export const PAGE_CURVES = [
  'elements',
  'frames',
  'text of a page that opens the gate, kB',
  'text of an ordinary page, kB',
] as const;

/** How many rounds have no such time, in words; '' where all have one. */
function withoutText({ rounds, times }: TimesResult, name: string): string {
  const without = rounds - (times[name]?.length ?? 0);
  const byItself = [CLOSED, FIRST].some((what) => name.startsWith(what));
  const how = byItself ? 'not seen to close by themselves in time' : 'without this time';
  return without === 0 ? '' : `${without} of ${rounds} ${how}`;
}

function timeTargets(browser: BrowserKind, result: TimesResult | undefined): Target[] {
  const atMost = (name: string, what: string, limit: number, pick: (times: number[]) => number): Target => {
    const times = result?.times[name];
    if (!result || !times) return target(browser, `${name}: ${what}`, `≤ ${limit} ms`, undefined);
    const without = result.rounds - times.length;
    // A round without a time took longer than any.
    const value = pick([...times, ...Array.from({ length: without }, () => Infinity)]);
    const longer = value === Infinity;
    const others = times.length > 0 ? `${rounded(pick(times), 0)} ms of ${times.length}` : UNMEASURED;
    const found = {
      measured: longer ? others : `${rounded(value, 0)} ms`,
      missedBy: longer ? Infinity : rounded(value - limit, 0),
      but: withoutText(result, name),
    };
    return target(browser, `${name}: ${what} of ${result.rounds}`, `≤ ${limit} ms`, found);
  };
  const middle = (what: string, asleep: boolean, limit: number) =>
    atMost(timeName(what, asleep), 'median', limit, median);
  return [
    middle(CLOSED, false, CLOSED_MEDIAN_MS),
    middle(CLOSED, true, CLOSED_MEDIAN_MS),
    atMost(timeName(CLOSED, true), 'longest', CLOSED_MAX_MS, (times) => Math.max(...times)),
    middle(WARNED, false, WARNED_MEDIAN_MS),
    middle(WARNED, true, WARNED_MEDIAN_MS),
  ];
}

function idleTarget(browser: BrowserKind, result: FiguresResult | undefined): Target {
  const value = result?.figures[WAKE_UPS]?.ours;
  const found: Found = value === undefined ? undefined : { measured: String(value), missedBy: value };
  return target(browser, WAKE_UPS, '0', found);
}

/** What is too steep already is missed, whatever the other exponent would be; one that is not known reaches nothing. */
function growthMissedBy({ exponent, tail }: GrowthResult): number | null {
  const missedBy = rounded(Math.max(exponent ?? -Infinity, tail ?? -Infinity) - EXPONENT_LIMIT);
  return missedBy <= 0 && (exponent === null || tail === null) ? null : missedBy;
}

function growthTarget(browser: BrowserKind, name: string, result: GrowthResult | undefined): Target {
  const found: Found = result && {
    measured: `${exponentText(result.exponent)}, at the end ${exponentText(result.tail)}`,
    missedBy: growthMissedBy(result),
    but: leftOutText(result),
  };
  return target(browser, `growth with ${name}`, `exponent ≤ 1 (${EXPONENT_LIMIT} with noise)`, found);
}

/** Every target, each with what these results tell of it, or with the word that nobody has measured it. */
export function targetsOf(results: readonly Result[]): Target[] {
  const of = <K extends Result['kind']>(kind: K) =>
    results.filter((one): one is Extract<Result, { kind: K }> => one.kind === kind);
  const by = <R extends Result>(all: readonly R[], browser: BrowserKind, name?: string) =>
    all.find((one) => one.browser === browser && (name === undefined || one.name === name));
  const figures = results.filter((one): one is FiguresResult => one.kind === 'idle');
  const pages: PagesResult[] = of('pages');
  const curves = (browser: BrowserKind) =>
    (browser === 'chromium' ? [...PAGE_CURVES, RULES_CURVE] : [...PAGE_CURVES]).sort();
  return [
    ...BROWSERS.flatMap((browser) => timeTargets(browser, by(of('closing'), browser))),
    ...BROWSERS.flatMap((browser) =>
      curves(browser).map((name) => growthTarget(browser, name, by(of('growth'), browser, name))),
    ),
    ...BROWSERS.map((browser) => idleTarget(browser, by(figures, browser))),
    ...BROWSERS.flatMap((browser) => pageTargets(browser, pages)),
  ];
}
