/** Chrome gives a tab another id as it puts it to sleep: what is known of the tab goes on under that one. */
import type { Case } from '../../messages/ui-messages';
import { RESUME_LIMIT_MS } from '../session/session-slot';
import { cases } from '../state/cases';
import { withDocument } from '../state/documents';
import { tabStates, type TabState } from '../state/tab-state';
import { leaveOverCase } from './case-of-kin';
import { belongsToClosing } from './closing-group';

/**
 * The browser has given a tab another id (tabs.onReplaced). Nothing is changed where we put it to sleep to close it: that
 * knows both ids. What is known is asked for first: a worker that this started forgets tabs that have gone.
 */
export async function noteReplaced(added: number, removed: number): Promise<void> {
  const old = await tabStates.read(String(removed), RESUME_LIMIT_MS);
  if (await isBeingClosed(removed, old)) return;
  await Promise.all([moveCases(added, removed, old), moveState(added, old), moveLinks(added, removed, old)]);
  await tabStates.drop(String(removed));
}

async function isBeingClosed(tabId: number, { caseId }: TabState): Promise<boolean> {
  const known = caseId === null ? null : await cases.read(caseId);
  return known?.state === 'closing' || belongsToClosing(tabId, Date.now());
}

/** Of cases about the tab, and of those whose warning or guide it shows. */
async function moveCases(added: number, removed: number, { caseId }: TabState): Promise<void> {
  const isMeant = (known: Case | null): known is Case =>
    known !== null && known.state !== 'closing' && [known.tabId, known.pageTabId].includes(removed);
  const now = <T>(id: T): T | number => (id === removed ? added : id);
  const stored = await cases.ids(RESUME_LIMIT_MS);
  for (const id of new Set([...stored, ...(caseId === null ? [] : [caseId])]))
    if (isMeant(await cases.read(id)))
      await cases.update(id, (known) =>
        isMeant(known) ? { ...known, tabId: now(known.tabId), pageTabId: now(known.pageTabId) } : known,
      );
}

async function moveState(added: number, old: TabState): Promise<void> {
  if (!isAnythingKnown(old)) return;
  const moved = await tabStates.update(String(added), (told) => joined(old, told));
  // It told before this was known: it may be an honest page.
  if (moved.frames[0]?.doc !== old.frames[0]?.doc) await leaveOverCase(added);
}

const isAnythingKnown = ({
  frames,
  level,
  caseId,
  openedBy,
  opened,
  careful,
  calledScam,
}: TabState): boolean =>
  Object.keys(frames).length + opened.length > 0 ||
  level !== 'quiet' ||
  [caseId, openedBy, calledScam].some((one) => one !== null) ||
  careful;

/** @param told what the page that was loaded anew has told already under the new id */
function joined(old: TabState, told: TabState): TabState {
  const { frames, level, score, lastBeat, silentFor, dialogAt, numberSought } = told;
  const top = frames[0];
  const before = top === undefined ? old : withDocument(old, 0, top.doc, top.address, Date.now());
  return {
    ...before,
    frames: top === undefined ? { ...old.frames, ...frames } : frames,
    ...((top !== undefined || level !== 'quiet') && { level, score }),
    caseId: told.caseId ?? old.caseId,
    openedBy: told.openedBy ?? old.openedBy,
    opened: [...old.opened, ...told.opened],
    careful: told.careful || old.careful,
    calledScam: told.calledScam ?? before.calledScam,
    incognito: told.incognito || old.incognito,
    // A page that sleeps is not one that has fallen silent.
    lastBeat,
    silentFor,
    dialogAt,
    numberSought,
  };
}

/** Of the tab that opened it, and of those that it opened. */
async function moveLinks(added: number, removed: number, { openedBy, opened }: TabState): Promise<void> {
  const linked = [...(openedBy === null ? [] : [openedBy]), ...opened.map(({ tabId }) => tabId)];
  await Promise.all(
    linked.map(async (id) => {
      const known = await tabStates.read(String(id));
      const isLinked = known.openedBy === removed || known.opened.some(({ tabId }) => tabId === removed);
      // Of a tab that has gone nothing is written down anew.
      if (isLinked) await tabStates.update(String(id), (state) => relinked(state, added, removed));
    }),
  );
}

function relinked(state: TabState, added: number, removed: number): TabState {
  return {
    ...state,
    openedBy: state.openedBy === removed ? added : state.openedBy,
    opened: state.opened.map((one) => (one.tabId === removed ? { ...one, tabId: added } : one)),
  };
}
