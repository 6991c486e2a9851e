import { ownPage } from '../../browser/own-page';
import { closeOwnTab } from '../shared/close-own-tab';

/** Address of the guide for a case, at one of its parts. */
function guideAddress(caseId: string | null, part = ''): string {
  return ownPage('guide', caseId === null ? '' : `case=${caseId}`, part);
}

/** This tab becomes the guide; going back does not lead to the warning again. */
export function toGuide(caseId: string | null, part = ''): void {
  location.replace(guideAddress(caseId, part));
}

/** Closes the warning, or turns it into the guide where it is the last tab of its window. */
export function closeWarning(caseId: string | null = null): Promise<void> {
  return closeOwnTab(guideAddress(caseId));
}
