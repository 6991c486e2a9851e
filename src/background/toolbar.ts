import { browser } from '../browser/api';
import type { WatchState } from '../messages/ui-messages';

/** Icon sets told apart by shape (src/static/icons): a shield, a diamond, a ring with two bars. */
const ICONS: Record<WatchState, string> = {
  watching: 'icon',
  warning: 'warning',
  paused: 'paused',
  trusted: 'paused',
  'no-permission': 'paused',
  unseen: 'icon',
};

const TITLES: Record<WatchState, string> = {
  watching: 'toolbarWatching',
  warning: 'toolbarWarning',
  paused: 'toolbarPaused',
  trusted: 'toolbarTrusted',
  'no-permission': 'toolbarNoPermission',
  unseen: 'toolbarWatching',
};

/** Shows a tab's state by the shape of the icon and the same in words. Never rejects. */
export async function showState(tabId: number | undefined, state: WatchState): Promise<void> {
  const path = Object.fromEntries([16, 32].map((size) => [size, `/icons/${ICONS[state]}-${size}.png`]));
  const where = tabId === undefined ? {} : { tabId };
  const title = browser.i18n.getMessage(TITLES[state]) || 'Sangfroid';
  await Promise.allSettled([
    browser.action.setIcon({ ...where, path }),
    browser.action.setTitle({ ...where, title }),
    browser.action.setBadgeText({ ...where, text: state === 'warning' ? '!' : '' }),
    browser.action.setBadgeBackgroundColor({ ...where, color: '#7a3d00' }),
  ]);
}
