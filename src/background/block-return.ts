import { browser } from '../browser/api';
import type { Case } from '../messages/ui-messages';
import { onSettingsChanged } from '../storage/settings-store';
import { hostOf } from './cases';
import { oneAtATime } from './one-at-a-time';
import { isCut } from './tab-state';
import { isTrusted } from './trust';
import sharedHosts from '../../rules/shared-hosts.json';

/**
 * Keeps a closed scam from coming back: a redirect rule from its address to the warning page.
 * Dynamic rules already stand when the browser restores its tabs at the next start; session rules stand sooner.
 */
interface Block {
  ruleId: number;
  address: string;
  caseId: string;
  /** ms since 1970. */
  at: number;
  /** Only this very address: the number was injected into an honest site, or nobody called the page a scam. */
  exact: boolean;
  /** A page without a verdict that the person wanted gone: held back until the browser ends, or for a day. */
  unjudged?: true;
}

const STORE_KEY = 'blockedAddresses';
/** Oldest go first; the browsers allow 5,000 rules. */
const BLOCK_LIMIT = 200;
/** These pages live for hours; a month is long enough for a restored session and short for a mistake. */
const KEEP_MS = 30 * 24 * 3_600_000;
/** What nobody called a scam may be the person's mail: long enough for windows that open it anew, short for all else. */
const KEEP_UNJUDGED_MS = 24 * 3_600_000;

/**
 * The filter for one closed address, in the language of declarativeNetRequest's `regexFilter`.
 * The whole host only where it is surely the scammer's own (a name on a shared hosting service, a bare IP);
 * else scheme, host and path with any query. With `exact`, the full address (an honest site's injected page).
 */
export function filterFor(address: string, exact: boolean): string {
  const url = new URL(address);
  const origin = `^${escape(url.protocol)}//${escape(url.host)}`;
  if (exact) return `${origin}${escape(url.pathname + url.search)}${isCut(address) ? '' : '($|#)'}`;
  if (isOwnHost(url.hostname)) return `${origin}/`;
  return `${origin}${escape(url.pathname)}($|[?#])`;
}

/** Where Amazon's customers share one host and have a folder each; a bucket's own name may begin with "s3" too. */
const SHARED_FOLDERS = /^s3(?:-[a-z\d-]+)?(?:\.(?!s3[.-])[a-z\d-]+){0,2}\.amazonaws\.com$/;

function isOwnHost(host: string): boolean {
  if (/^[\d.]+$/.test(host) || host.startsWith('[')) return !host.startsWith('127.');
  if (SHARED_FOLDERS.test(host)) return false;
  return sharedHosts.suffixes.some((suffix) => host.endsWith(`.${suffix}`));
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** One change of the list at a time. */
const inTurn = oneAtATime();

/** @returns null where the store cannot be read: that is not an empty list. */
async function readList(): Promise<Block[] | null> {
  try {
    const stored: unknown = (await browser.storage.local.get(STORE_KEY))[STORE_KEY];
    return Array.isArray(stored) ? (stored as Block[]) : []; // only this file writes the key
  } catch {
    return null;
  }
}

const readBlocks = async (): Promise<Block[]> => (await readList()) ?? [];

type Rule = Awaited<ReturnType<typeof browser.declarativeNetRequest.getDynamicRules>>[number];

/** The rules that stand, of either kind: the list may not have been written, or not be read. */
async function standingRules(): Promise<Rule[]> {
  const { declarativeNetRequest: rules } = browser;
  const asked = [rules.getDynamicRules(), rules.getSessionRules()].map((one) => one.catch(() => []));
  return (await Promise.all(asked)).flat();
}

const covers = ({ condition: { regexFilter } }: Rule, address: string): boolean =>
  regexFilter !== undefined && new RegExp(regexFilter).test(address);

/**
 * The address that a rule of ours holds back, as a block of the list: what it tells is all that is left where the list
 * could not be read, or written, as the rule came. Null for a rule of another make.
 */
function blockOf({ id: ruleId, condition, action }: Rule, at: number): Block | null {
  const { regexFilter = '' } = condition;
  const address = regexFilter.replace(/^\^|\(\$\|[^)]*\)$/g, '').replace(/\\(.)/g, '$1');
  const exact = [false, true].find((one) => URL.canParse(address) && filterFor(address, one) === regexFilter);
  const caseId = /[?&]case=([^&]*)/.exec(action.redirect?.extensionPath ?? '')?.[1];
  return exact === undefined || caseId === undefined ? null : { ruleId, address, caseId, at, exact };
}

