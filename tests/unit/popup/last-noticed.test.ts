import { beforeEach, describe, expect, it, vi } from 'vitest';

const journal = vi.hoisted(() => ({ lastIncidentAt: vi.fn(), hasIncidents: vi.fn() }));
vi.mock('../../../src/storage/incident-times', () => journal);
vi.mock('../../../src/storage/incident-list', () => journal);
const { extension } = vi.hoisted(() => ({ extension: { inIncognitoContext: false } }));
vi.mock('../../../src/browser/api', () => ({ browser: { extension } }));

import { lastNoticed } from '../../../src/ui/popup/last-noticed';

beforeEach(() => {
  extension.inIncognitoContext = false;
  journal.lastIncidentAt.mockResolvedValue(null);
  journal.hasIncidents.mockResolvedValue(false);
});

describe('when a scam was noticed last', () => {
  it('is what the journal says', async () => {
    expect(await lastNoticed()).toBeNull();
    journal.lastIncidentAt.mockResolvedValue(7);
    expect(await lastNoticed()).toBe(7);
  });

  it('is not known where the journal cannot be read: nothing may be said of what it shows', async () => {
    journal.hasIncidents.mockResolvedValue(null);
    expect(await lastNoticed()).toBeUndefined();
    journal.lastIncidentAt.mockRejectedValue(new Error('no database'));
    expect(await lastNoticed()).toBeUndefined();
  });

  it('is not known in a private window: there Firefox has another journal', async () => {
    extension.inIncognitoContext = true;
    expect(await lastNoticed()).toBeUndefined();
  });
});
