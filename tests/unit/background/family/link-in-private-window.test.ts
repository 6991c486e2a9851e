import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../../src/detection/verdict';
import { modulesFirst } from '../modules-first';
import { SCAM, start } from '../tab-family';

const WARN: Verdict = {
  level: 'warn', score: 0.9, logOdds: 3, reasons: [], phones: [], codes: ['secret'], injectedIntoHonestSite: false,
}; // prettier-ignore

modulesFirst(async () => {
  await start();
  await import('../../../../src/background/judge/respond');
});

/** A link of an ordinary page, opened in a private window. */
async function opened() {
  const worker = await start();
  const { fake, tell, tabStates, noteOpened, noteOrigin } = worker;
  const page = fake.addTab(SCAM);
  await tell(page.id, { level: 'warn' }, page.url);
  const link = fake.addTab('http://secret.test/', { incognito: true, windowId: 5 });
  const note = async () => {
    await noteOpened(page.id, link.id, Date.now());
    await noteOrigin(page.id, link.id, link.url);
  };
  const states = () => Promise.all([page, link].map(({ id }) => tabStates.read(String(id))));
  const parts = await import('../../../../src/background/family/case-of-kin');
  return { ...worker, ...parts, page, link, note, states };
}

describe('a link of an ordinary page that a person opens in a private window', () => {
  it('leaves nothing of itself with that page, which is no private one for it', async () => {
    const { fake, note, states } = await opened();
    await note();
    const [page, link] = await states();
    expect([page?.opened, page?.incognito, link?.openedBy]).toEqual([[], false, null]);
    await new Promise((done) => setTimeout(done, 20));
    expect(JSON.stringify([...fake.stores.session])).not.toContain('secret');
  });

  it('is none of its family: what it tells does not come into the case of that page', async () => {
    const { fake, page, link, note, tell, openCase, cases, tabStates } = await opened();
    await openCase(page.id, { level: 'warn' });
    await note();
    await tell(link.id, { level: 'warn', incognito: true }, link.url);
    const { respond } = await import('../../../../src/background/judge/respond');
    await respond(link.id, WARN);
    expect(await cases.read('case-1')).toMatchObject({ codes: [] });
    const { caseId } = await tabStates.read(String(link.id));
    expect(caseId).not.toBe('case-1');
    expect(caseId && (await cases.read(caseId))).toMatchObject({ incognito: true, address: '', codes: [] });
    expect(fake.tabList.has(link.id)).toBe(true);
  });

  it.each([
    [true, false],
    [false, true],
  ])('has no case of the other kind, were it noted as kin (private: %s)', async (incognito, other) => {
    const { page, link, caseOfKin, openCase, tell, states } = await opened();
    await openCase(page.id, { incognito });
    await tell(link.id, { incognito: other }, link.url);
    const [, state] = await states();
    expect(state && (await caseOfKin([page.id], state))).toBeNull();
    expect(state && (await caseOfKin([page.id], { ...state, incognito }))?.id).toBe('case-1');
  });
});

describe('a private page that tells nothing, and opens windows that do', () => {
  it('joins the private case of one of them: one scam has one warning', async () => {
    const { fake, tell, openCase, cases } = await start();
    const { respond } = await import('../../../../src/background/judge/respond');
    const page = fake.addTab(SCAM, { incognito: true });
    const window = fake.addTab(`${SCAM}window`, { incognito: true });
    const kept = { incognito: true, address: '', host: '' };
    await openCase(window.id, { ...kept, level: 'warn' });
    await tell(window.id, { level: 'warn', incognito: true, openedBy: page.id }, window.url);
    const opened = [{ tabId: window.id, at: Date.now(), from: 'scam.test', popup: true }];
    await tell(page.id, { opened }); // not yet noted as private: nothing has been told
    await respond(page.id, WARN);
    expect(await cases.ids()).toEqual(['case-1']);
  });
});
