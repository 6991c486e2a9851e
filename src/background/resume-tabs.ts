import { movedOnFromState } from './family/moved-on-from-state';
import { judgeTab } from './judge/judge-tab';
import { askAgain, injectDetector } from './judge/orders';
import { RESUME_LIMIT_MS } from './session/session-slot';
import { cases } from './state/cases';
import { tabOf } from './state/shown-tab';
import { type TabState, tabStates } from './state/tab-state';

/**
 * A report that reached the worker just as it was stopped is lost: what was written down is judged again, and the
 * pages are asked to look again. Tabs that have gone are forgotten, those that show an honest page by now let be.
 */
export async function resumeTabs(before: [id: string, state: TabState][]): Promise<void> {
  for (const [id, { frames }] of before) {
    const tabId = Number(id);
    const tab = await tabOf(tabId);
    if (tab === null) {
      await tabStates.drop(id);
      continue;
    }
    const state = await tabStates.read(id, RESUME_LIMIT_MS);
    const left = Object.entries(state.frames).filter(
      ([frameId, { doc }]) => frames[Number(frameId)]?.doc === doc,
    );
    if ((await isTakenUp(state)) || left.length === 0 || movedOnFromState(tab, state)) continue;
    // A worker that was stopped may have looked once, and the frame with the number come after that.
    await tabStates.update(id, (known) => ({ ...known, numberSought: false }));
    await judgeTab(tabId);
    for (const [frameId, frame] of left)
      if (frame.injected && frame.facts === null) void injectDetector(tabId, Number(frameId));
    await askAgain(tabId);
  }
}

/** A full store may have taken that a tab belongs to a case, and not the case: nobody warns of that one. */
async function isTakenUp({ caseId }: TabState): Promise<boolean> {
  return caseId !== null && (await cases.read(caseId, RESUME_LIMIT_MS)) !== null;
}
