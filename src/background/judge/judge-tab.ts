import { judge } from '../../detection/judge';
import { loadRules } from '../../detection/rules';
import type { JudgeOptions } from '../../detection/sum';
import type { Verdict } from '../../detection/verdict';
import { currentSettings } from '../session/current-settings';
import { lacksNumber, seekNumber } from '../state/lone-number';
import { tabFacts } from '../state/tab-facts';
import { tabStates } from '../state/tab-state';
import { respond } from './respond';

/** Judges a tab by what is known now and acts on the verdict. @returns the verdict. */
export async function judgeTab(tabId: number): Promise<Verdict> {
  const { sensitivity } = await currentSettings();
  const state = await tabStates.read(String(tabId));
  const facts = tabFacts(state, Date.now());
  const options: JudgeOptions = { sensitivity: state.careful ? 'strict' : sensitivity };
  const verdict = judge(facts, loadRules(), options);
  await tabStates.update(String(tabId), (known) => ({
    ...known,
    level: verdict.level,
    score: verdict.score,
  }));
  await respond(tabId, verdict);
  if (!state.numberSought && lacksNumber(facts, verdict, options)) void seekNumber(tabId);
  return verdict;
}
