import { describe, expect, it } from 'vitest';
import type { UiRequest } from '../../../../src/messages/ui-messages';
import { alarmed, PAGE } from '../alarmed-page';
import type { FakeBrowser } from '../fake-browser';
import { modulesFirst } from '../modules-first';
import { startWorker } from '../worker-parts';

modulesFirst(async () => {
  await startWorker();
  await import('../../../../src/background/ui-requests');
});

describe('where trust cannot be kept', () => {
  const FILE = 'file:///home/ann/saved.html';
  const lock = (fake: FakeBrowser, name: string) =>
    void (fake.api.storage.managed.get = () => Promise.resolve({ lockedSettings: [name] }));
  const resting = async (address: string) =>
    (await import('../../../../src/background/state/trust')).whyLeftAlone(address, 5);
  async function closed() {
    const worker = await alarmed();
    const { closeCase } = await import('../../../../src/background/close/close-case');
    await closeCase('case-1', 'itself');
    const { heldAddressFor } = await import('../../../../src/background/hold-back/held-addresses');
    return { ...worker, heldAddressFor };
  }

  it.each(['trustedSites', 'all'])(
    'an administrator who locked %s is told, and nothing changes',
    async (name) => {
      const { answerUi, cases, fake, tab, journal } = await alarmed();
      lock(fake, name);
      const told = { ok: false, error: 'errors.locked' };
      expect(await answerUi({ type: 'case-mistake', caseId: 'case-1' })).toEqual(told);
      expect(await answerUi({ type: 'tab-trust', tabId: tab.id, host: 'bakery.test' })).toMatchObject(told);
      expect([await cases.read('case-1'), await resting(PAGE)]).toMatchObject([{ state: 'warned' }, null]);
      expect(journal.ends).toEqual([]);
    },
  );

  it('a locked list opens nothing again that was closed', async () => {
    const { answerUi, fake, heldAddressFor } = await closed();
    lock(fake, 'trustedSites');
    const told = { ok: false, error: 'errors.locked' };
    expect(await answerUi({ type: 'case-reopen', caseId: 'case-1' })).toEqual(told);
    expect(await answerUi({ type: 'held-back-open', address: PAGE, agreed: true })).toEqual(told);
    expect(await heldAddressFor(PAGE)).toMatchObject({ caseId: 'case-1' });
    expect([...fake.tabList.values()].map(({ url }) => url)).not.toContain(PAGE);
  });

  it.each(['case-mistake', 'case-reopen', 'held-back-open', 'tab-trust'] as const)(
    'a full disk leaves the site alone until the browser ends: %s',
    async (type) => {
      const { answerUi, fake, tab } = await (/reopen|held-back/.test(type) ? closed() : alarmed());
      fake.faults.set('storage.local.set', 'reject');
      const host = 'bakery.test';
      const asked = { type, caseId: 'case-1', address: PAGE, agreed: true, tabId: tab.id, host } as UiRequest;
      expect(await answerUi(asked)).toMatchObject({ ok: true });
      expect(await resting(PAGE)).toEqual({ why: 'paused', until: 'restart' });
      expect([fake.rules.size, fake.sessionRules.size]).toEqual([0, 0]);
    },
  );

  it('a page that has no host is let be itself, not the file beside it', async () => {
    const { answerUi, openCase, fake } = await alarmed();
    const file = fake.addTab(`${FILE}#top`);
    await openCase(file.id, { id: 'case-2', host: '' });
    expect(await answerUi({ type: 'case-mistake', caseId: 'case-2' })).toEqual({ ok: true });
    expect(await resting(FILE)).toEqual({ why: 'paused', until: 'restart' });
    expect([await resting('file:///home/ann/other.html'), await resting('')]).toEqual([null, null]);
  });
});
