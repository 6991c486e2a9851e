import { isPrivateHere } from '../../browser/own-page';
import { findIncident } from '../../storage/incidents';
import { h, show } from '../shared/h';
import { t } from '../shared/i18n';
import { nameWindow, startPage, type Page } from '../shared/page';
import { announce } from '../shared/parts';
import { backLink, entryScreen } from './entry-screen';
import { followKeepDays, listScreen } from './list-screen';
import { focusHeading } from '../shared/focus-heading';
import { fragmentOf, readPlace } from './place';
import { privateScreen } from './private-screen';
import { reportScreen } from './report-screen';
import { troubleLine } from './trouble-line';
import { tryAgain } from './try-again';

let watched: Page | null = null;

/** Following a link inside the journal draws the new screen and takes the keyboard to its heading. */
function watchPlace(page: Page): void {
  if (watched === null) window.addEventListener('hashchange', () => void go());
  watched = page;
}

async function go(): Promise<void> {
  await watched?.redraw();
  window.scrollTo(0, 0);
  focusHeading();
}

/** The deleted entry's place is gone: the list takes it. */
async function afterDeletion(page: Page): Promise<void> {
  history.replaceState(null, '', fragmentOf({ screen: 'list' }));
  await page.redraw();
  focusHeading();
  announce(t('journal.deletedOne'));
}

/** An entry that is gone, or cannot be read just now: that one is shown as soon as it can. */
async function noEntry(
  root: HTMLElement,
  page: Page,
  { id, failed }: { id: number; failed: boolean },
): Promise<void> {
  const heading = h('h1', null, t(failed ? 'journal.title' : 'journal.missing'));
  show(root, backLink(), heading, await troubleLine({ failed, unreadable: 0 }));
  if (!failed) return;
  void tryAgain(heading, async () => {
    const { failed: still } = await findIncident(id);
    if (!still && heading.isConnected) await page.redraw();
    return still;
  });
}

void startPage({
  areas: ['journal', 'report', 'reasons'],
  title: 'journal.title',
  follow: followKeepDays,
  async render(root, page) {
    watchPlace(page);
    if (isPrivateHere()) return show(root, privateScreen());
    const place = readPlace(location.hash);
    if (place.screen === 'list') return listScreen(root, page);
    const { incident, failed } = await findIncident(place.id);
    if (!incident) await noEntry(root, page, { id: place.id, failed });
    else if (place.screen === 'report') {
      show(root, reportScreen(incident));
      nameWindow(root.querySelector('h1')?.textContent ?? ''); // a saved paper is called so too
    } else
      show(
        root,
        entryScreen(incident, () => afterDeletion(page)),
      );
  },
});