/** Lists the lasting rules that no list tells of: else neither time nor trust would ever let their addresses through. */
async function listUnlisted(now: number): Promise<void> {
  const [list, rules] = await Promise.all([
    readList(),
    browser.declarativeNetRequest.getDynamicRules().catch(() => []),
  ]);
  if (list === null) return;
  const unlisted = rules.filter(({ id }) => !list.some(({ ruleId }) => ruleId === id));
  const found = unlisted.flatMap((rule) => blockOf(rule, now) ?? []);
  if (found.length > 0) await writeList([...found, ...list]);
}

/** Most further addresses of one closing that are held back. */
const OTHERS_LIMIT = 10;

/**
 * From now on the address of this case leads to the warning page, and so do `others`: addresses of its own site that
 * were open beside it. Does nothing for private windows, nor for a trusted site: the person may close its pages too.
 */
export function blockReturn(closed: Case, others: readonly string[] = []): Promise<void> {
  if (closed.incognito || !/^https?:/.test(closed.address)) return Promise.resolve();
  return inTurn(async () => {
    const unjudged = closed.level === 'quiet';
    const exact = closed.injectedIntoHonestSite || unjudged;
    const fresh = exact ? [closed.address] : withoutTwins([closed.address, ...others]);
    const [list, trusted] = await Promise.all([readList(), isTrusted(closed.address)]);
    if (trusted) return;
    const blocks = list ?? [];
    // Closed as a scam before, it stays away as one: a later key press knows less of it.
    if (unjudged && blocks.some((one) => !one.unjudged && isHeldBy(one, closed.address))) return;
    const now = Date.now();
    const old = blocks.filter((one) => fresh.includes(one.address) || isOld(one, now));
    const kept = blocks.filter((one) => !old.includes(one)).slice(fresh.length - BLOCK_LIMIT);
    const dropped = blocks.filter((one) => !kept.includes(one));
    const taken = list === null ? (await standingRules()).map(({ id }) => id) : [];
    const firstId = Math.max(0, ...taken, ...blocks.map((one) => one.ruleId)) + 1;
    const added = fresh.map((address, index): Block => ({
      ruleId: firstId + index,
      address,
      caseId: closed.id,
      at: now,
      exact,
      ...(unjudged && { unjudged }),
    }));
    // At the same time: a page that opens itself again does not wait for the list to be written.
    const listed = list === null ? null : writeList([...kept, ...added]);
    await Promise.all([setRules(added, dropped.map(idOf)), listed]);
  });
}

/** One address for each filter: a swarm's windows differ only in their query. */
function withoutTwins(addresses: readonly string[]): string[] {
  const known = addresses.filter((address) => /^https?:/.test(address) && URL.canParse(address));
  const byFilter = new Map([...known].reverse().map((address) => [filterFor(address, false), address]));
  return [...byFilter.values()].reverse().slice(0, OTHERS_LIMIT + 1);
}

/** Lets an address, and all of its host that the list knows, through again: trust is for a host, whatever its port. */
export function unblock(address: string): Promise<void> {
  return inTurn(async () => {
    const blocks = await readBlocks();
    const freed = blocks.filter((one) => hostOf(one.address) === hostOf(address));
    const unlisted = (await standingRules()).filter((rule) => covers(rule, address)).map(({ id }) => id);
    if (freed.length + unlisted.length > 0) await letGo(blocks, freed, unlisted);
  });
}

/** Lets go what was held back for a month: the list is otherwise only tidied when the next scam is closed. */
export function forgetOldBlocks(now: number): Promise<void> {
  void inTurn(() => listUnlisted(now)).catch(() => undefined);
  return letGoWhere((one) => isOld(one, now));
}

/** Lets these hosts through again, on every port: they are trusted by now, whoever said so and on which computer. */
export function unblockTrusted(hosts: readonly string[]): Promise<void> {
  return letGoWhere((one) => hosts.includes(hostOf(one.address)));
}

