import { EXCERPT_LENGTH } from '../../detection/facts';
import type { Verdict } from '../../detection/verdict';
import type { Case } from '../../messages/ui-messages';
import type { Incident } from '../../storage/incident';
import { gained, type Findings } from '../../storage/incident-shape';
import { addIncident, updateIncident } from '../../storage/incidents';
import { cases, changeCase } from '../state/cases';
import { isSamePlace } from '../state/platforms';
import { noteScam, takeBackScam } from '../state/scam-times';
import type { TabState } from '../state/tab-state';

/**
 * Keeps a case in the journal, and when it was for the guard; of private windows only that, and not on the disk.
 * @param chain addresses the person came through, oldest first.
 */
export async function keepEvidence(
  noted: Case,
  state: TabState,
  screenshot: string | null,
  chain: string[],
): Promise<void> {
  const incidentId = noted.incognito
    ? null
    : await addIncident(entryOf(noted, state, screenshot, chain), isSamePlace);
  const unjudged = noted.level === 'quiet';
  const met = { at: noted.noticedAt, entry: incidentId, ...(unjudged && { unjudged }) };
  await noteScam(met, noted.incognito);
  const current =
    incidentId === null ? await cases.read(noted.id) : await changeCase(noted.id, { incidentId });
  if (current === null) return;
  // What came while the entry was being written could not be told to the entry then.
  if (endingOf(current) !== endingOf(noted)) await noteEnd(current);
  else if (hasMore(current, noted)) await noteMore(current);
}

/** What was copied is evidence where a command is what the page wants; anywhere else it is the person's own. */
const wantsCommand = ({ reasons }: Case): boolean =>
  reasons.some(({ id, weight }) => id === 'wants-command' && weight > 0);

function entryOf(noted: Case, state: TabState, screenshot: string | null, chain: string[]): Incident {
  const texts = Object.values(state.frames).flatMap((frame) => [
    ...frame.dialogs,
    ...(wantsCommand(noted) ? frame.copied : []),
    ...frame.spoken,
    frame.facts?.excerpt ?? '',
  ]);
  return {
    at: noted.noticedAt,
    level: noted.level,
    closedBy: endingOf(noted),
    address: noted.address,
    host: noted.host,
    chain,
    title: noted.title,
    excerpt: texts.filter(Boolean).join('\n').slice(0, EXCERPT_LENGTH),
    phones: noted.phones,
    codes: noted.codes,
    reasons: noted.reasons,
    ...(noted.injectedIntoHonestSite ? { injectedIntoHonestSite: true } : {}),
    screenshot,
    times: 1,
    notes: { caller: '', amounts: '', program: '', otherNumbers: '', text: '' },
  };
}

/**
 * Adds to a case what a later verdict found, of private windows only the level. Acts come in bursts and each writing
 * costs: nothing is written where nothing is new.
 * @returns the case with it, null where nothing is new.
 */
export async function learn(caseId: string, verdict: Verdict): Promise<Case | null> {
  const together = (known: Case): Findings => {
    const { level, reasons } = verdict;
    if (known.incognito) return gained(known, { level, reasons: known.reasons, phones: [], codes: [] });
    return gained(known, {
      level,
      reasons,
      phones: verdict.phones.map(({ shown }) => shown),
      codes: verdict.codes,
    });
  };
  const known = await cases.read(caseId);
  if (known === null || !hasMore(together(known), known)) return null;
  return cases.update(caseId, (known) => known && { ...known, ...together(known) });
}

function hasMore(current: Findings, before: Findings): boolean {
  const { level, phones, codes } = before;
  return (
    current.level !== level || current.phones.length > phones.length || current.codes.length > codes.length
  );
}

/** Adds to the entry of a case what was found since it was written. How it ended is left as it is. */
export async function noteMore({ incidentId, level, reasons, phones, codes }: Case): Promise<void> {
  if (incidentId !== null) await updateIncident(incidentId, { level, reasons, phones, codes });
}

/** Writes into the journal how a case ended, and what was found until then. The guard does not stand for one that was a mistake. */
export async function noteEnd(ended: Case): Promise<void> {
  if (ended.state === 'mistaken') await takeBackScam(ended.noticedAt, ended.incidentId);
  const { incidentId, level, reasons, phones, codes } = ended;
  if (incidentId === null) return;
  await updateIncident(incidentId, { closedBy: endingOf(ended), level, reasons, phones, codes });
}

function endingOf({ state, closedBy }: Case): Incident['closedBy'] {
  if (state === 'mistaken') return 'mistake';
  return state === 'stuck' ? 'not-closed' : (closedBy ?? 'not-closed');
}
