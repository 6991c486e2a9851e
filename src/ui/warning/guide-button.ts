import { t } from '../shared/i18n';
import { button } from '../shared/parts';
import { toGuide } from './own-tab';

/** The way to the guide, at one of its parts: this page becomes it. @param caseId what it is about */
export function guideButton(caseId: string | null, label = t('common.openGuide'), part = ''): HTMLElement {
  return button({ id: 'to-guide', wide: true, icon: 'guide', label, onclick: () => toGuide(caseId, part) });
}