/** Lets a site through as soon as it is trusted. Call it once at the top level of the worker. */
export function watchTrust(): void {
  onSettingsChanged(({ trustedSites }) => void unblockTrusted(trustedSites.map(({ host }) => host)));
}

function letGoWhere(isOver: (block: Block) => boolean): Promise<void> {
  return inTurn(async () => {
    const blocks = await readBlocks();
    const over = blocks.filter(isOver);
    if (over.length > 0) await letGo(blocks, over);
  });
}

/** Another session has begun: what was only to stay away from the last one may come again. */
export function forgetUnjudged(): Promise<void> {
  return letGoWhere((one) => one.unjudged === true);
}

/** Lets a page through again that nobody called a scam; that is no trust. @returns false where it is not such a page */
export async function unblockUnjudged(address: string): Promise<boolean> {
  const isIt = (one: Block): boolean => one.unjudged === true && one.address === address;
  if (!(await readBlocks()).some(isIt)) return false;
  await letGoWhere(isIt);
  return true;
}

function isOld({ at, unjudged }: Block, now: number): boolean {
  return now - at > (unjudged ? KEEP_UNJUDGED_MS : KEEP_MS);
}

/** A list that cannot be written (a full disk) must not keep the rules standing. */
async function letGo(blocks: readonly Block[], freed: Block[], unlisted: number[] = []): Promise<void> {
  const listed = freed.length > 0 ? writeList(blocks.filter((one) => !freed.includes(one))) : null;
  await Promise.all([setRules([], [...freed.map(idOf), ...unlisted]), listed]);
}

const idOf = ({ ruleId }: Block): number => ruleId;

const writeList = (blocks: Block[]): Promise<void> =>
  browser.storage.local.set({ [STORE_KEY]: blocks }).catch(() => undefined);

/** The block that covers this address, null when there is none. */
export async function blockFor(address: string): Promise<{ caseId: string; address: string } | null> {
  const blocks = await readBlocks();
  return blocks.find((one) => isHeldBy(one, address)) ?? null;
}

const isHeldBy = (block: Block, address: string): boolean =>
  new RegExp(filterFor(block.address, block.exact)).test(address);

function ruleFor(block: Block) {
  const extensionPath = `/src/ui/warning/warning.html?blocked=1&case=${block.caseId}`;
  return {
    id: block.ruleId,
    priority: 1,
    action: { type: 'redirect' as const, redirect: { extensionPath } },
    condition: { regexFilter: filterFor(block.address, block.exact), resourceTypes: ['main_frame' as const] },
  };
}

/**
 * Each rule twice: a session rule stands within a few ms, a dynamic one only after it was written to the disk, but it
 * is still there when the browser restores its tabs. A page that nobody called a scam may come back with those.
 */
async function setRules(added: readonly Block[], dropped: number[]): Promise<void> {
  // A list that could not be written gives its numbers out again.
  const removeRuleIds = [...new Set([...dropped, ...added.map(idOf)])];
  const rules = browser.declarativeNetRequest;
  const lasting = added.filter((one) => !one.unjudged);
  await Promise.all([
    change((one) => rules.updateSessionRules(one), added.map(ruleFor), removeRuleIds),
    change((one) => rules.updateDynamicRules(one), lasting.map(ruleFor), removeRuleIds),
  ]);
}

type Update = typeof browser.declarativeNetRequest.updateSessionRules;

/**
 * One filter that the browser refuses (too long, not RE2) has it refuse the whole change: then one rule after the other,
 * so that it keeps neither the others out nor dropped ones standing. Never rejects: a refusal must not undo the closing.
 */
async function change(
  update: Update,
  addRules: ReturnType<typeof ruleFor>[],
  removeRuleIds: number[],
): Promise<void> {
  const isDone = await update({ addRules, removeRuleIds }).then(
    () => true,
    () => false,
  );
  if (isDone) return;
  const oneByOne = addRules.map((rule) => ({ addRules: [rule], removeRuleIds: [] }));
  for (const part of [{ addRules: [], removeRuleIds }, ...oneByOne])
    await update(part).catch((error: unknown) => console.warn('The address could not be held back.', error));
}
