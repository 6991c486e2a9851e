import { hasAllSites } from '../../browser/all-sites';
import { browser } from '../../browser/api';
import type { TabStatus, WatchState } from '../../messages/ui-messages';
import { whyLeftAlone } from '../state/trust';

/** What the button can say: a genuine site with a number put into it is warned of in words of its own. */
export type ButtonState = WatchState | 'injected';

/** What the button says of a tab. @param status what is known of it */
export function buttonState(status: Pick<TabStatus, 'state' | 'injectedIntoHonestSite'>): ButtonState {
  return status.state === 'warning' && status.injectedIntoHonestSite ? 'injected' : status.state;
}

/** Icon sets told apart by shape (src/static/icons): a shield, a diamond, a ring with two bars. */
const ICONS: Record<ButtonState, string> = {
  watching: 'icon',
  warning: 'warning',
  injected: 'warning',
  paused: 'paused',
  trusted: 'paused',
  'no-permission': 'paused',
  unseen: 'paused',
  own: 'icon',
};

const TITLES: Record<ButtonState, string> = {
  watching: 'toolbarWatching',
  warning: 'toolbarWarning',
  injected: 'toolbarInjected',
  paused: 'toolbarPaused',
  trusted: 'toolbarTrusted',
  'no-permission': 'toolbarNoPermission',
  unseen: 'toolbarUnseen',
  own: 'toolbarOwn',
};

/** States that hold for every tab at once; a warning and trust belong to one tab and stay. */
const OF_ALL: readonly ButtonState[] = ['watching', 'paused', 'no-permission'];

/**
 * Shows a state by the shape of the icon and the same in words: of one tab, or (`undefined`) of all. While everything
 * is paused, "watching" for all is shown as the pause it is. Never rejects.
 */
export async function showState(tabId: number | undefined, state: ButtonState): Promise<void> {
  if (tabId !== undefined) return paint({ tabId }, state);
  const shown = state === 'watching' ? await restOr('watching', '') : state;
  await paint({}, shown);
  await bringInLine(shown);
}

/** Says of all tabs whether we may see them. Never rejects. */
export async function showPermission(): Promise<void> {
  await showState(undefined, (await hasAllSites()) ? 'watching' : 'no-permission');
}

/** Puts the button of a tab right where it says something else: a visit resets it, also on a site that is trusted. */
export async function correctState(tabId: number, state: ButtonState): Promise<void> {
  const said = await browser.action.getTitle({ tabId }).catch(() => '');
  if (said !== titleOf(state)) await paint({ tabId }, state);
}

/**
 * Says of a tab why its page is left alone, where its button says what holds for all, as after each visit. What was
 * said of this one tab stays: its warning may be open. Never rejects.
 */
export async function showRest(tabId: number, why: 'paused' | 'trusted'): Promise<void> {
  const titles = [browser.action.getTitle({ tabId }), browser.action.getTitle({})];
  const [said, general] = await Promise.all(titles).catch(() => []);
  if (said !== undefined && said === general && said !== titleOf(why)) await paint({ tabId }, why);
}

/** Trust was taken back: what the buttons of single tabs still said of it is put right. Never rejects. */
export async function showTrustOver(): Promise<void> {
  await bringInLine('watching', [titleOf('trusted')]);
}

async function paint(where: { tabId?: number }, state: ButtonState): Promise<void> {
  const path = Object.fromEntries([16, 32].map((size) => [size, `/icons/${ICONS[state]}-${size}.png`]));
  await Promise.allSettled([
    browser.action.setIcon({ ...where, path }),
    browser.action.setTitle({ ...where, title: titleOf(state) }),
    browser.action.setBadgeText({ ...where, text: ICONS[state] === 'warning' ? '!' : '' }),
    browser.action.setBadgeBackgroundColor({ ...where, color: '#7a3d00' }),
  ]);
}

function titleOf(state: ButtonState): string {
  return browser.i18n.getMessage(TITLES[state]) || 'Sangfroid';
}

/** What was once shown for one tab alone would hide what now holds for all. */
async function bringInLine(state: ButtonState, outdated = OF_ALL.map(titleOf)): Promise<void> {
  const tabs = await browser.tabs.query({}).catch(() => []);
  const corrections = tabs.map(async ({ id, url }) => {
    if (id === undefined || !outdated.includes(await browser.action.getTitle({ tabId: id }))) return;
    await correctState(id, state === 'watching' ? await restOr('watching', url ?? '') : state);
  });
  await Promise.allSettled(corrections);
}

/** Why an address is left alone, else the given state. */
async function restOr(state: ButtonState, address: string): Promise<ButtonState> {
  const rest = await whyLeftAlone(address, Date.now()).catch(() => null);
  return rest?.why ?? state;
}
