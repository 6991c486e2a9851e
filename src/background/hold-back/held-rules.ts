import { within } from '../../async/within';
import { browser } from '../../browser/api';
import { heldBackPath } from '../../browser/own-page';
import type { HeldBack } from '../../messages/store-keys';
import { withoutUser } from '../state/kept-address';
import { filterFor, isWholeHost, withoutAnyUser } from './held-filter';

/** The redirect rules that lead from an address held back to the warning page. */

/** An address that is held back, as the list in `storage.local` has it. */
export interface HeldAddress extends HeldBack {
  ruleId: number;
  caseId: string;
  /** Only this very address: the site is not the scammer's own, or nobody called the page a scam. */
  exact: boolean;
}

/** A rule as the browser tells it. */
export type Rule = Awaited<ReturnType<typeof browser.declarativeNetRequest.getDynamicRules>>[number];

/** Measured: 1 to 5 ms; a full or busy disk takes seconds. What is not answered by then fails: others wait in the queue. */
export const CALL_LIMIT_MS = 5_000;

const told = (asked: Promise<Rule[]>): Promise<Rule[]> => within(asked, CALL_LIMIT_MS, []);

/** The rules that outlive the browser. Never rejects. */
export const lastingRules = (): Promise<Rule[]> => told(browser.declarativeNetRequest.getDynamicRules());

/** Those that end with it. Never rejects. */
export const passingRules = (): Promise<Rule[]> => told(browser.declarativeNetRequest.getSessionRules());

/** The rules that stand, of either kind: the list may not have been written, or not be read. Never rejects. */
export async function standingRules(): Promise<Rule[]> {
  return (await Promise.all([lastingRules(), passingRules()])).flat();
}

/** Whether a rule holds this address back; one of an older version lets it pass with a name before its host. */
export const covers = ({ condition: { regexFilter } }: Rule, address: string): boolean =>
  regexFilter !== undefined && new RegExp(regexFilter).test(withoutUser(address));

/**
 * The address that a rule of ours holds back, as the list would have it: what it tells is all that is left where the list
 * could not be read, or written, as the rule came. Null for a rule of another make.
 */
export function heldAddressOf({ id: ruleId, condition, action }: Rule, at: number): HeldAddress | null {
  const { regexFilter = '' } = condition;
  const plain = withoutAnyUser(regexFilter);
  const address = plain.replace(/^\^|\(\$\|[^)]*\)$/g, '').replace(/\\(.)/g, '$1');
  const exact = URL.canParse(address) ? isForExact(plain, address) : undefined;
  const caseId = /[?&]case=([^&]*)/.exec(action.redirect?.extensionPath ?? '')?.[1];
  return exact === undefined || caseId === undefined ? null : { ruleId, address, caseId, at, exact };
}

/**
 * Whether a filter without a piece for names is for this very address alone; undefined where it is none of ours, not of
 * an older version either.
 */
function isForExact(plain: string, address: string): boolean | undefined {
  // Older versions held more hosts as a whole (held-filter.ts, AT_HOME).
  if (isWholeHost(plain, new URL(address))) return false;
  return [false, true].find((exact) => withoutAnyUser(filterFor(address, exact) ?? '') === plain);
}

/** The number of its rules. */
export const idOf = ({ ruleId }: HeldAddress): number => ruleId;

/** Its rule; none where the list alone tells of it (a fragment). */
function ruleFor(held: HeldAddress) {
  const { ruleId, address, exact } = held;
  const regexFilter = filterFor(address, exact);
  if (regexFilter === null) return [];
  const rule = {
    id: ruleId,
    priority: 1,
    action: { type: 'redirect' as const, redirect: { extensionPath: heldBackPath(held) } },
    condition: { regexFilter, resourceTypes: ['main_frame' as const] },
  };
  return [rule];
}

/**
 * Each rule twice: a session rule stands within a few ms, a dynamic one only after it was written to the disk, but it
 * is still there when the browser restores its tabs. A page that nobody called a scam may come back with those.
 * @param onStanding called once the session's rules stand
 */
export async function setRules(
  added: readonly HeldAddress[],
  dropped: number[],
  onStanding: () => void = () => undefined,
): Promise<void> {
  // A list that could not be written gives its numbers out again.
  const removeRuleIds = [...new Set([...dropped, ...added.map(idOf)])];
  const rules = browser.declarativeNetRequest;
  const lasting = added.filter((one) => !one.unjudged);
  await Promise.all([
    change((one) => rules.updateSessionRules(one), added.flatMap(ruleFor), removeRuleIds).then(onStanding),
    change((one) => rules.updateDynamicRules(one), lasting.flatMap(ruleFor), removeRuleIds),
  ]);
}

type Update = typeof browser.declarativeNetRequest.updateSessionRules;

/**
 * One filter that the browser refuses (too long, not RE2) has it refuse the whole change: then one rule after the other,
 * so that it keeps neither the others out nor dropped ones standing. Never rejects: a refusal must not undo the closing.
 */
async function change(
  update: Update,
  addRules: ReturnType<typeof ruleFor>,
  removeRuleIds: number[],
): Promise<void> {
  const asked = update({ addRules, removeRuleIds }).then(
    () => 'done' as const,
    () => 'refused' as const,
  );
  if ((await within(asked, CALL_LIMIT_MS, 'late')) !== 'refused') return;
  await isTaken(update({ addRules: [], removeRuleIds }));
  for (const rule of addRules) {
    const plain = withoutAnyUser(rule.condition.regexFilter); // the piece for names makes a filter larger
    const shorter = { ...rule, condition: { ...rule.condition, regexFilter: plain } };
    const tries = plain === rule.condition.regexFilter ? [rule] : [rule, shorter];
    let taken = false;
    for (const one of tries) taken ||= await isTaken(update({ addRules: [one], removeRuleIds: [one.id] }));
    if (!taken) console.warn('The address could not be held back.');
  }
}

const isTaken = (work: Promise<void>): Promise<boolean> =>
  within(
    work.then(() => true),
    CALL_LIMIT_MS,
    false,
  );
