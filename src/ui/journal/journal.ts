import { getIncident } from '../../storage/incidents';
import { h, show } from '../shared/h';
import { t } from '../shared/i18n';
import { startPage, type Page } from '../shared/page';
import { announce } from '../shared/parts';
import { backLink, entryScreen } from './entry-screen';
import { listScreen } from './list-screen';
import { fragmentOf, readPlace } from './place';
import { reportScreen } from './report-screen';
import { troubleLine } from './trouble-line';

let watched: Page | null = null;

/** Following a link inside the journal draws the new screen and takes the keyboard to its heading. */
function watchPlace(page: Page): void {
  if (watched === null) window.addEventListener('hashchange', () => void go());
  watched = page;
}

async function go(): Promise<void> {
  await watched?.redraw();
  window.scrollTo(0, 0);
  const heading = document.querySelector('h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus();
}

/** The deleted entry's place is gone: the list takes it. */
async function afterDeletion(page: Page): Promise<void> {
  history.replaceState(null, '', fragmentOf({ screen: 'list' }));
  await page.redraw();
  announce(t('journal.deletedOne'));
}

void startPage({
  areas: ['journal', 'report', 'reasons'],
  title: 'journal.title',
  async render(root, page) {
    watchPlace(page);
    const place = readPlace(location.hash);
    if (place.screen === 'list') return listScreen(root, page);
    const incident = await getIncident(place.id);
    if (!incident) show(root, backLink(), h('h1', null, t('journal.missing')), await troubleLine(false, 0));
    else if (place.screen === 'report') show(root, reportScreen(incident));
    else
      show(
        root,
        entryScreen(incident, () => afterDeletion(page)),
      );
  },
});
