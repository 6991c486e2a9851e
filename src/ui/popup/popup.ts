import { browser } from '../../browser/api';
import type { TabStatus } from '../../messages/ui-messages';
import { lastIncidentAt } from '../../storage/incidents';
import { ask } from '../shared/ask';
import { h } from '../shared/h';
import { t } from '../shared/i18n';
import { startPage, type Page } from '../shared/page';
import { judgement } from './judgement';
import { moreLinks } from './more-links';
import { pauseChoices } from './pause-choices';
import { shownTab, withPdf } from './shown-tab';
import { stateCard } from './state-card';
import { updateLine } from './update-line';

interface Shown {
  status: TabStatus;
  lastAt: number | null;
}

/** Everything the popup shows, asked for at once. */
async function gather(): Promise<Shown> {
  const lastAt = lastIncidentAt().catch(() => null);
  const tab = await shownTab();
  const status = await ask({ type: 'tab-status', tabId: tab.id });
  return { status: withPdf(status, tab.url), lastAt: await lastAt };
}

/** Asked for while settings and texts are still being read: the popup has to be there in under 100 ms. */
let early: Promise<Shown> | null = gather();
early.catch(() => undefined); // told by the drawing that waits for it

async function draw(root: HTMLElement, page: Page): Promise<void> {
  const [{ status, lastAt }, updated] = await Promise.all([early ?? gather(), updateLine()]);
  early = null;
  root.append(
    h('h1', { class: 'only-spoken' }, t('popup.title')),
    updated ?? '',
    stateCard(status, page.redraw),
    ...corrections(status, page),
    moreLinks(lastAt, status.state === 'warning'),
  );
  document.querySelector<HTMLButtonElement>('.button-main')?.focus();
}

/** "You missed this one", "safe here" and pausing make sense only where we look. */
function corrections(status: TabStatus, page: Page): HTMLElement[] {
  if (status.state === 'unseen' || status.state === 'no-permission') return [];
  if (status.state === 'paused') return [];
  return [judgement(status), pauseChoices(status, page.redraw)];
}

document.documentElement.classList.toggle(
  'in-tab',
  browser.extension.getViews({ type: 'popup' }).length === 0,
);
void startPage({ areas: ['popup', 'reasons'], title: 'popup.title', head: 'none', render: draw });
