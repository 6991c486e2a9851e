import { browser } from '../../browser/api';
import type { TabStatus } from '../../messages/ui-messages';
import { ask } from '../shared/ask';
import { h, show } from '../shared/h';
import { t } from '../shared/i18n';
import { startPage, type Page } from '../shared/page';
import { markVersionSeen } from '../shared/version-seen';
import { judgement, type TellStanding } from './judgement';
import { lastNoticed } from './last-noticed';
import { moreLinks } from './more-links';
import { pauseChoices } from './pause-choices';
import { earlierMistake } from './report-fold';
import { isClosedToUs } from './closed-to-us';
import { shownTab, unseen, withPdf } from './shown-tab';
import { stateCard, type Filling } from './state-card';
import { updateLine } from './update-line';

/**
 * The popup has to be there in under 100 ms. A worker that is awake answers within this (ms); one that has to wake up
 * first may take several times as long, and the button to close is needed before.
 */
const PATIENCE_MS = 10;

/** Everything the popup shows, each with its own answer to wait for. */
interface Asked {
  tab: ReturnType<typeof shownTab>;
  status: Promise<TabStatus>;
  lastAt: Promise<number | null | undefined>;
  updated: Promise<string | null>;
}

function askAll(): Asked {
  const tab = shownTab();
  const status = tab.then(({ id }) => ask({ type: 'tab-status', tabId: id }));
  status.catch(() => undefined); // told by the drawing that waits for it
  return {
    tab,
    status,
    lastAt: lastNoticed(),
    updated: markVersionSeen().catch(() => null), // a browser that cannot store tells of no update
  };
}

/** Asked for while settings and texts are still being read. */
let early: Asked | null = askAll();

/** The tab, and of the rest what is known at once; null for what comes after. */
async function inTime({ tab, status, updated }: Asked) {
  const late = new Promise<null>((done) => setTimeout(() => done(null), PATIENCE_MS));
  const soon = await Promise.race([status, late]);
  const { id: tabId, url } = await tab;
  return { tabId, url, soon, version: await Promise.race([updated, late]) };
}

async function draw(root: HTMLElement, page: Page): Promise<void> {
  const again = early === null;
  const asked = early ?? askAll();
  early = null;
  const { tabId, url, soon, version } = await inTime(asked);
  const card = stateCard(tabId, page.redraw, { given: page.policy.trustedSites, again });
  const takeFocus = again ? () => focusLost() && card.element.focus() : focusMain;
  const more = h('div');
  const links = moreLinks(asked.lastAt);
  const tell = (status: TabStatus, how: Filling): void => {
    card.fill(status, how);
    links.classList.toggle('more-guide', status.state === 'warning');
  };
  const tellStanding: TellStanding = (now) => tell(now, { aloud: false }); // what was done is said beside the button
  const fill = (status: TabStatus, how: Filling = {}): void => {
    tell(status, how);
    show(more, corrections(status, page, tellStanding));
    takeFocus();
  };
  root.append(
    h('h1', { class: 'only-spoken' }, t('popup.title')),
    updateLine(version) ?? '',
    card.element,
    more,
    links,
  );
  // Where the store is slow it stands below: nothing moves under a press.
  if (version === null) void asked.updated.then((known) => root.append(updateLine(known) ?? ''));
  takeFocus();
  if (soon) fill(withPdf(soon, url), { aloud: again });
  performance.mark('drawn'); // read by tests/bench/popup.ts
  const status = await asked.status;
  const guess = withPdf(status, url);
  if (!soon) fill(guess);
  performance.mark('filled');
  if (status.state !== 'watching') return;
  const { known, isSilent } = await lookCloser(status, guess);
  if (known.state !== guess.state) fill(known);
  if (isSilent) card.tellSilent();
}

/** What only the page itself can tell: whether it is closed to us after all, and whether it answers. */
async function lookCloser(status: TabStatus, guess: TabStatus) {
  const { tabId } = status;
  const [closed, { ok }] = await Promise.all([isClosedToUs(tabId), ask({ type: 'tab-answers', tabId })]);
  if (closed === true) return { known: unseen(status), isSilent: false };
  return { known: closed === false || !ok ? status : guess, isSilent: !ok };
}

const focusLost = (): boolean => document.activeElement === document.body;

/**
 * As the popup opens the one big button takes the keyboard, unless the person has already gone elsewhere. Drawn again
 * the card does: the next press of a key was meant for the button that stood there before.
 */
function focusMain(): void {
  if (focusLost()) document.querySelector<HTMLButtonElement>('.button-main')?.focus();
}

const NOT_LOOKED_AT: readonly TabStatus['state'][] = ['unseen', 'no-permission', 'own'];

/** "You missed this one", "safe here" and pausing make sense only where we look. */
function corrections(status: TabStatus, page: Page, tell: TellStanding): HTMLElement[] {
  if (NOT_LOOKED_AT.includes(status.state)) return [];
  if (status.state === 'paused') return [earlierMistake(status)]; // "safe here" in a private window is a pause
  // Beside a warning it may be a caller who asks for a pause; "I trust this site" is asked twice there.
  if (status.state === 'warning')
    return status.host === '' || status.closing ? [] : [judgement(status, tell, page.redraw)];
  return [judgement(status, tell, page.redraw), pauseChoices(status, page.redraw)];
}

document.documentElement.classList.toggle(
  'in-tab',
  browser.extension.getViews({ type: 'popup' }).length === 0,
);
void startPage({ areas: ['popup', 'reasons'], title: 'popup.title', head: 'none', render: draw });
