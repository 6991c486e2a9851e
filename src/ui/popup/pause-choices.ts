import type { TabStatus, UiRequest } from '../../messages/ui-messages';
import { ask } from '../shared/ask';
import { h } from '../shared/h';
import { t } from '../shared/i18n';
import { button, fold } from '../shared/parts';

type Scope = Extract<UiRequest, { type: 'pause' }>['scope'];

/** Pause on this site, for an hour or until the browser restarts. */
export function pauseChoices(status: TabStatus, redraw: () => Promise<void>): HTMLElement {
  const choice = (scope: Scope, label: string): HTMLElement =>
    button({
      label,
      wide: true,
      icon: 'pause',
      id: `pause-${scope}`,
      onclick: async () => {
        const { tabId, host } = status;
        // Drawn anew, the popup tells of another site that has come since and was not paused.
        await ask(scope === 'site' ? { type: 'pause', scope, tabId, host } : { type: 'pause', scope, tabId });
        await redraw();
      },
    });
  return fold(
    t('popup.pause'),
    h(
      'div',
      { class: 'stack' },
      status.host !== '' && choice('site', t('popup.pauseSite', { host: status.host })),
      choice('hour', t('popup.pauseHour')),
      choice('restart', t('popup.pauseRestart')),
    ),
  );
}
