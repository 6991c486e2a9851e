import { judge, mayBeTempered } from '../../detection/judgement/judge';
import { lacksNumber } from '../../detection/judgement/lone-number';
import { loadRules } from '../../detection/phrases/rules';
import type { TabFacts } from '../../detection/facts';
import type { JudgeOptions, Sensitivity } from '../../detection/judgement/sum';
import type { Verdict } from '../../detection/verdict';
import { currentSettings } from '../session/current-settings';
import { withBoxBefore } from '../state/box-again';
import { forgetGone } from '../state/listed-frames';
import { isOfOnePage } from '../state/one-page';
import { shownShares } from '../state/shown-shares';
import { tabFacts } from '../state/tab-facts';
import { tabStates, type TabState } from '../state/tab-state';
import { respond } from './respond';
import { seekNumber } from './seek-number';

/** A verdict, and what it was given on. */
interface Judged {
  verdict: Verdict;
  facts: TabFacts;
  options: JudgeOptions;
  state: TabState;
}

function judgedBy(state: TabState, sensitivity: Sensitivity, shown?: ReadonlyMap<number, number>): Judged {
  const facts = tabFacts(state, Date.now(), shown);
  const options: JudgeOptions = { sensitivity: state.careful ? 'strict' : sensitivity };
  return { verdict: judge(facts, loadRules(), options), facts, options, state };
}

/** Judges by all that was told, and where that is not quiet, by what is there of it still. */
async function judgedNow(tabId: number, teller?: number): Promise<Judged> {
  const { sensitivity } = await currentSettings();
  const state = await tabStates.read(String(tabId));
  const { openedBy } = state;
  const opener = openedBy === null ? null : await tabStates.read(String(openedBy));
  const whole = (told: TabState) => withBoxBefore(tabId, told, opener, Date.now());
  const judged = judgedBy(whole(state), sensitivity);
  const left = judged.verdict.level === 'quiet' ? null : await forgetGone(tabId, state, teller);
  const there = left === null ? judged : judgedBy(whole(left), sensitivity);
  if (!mayBeTempered(there.facts, there.verdict, there.options)) return there;
  const shown = await shownShares(tabId, there.state);
  return shown === null ? there : judgedBy(there.state, sensitivity, shown);
}

/**
 * Judges a tab by what is known now and acts on the verdict.
 * @param teller id of the frame that has just told something, where one has
 * @returns the verdict
 */
export async function judgeTab(tabId: number, teller?: number): Promise<Verdict> {
  const { verdict, facts, options, state } = await judgedNow(tabId, teller);
  const { level, score } = verdict;
  // The page chooses how long its frames are asked after: another may stand there by now, which has verdicts of its own.
  const now = await tabStates.update(String(tabId), (known) =>
    isOfOnePage(state, known) ? { ...known, level, score } : known,
  );
  if (!isOfOnePage(state, now)) return verdict;
  await respond(tabId, verdict, state);
  if (!state.numberSought && lacksNumber(facts, verdict, options)) void seekNumber(tabId);
  return verdict;
}
