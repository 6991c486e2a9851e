import type { JudgedTab, TabCondition, TabStatus, WatchState } from '../../../src/messages/ui-messages';

/** What a test says of a tab: a condition's own fields beside the rest. */
export interface Told extends Partial<JudgedTab> {
  state?: WatchState;
  closing?: boolean;
  stuck?: boolean;
  file?: boolean;
  pausedUntil?: Extract<TabCondition, { state: 'paused' }>['pausedUntil'];
}

function conditionOf({ state = 'watching', closing, stuck, file, pausedUntil }: Told): TabCondition {
  switch (state) {
    case 'warning':
      return { state, closing: closing ?? false };
    case 'own':
      return { state, stuck: stuck ?? false };
    case 'unseen':
      return { state, file: file ?? false };
    case 'paused':
      return { state, pausedUntil: pausedUntil ?? 'restart' };
    default:
      return { state };
  }
}

/** A tab as the worker tells the popup of it: a quiet page that is watched, but for what is told here. */
export function tabStatus(told: Told = {}): TabStatus {
  const quiet: JudgedTab = {
    tabId: 7,
    host: 'garden.example',
    level: 'quiet',
    score: 0,
    reasons: [],
    caseId: null,
    injectedIntoHonestSite: false,
  };
  const { state, closing, stuck, file, pausedUntil, ...rest } = told;
  return { ...quiet, ...rest, ...conditionOf({ state, closing, stuck, file, pausedUntil }) };
}
