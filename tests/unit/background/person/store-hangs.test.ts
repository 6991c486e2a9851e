import { describe, expect, it } from 'vitest';
import type { Case } from '../../../../src/messages/ui-messages';
import { doneWithin } from '../clock-by-hand';
import { modulesFirst } from '../modules-first';
import { startWorker } from '../worker-parts';

const PAGE = 'http://bakery.test/oven';
const OTHER = 'http://scam.test/alert';
const CALLS = [
  'storage.local.get', 'storage.local.set', 'dnr.getSessionRules', 'dnr.getDynamicRules',
  'dnr.updateSessionRules', 'dnr.updateDynamicRules',
] as const; // prettier-ignore

modulesFirst(async () => {
  await startWorker();
  await import('../../../../src/background/ui-requests');
});

/** A page that was warned of wrongly and is held back, behind its warning; from then on one call is never answered. */
async function warned(call: (typeof CALLS)[number]) {
  const worker = await startWorker();
  const { fake, openCase } = worker;
  const { answerUi } = await import('../../../../src/background/ui-requests');
  const held = await import('../../../../src/background/hold-back/held-addresses');
  const { whyLeftAlone } = await import('../../../../src/background/state/trust');
  const tab = fake.addTab(PAGE);
  const known = await openCase(tab.id);
  await held.holdBack(known);
  fake.addTab('chrome-extension://sangfroid/src/ui/warning/warning.html?case=case-1');
  fake.faults.set(call, 'hang');
  return { ...worker, ...held, answerUi, whyLeftAlone, tab, known };
}

describe.each(CALLS)('where %s is never answered', (call) => {
  it('"this is a mistake, go back" brings the page to the front, and it is let be', async () => {
    const { answerUi, whyLeftAlone, cases, tab } = await warned(call);
    const answer = doneWithin(6_000, () => answerUi({ type: 'case-mistake', caseId: 'case-1' }));
    expect(await answer).toEqual({ ok: true });
    expect(tab).toMatchObject({ active: true });
    expect(await cases.read('case-1')).toMatchObject({ state: 'mistaken' });
    expect(await whyLeftAlone(PAGE, Date.now())).not.toBeNull();
  });

  it('what is held back and let through after it is done, once there are answers again', async () => {
    const { fake, answerUi, holdBack, letThrough, heldAddressFor, known } = await warned(call);
    await answerUi({ type: 'case-mistake', caseId: 'case-1' });
    fake.faults.clear();
    const scam: Case = { ...known, id: 'case-2', address: OTHER, host: 'scam.test' };
    await doneWithin(60_000, () => holdBack(scam));
    expect(await heldAddressFor(OTHER)).toMatchObject({ caseId: 'case-2' });
    await doneWithin(60_000, () => letThrough(OTHER));
    expect(await heldAddressFor(OTHER)).toBeNull();
  });
});

it('the page comes to the front before the store is done with what held it back', async () => {
  const { fake, answerUi, tab } = await warned('dnr.updateSessionRules');
  const answering = answerUi({ type: 'case-mistake', caseId: 'case-1' });
  await doneWithin(300, async () => {
    while (!tab.active) await new Promise((done) => setTimeout(done, 5));
  });
  expect(fake.calls).toContain('dnr.updateSessionRules');
  await answering;
});
