import { within } from '../../async/within';
import type { Verdict } from '../../detection/verdict';
import { isOfOnePage } from '../state/one-page';
import type { TabState } from '../state/tab-state';
import { tellMore, type Noted } from './carry-on';

/** Who reported is answered by then, whether or not the entry is written. */
const KEPT_LIMIT_MS = 1_000;

/** A verdict, and what the tab had told when it was given; null: whatever it shows is meant. */
export interface Given {
  verdict: Verdict;
  judged: TabState | null;
}

/** Answers one verdict about a tab. @returns the case; null where there is none */
type Answer = (tabId: number, given: Given) => Promise<Noted | null>;

/** Tabs being answered right now, with the gravest verdict that came meanwhile: a burst of reports leads to one warning. */
const answering = new Map<number, Given | null>();

/** Whether two verdicts are about one page. */
const areOfOnePage = (one: Given, other: Given): boolean =>
  one.judged === null || other.judged === null || isOfOnePage(one.judged, other.judged);

/** Answers a verdict about a tab: at once, or where another one is being answered, once that is done. */
export async function answerInTurn(tabId: number, given: Given, answer: Answer): Promise<void> {
  if (answering.has(tabId)) return keepGravest(tabId, given);
  answering.set(tabId, null);
  let noted: Noted | null = null;
  try {
    noted = await answer(tabId, given);
  } finally {
    const meanwhile = answering.get(tabId) ?? null;
    answering.delete(tabId);
    if (meanwhile !== null && isAnswered(meanwhile, given)) {
      if (noted !== null) await tellMore(noted.caseId, meanwhile.verdict);
    } else if (meanwhile !== null) await answerInTurn(tabId, meanwhile, answer);
  }
  // Last of all: a full, failing or merely slow database must hold neither the warning back nor an act that came since.
  if (noted !== null) await within(noted.kept, KEPT_LIMIT_MS, undefined);
}

/** Of what comes while a tab is being answered one verdict waits. */
function keepGravest(tabId: number, given: Given): void {
  const waiting = answering.get(tabId) ?? null;
  const isGraver =
    waiting?.verdict.level !== 'act' || given.verdict.level === 'act' || !areOfOnePage(waiting, given);
  if (isGraver) answering.set(tabId, given);
}

/** Whether the answer to the one before was one to this as well: no act is graver than an act. */
function isAnswered(meanwhile: Given, before: Given): boolean {
  return before.verdict.level === 'act' && areOfOnePage(before, meanwhile);
}
