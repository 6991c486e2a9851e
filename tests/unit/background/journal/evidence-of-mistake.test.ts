import { describe, expect, it, vi } from 'vitest';
import type { Case } from '../../../../src/messages/ui-messages';
import { alarmed, MET_AT } from '../alarmed-page';
import { modulesFirst } from '../modules-first';
import { startWorker } from '../worker-parts';

modulesFirst(async () => {
  await startWorker();
  await import('../../../../src/background/ui-requests');
});

describe('evidence', () => {
  it('notes the time of a scam, also where the journal takes no entry', async () => {
    const { fake, cases, tabStates } = await alarmed();
    const incidents = await import('../../../../src/storage/incidents');
    const { keepEvidence } = await import('../../../../src/background/journal/evidence');
    vi.spyOn(incidents, 'addIncident').mockResolvedValue(null);
    const known = (await cases.read('case-1')) as Case;
    await keepEvidence({ ...known, noticedAt: 50 }, await tabStates.read('1'), null, []);
    expect(fake.stores.local.get('scam-times')).toContainEqual({ at: 50, entry: null });
    await keepEvidence({ ...known, noticedAt: 60, incognito: true }, await tabStates.read('1'), null, []);
    expect(fake.stores.session.get('scam-times')).toEqual([{ at: 60, entry: null }]);
    expect(fake.stores.local.get('scam-times')).not.toContainEqual({ at: 60, entry: null });
  });

  it('of a page that nobody called a scam is told apart from a scam', async () => {
    const { fake, cases, tabStates, lastScamAt } = await alarmed();
    const { keepEvidence } = await import('../../../../src/background/journal/evidence');
    const known = (await cases.read('case-1')) as Case;
    await keepEvidence(
      { ...known, level: 'quiet', noticedAt: MET_AT + 9 },
      await tabStates.read('1'),
      null,
      [],
    );
    expect(fake.stores.local.get('scam-times')).toContainEqual(
      expect.objectContaining({ at: MET_AT + 9, unjudged: true }),
    );
    expect([await lastScamAt(), await lastScamAt({ orUnjudged: true })]).toEqual([MET_AT, MET_AT + 9]);
  });

  it('learns of a mistake, or an end, that came while the entry was being written', async () => {
    const { cases, tabStates, journal, lastScamAt } = await alarmed();
    const { keepEvidence } = await import('../../../../src/background/journal/evidence');
    const warned = (await cases.read('case-1')) as Case;
    await cases.update('case-1', () => ({ ...warned, state: 'closed', closedBy: 'key' }));
    await keepEvidence(warned, await tabStates.read('1'), null, []);
    expect(journal.ends).toMatchObject([{ id: 1, closedBy: 'key' }]);
    await cases.update('case-1', () => ({ ...warned, noticedAt: 50, state: 'mistaken', incidentId: null }));
    await keepEvidence({ ...warned, noticedAt: 50 }, await tabStates.read('1'), null, []);
    expect(journal.ends.at(-1)).toMatchObject({ id: 2, closedBy: 'mistake' });
    expect(await lastScamAt()).toBe(MET_AT);
  });
});
