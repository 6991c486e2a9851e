import { oneAtATime } from '../../async/one-at-a-time';
import { browser, type Menus } from '../../browser/api';
import { CLOSE_COMMAND, GUIDE_COMMAND } from '../../browser/commands';
import { closeTabOf } from '../close/close-any';
import { guidePage } from '../display/guide-case';
import { openInFront } from '../display/own-pages';
import { openCarefully } from '../guard/careful-visit';

const CAREFUL = 'open-carefully';

/** A page's own ground, whatever it puts under the mouse: a locker is often one picture, a film, a link or a field. */
const ANYWHERE: Menus.ContextType[] = [
  'page',
  'frame',
  'link',
  'image',
  'video',
  'audio',
  'editable',
  'selection',
  'action',
];

/** A browser that was updated tells of its start and of the update at once: no entry is made twice. */
const inTurn = oneAtATime();

/**
 * Makes the menu entries anew: when the extension is installed or updated, and when the browser starts, which may speak
 * another language since. (They stand among its own entries and speak its language, like the toolbar button, whatever
 * the language of our pages.)
 */
export function makeMenus(): Promise<void> {
  return inTurn(makeAnew);
}

async function makeAnew(): Promise<void> {
  await browser.contextMenus.removeAll();
  const title = (key: string) => browser.i18n.getMessage(key);
  browser.contextMenus.create({
    id: CLOSE_COMMAND,
    title: title('menuClose'),
    contexts: ANYWHERE,
  });
  browser.contextMenus.create({ id: GUIDE_COMMAND, title: title('menuGuide'), contexts: ['action'] });
  browser.contextMenus.create({ id: CAREFUL, title: title('menuCareful'), contexts: ['link'] });
}

/** Answers a click on one of our menu entries. */
export async function onMenu(
  info: Menus.OnClickData,
  tabId: number | undefined,
  windowId: number | undefined,
): Promise<void> {
  if (info.menuItemId === CLOSE_COMMAND && tabId !== undefined) await closeTabOf(tabId, 'menu');
  if (info.menuItemId === GUIDE_COMMAND) await openInFront(await guidePage(), windowId ?? null);
  if (info.menuItemId === CAREFUL && info.linkUrl !== undefined) await openCarefully(info.linkUrl, tabId);
}
