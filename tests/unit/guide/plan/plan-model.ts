import { vi } from 'vitest';
import type { Case } from '../../../../src/messages/ui-messages';
import { CATALOGUE } from '../../../../src/ui/guide/plan/plan';
import type { SavedGuide } from '../../../../src/ui/guide/plan/progress-store';
import type { Page } from '../../../../src/ui/shared/page';

/** A scam that was closed just now. */
export const CASE: Case = {
  id: 'new', level: 'act', state: 'closed', tabId: 1, windowId: 1, incognito: false, address: 'http://b.example/',
  host: 'b.example', title: '', reasons: [], phones: ['555-0102'], codes: [], noticedAt: 1, closedAt: 1,
  closedBy: 'warning', pageTabId: null, companions: 0, incidentId: null, injectedIntoHonestSite: false,
  reopened: false, timing: { warnedMs: 1, closedMs: 1 },
}; // prettier-ignore

export const DAY_MS = 24 * 60 * 60 * 1_000;

/** Half a plan, of yesterday, about another scam. */
export const BEFORE: Partial<SavedGuide> = {
  answers: { happened: ['remote', 'paid'], means: ['card'], secrets: [] },
  marks: { 'hang-up': 'done', 'bank-today': 'done' },
  caseId: 'old',
  incidentId: 3,
  at: Date.now() - DAY_MS,
};

/** The same to its end. */
export const FINISHED: Partial<SavedGuide> = {
  ...BEFORE,
  marks: Object.fromEntries(CATALOGUE.map(({ id }) => [id, 'done'])),
};

/** What the guide wrote down last. */
export const stored: { last: SavedGuide | null } = { last: null };

/** The guide with what it had saved, opened for a case or for none. */
export async function guide(saved: Partial<SavedGuide>, shown: Case | null) {
  vi.resetModules();
  vi.doMock('../../../../src/browser/api', () => ({
    browser: {
      storage: {
        local: {
          set: ({ guideProgress }: { guideProgress: SavedGuide }) => {
            stored.last = guideProgress;
            return Promise.resolve();
          },
        },
      },
    },
  }));
  const { GuideModel } = await import('../../../../src/ui/guide/guide-model');
  const { NOTHING_SAVED } = await import('../../../../src/ui/guide/plan/progress-store');
  const page = {
    settings: { country: 'auto' },
    policy: { helpdesk: { name: '', phone: '', address: '' } },
  } as unknown as Page; // what the model reads of a page
  const detected = { system: 'windows-11', browser: 'chrome' } as const;
  const found = { page, saved: { ...NOTHING_SAVED, ...saved }, detected, shownCase: null, keysHere: [] };
  const model = new GuideModel(found);
  model.follow(shown);
  return model;
}
