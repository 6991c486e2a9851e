import { h } from '../shared/h';
import { t } from '../shared/i18n';
import { startPage, type Page } from '../shared/page';
import { buttonLink, notice } from '../shared/parts';
import { closingSection, sensitivitySection } from './detection-section';
import { evidenceSection } from './evidence-section';
import { showValues } from './follow';
import { guardSection } from './guard-section';
import { languageSection } from './language-section';
import { personSection } from './person-section';
import { accessLead } from './access-lead';
import { browserSection } from './browser-section';
import { transferSection } from './transfer-section';
import { trustedSection } from './trusted-section';

/** All settings on one page, the ones people look for first on top. Each change is stored at once. */
function draw(root: HTMLElement, page: Page): void {
  root.append(
    h('h1', null, t('options.title')),
    accessLead(),
    h('p', null, buttonLink(t('common.openGuide'), '../guide/guide.html', 'guide')),
    page.policy.managed ? notice('note', h('p', null, t('options.managed'))) : '',
    languageSection(page),
    sensitivitySection(page),
    closingSection(page),
    trustedSection(page),
    personSection(page),
    guardSection(page),
    evidenceSection(page),
    browserSection(page),
    transferSection(page),
  );
}

// A failure is told on top of the page; what was pressed may stand far below.
window.addEventListener('unhandledrejection', () => window.scrollTo(0, 0));
void startPage({ areas: ['options'], title: 'options.title', render: draw, follow: showValues });
