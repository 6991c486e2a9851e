import { guideAbout } from '../../browser/own-page';
import { closeOwnTab } from '../shared/close-own-tab';

/** This tab becomes the guide; going back does not lead to the warning again. */
export function toGuide(caseId: string | null, part = ''): void {
  location.replace(guideAbout(caseId, part));
}

/** Closes the warning, or turns it into the guide where it is the last tab of its window. */
export function closeWarning(caseId: string | null = null): Promise<void> {
  return closeOwnTab(guideAbout(caseId));
}
