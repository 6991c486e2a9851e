import { twoPresses } from '../shared/ask-twice';
import { t } from '../shared/i18n';

/**
 * A button that deletes: the first press asks, the second does it.
 * @param act answers whether it went; where it did not, the page says so on top
 */
export function deleteButton(
  id: string,
  label: string,
  question: string,
  act: () => Promise<boolean>,
): HTMLElement {
  async function take(): Promise<void> {
    if (await act()) return;
    window.scrollTo(0, 0); // the button may stand far below what the page says
    throw new Error('Nothing was taken away.');
  }
  return twoPresses({
    first: { id, kind: 'undo', icon: 'trash', label },
    question,
    questionId: `${id}-question`,
    no: { id: `${id}-no`, label: t('journal.deleteNo') },
    yes: { id: `${id}-yes`, label: t('journal.deleteYes'), onclick: take },
    look: 'delete',
    card: true,
  });
}
