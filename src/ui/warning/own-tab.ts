import { browser } from '../../browser/api';

/** Address of one of our pages, with what follows its file name. */
export function ownAddress(page: 'guide' | 'warning', rest = ''): string {
  return browser.runtime.getURL(`src/ui/${page}/${page}.html${rest}`);
}

/** This tab becomes the guide; going back does not lead to the warning again. */
export function toGuide(caseId: string | null, part = ''): void {
  location.replace(
    ownAddress('guide', `${caseId === null ? '' : `?case=${caseId}`}${part ? `#${part}` : ''}`),
  );
}

/** Closes this tab of ours; where it is the last one of its window it becomes the guide, so that no window is lost. */
export async function closeOwnTab(caseId: string | null = null): Promise<void> {
  const own = await browser.tabs.getCurrent();
  const beside = await browser.tabs.query({ windowId: own?.windowId });
  if (own?.id === undefined || beside.length < 2) toGuide(caseId);
  else await browser.tabs.remove(own.id);
}
