import type { TabStatus, UiAnswer } from '../../messages/ui-messages';
import { ask } from '../shared/ask';
import { askTwice } from '../shared/ask-twice';
import { focusSaying } from '../shared/focus-saying';
import { h, show, type Child } from '../shared/h';
import { knownKey, t } from '../shared/i18n';
import { button, notice } from '../shared/parts';
import type { TextKey } from '../shared/text-keys';
import { earlierMistake, reportFold } from './report-fold';

/** Told how the page stands now that it is trusted, or trusted no more. */
export type TellStanding = (now: TabStatus) => void;
type Redraw = () => Promise<void>;

/**
 * "You missed this one" and "This is safe here": what was said wrong, put right on this computer only.
 * @param redraw has the popup show what came into the tab since
 */
export function judgement(status: TabStatus, tell: TellStanding, redraw: Redraw): HTMLElement {
  // Beside a warning it takes the keyboard, and is heard there.
  const answer = h('div', { role: status.state !== 'warning' && 'status' });
  const missed = button({
    label: t('popup.missed'),
    icon: 'eye',
    id: 'missed',
    onclick: async () => {
      const { tabId } = status;
      const { report, trust } = await ask({ type: 'tab-missed', tabId });
      show(answer, missedNotice(trust, report && reportFold(report)));
      const now = trust?.now === 'over' ? await ask({ type: 'tab-status', tabId }).catch(() => null) : null;
      if (now) tell(now);
    },
  });
  const choices: Child[] = [status.state !== 'warning' && missed, safeChoice(status, answer, tell, redraw)];
  const earlier = status.state !== 'warning' && earlierMistake(status);
  return h(
    'section',
    null,
    h('h2', null, t('popup.wrong')),
    h('div', { class: 'row' }, choices),
    answer,
    earlier,
  );
}

/** What a site that was trusted is now that the person calls it a scam. */
const MISSED = {
  over: 'popup.missedUntrusted',
  policy: 'popup.missedPolicy',
  kept: 'errors.notStored',
} as const satisfies Record<string, TextKey>;

function missedNotice(trust: UiAnswer<'tab-missed'>['trust'], report: Child): HTMLElement {
  const said = trust ? t(MISSED[trust.now], { host: trust.host }) : t('popup.missedDone');
  return notice(trust?.now === 'kept' ? 'care' : 'good', h('p', null, said), report);
}

/** Trust is kept by the host. It may be a caller who asks for it, also where no warning stands, so it is asked twice. */
function safeChoice(
  { tabId, host, state }: TabStatus,
  answer: HTMLElement,
  tell: TellStanding,
  redraw: Redraw,
): Child {
  if (state === 'trusted' || host === '') return null;
  async function trust(): Promise<null> {
    const { ok, error, moved, report } = await ask({ type: 'tab-trust', tabId, host });
    if (moved) {
      await redraw();
      return null;
    }
    const now = ok ? await ask({ type: 'tab-status', tabId }).catch(() => null) : null;
    const sentence = ok ? t(done(now), { host }) : t(knownKey(error, 'errors.locked'));
    show(answer, notice(ok ? 'good' : 'care', h('p', null, sentence), report && reportFold(report)));
    if (now) tell(now);
    focusSaying(answer, sentence); // the button that had the keyboard goes
    return null;
  }
  const first = { icon: 'check', id: 'safe' } as const;
  return askTwice({ first, texts: 'popup.safe', values: { host }, no: 'plain', work: trust });
}

/** What a trust came to: where it cannot be kept (a private window, a full disk) it is a pause. */
function done(now: TabStatus | null): TextKey {
  return now?.state === 'paused' ? 'popup.safeForNow' : 'popup.safeDone';
}
