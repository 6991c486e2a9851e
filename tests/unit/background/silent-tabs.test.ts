import { expect, it } from 'vitest';
import { modulesFirst } from './modules-first';
import { startWorker } from './worker-parts';

modulesFirst(async () => {
  await startWorker();
  await import('../../../src/background/ui-requests');
});

/** A warned scam in a browser that does not tell of its tabs any more. */
async function warned() {
  const { fake, tell, openCase } = await startWorker();
  const { answerUi } = await import('../../../src/background/ui-requests');
  const page = fake.addTab('http://scam.test/');
  await openCase(page.id, {});
  await tell(page.id, { level: 'warn' }, page.url);
  fake.faults.set('tabs.get', 'hang');
  fake.calls.length = 0;
  return { fake, page, answerUi };
}

it('how a case stands is told as it was where the browser does not tell of its tab', async () => {
  const { answerUi } = await warned();
  expect(await answerUi({ type: 'case-get', caseId: 'case-1' })).toMatchObject({ state: 'warned' });
});

it('the big button closes the tab where the browser does not tell of it at first', async () => {
  const { fake, page, answerUi } = await warned();
  const pressed = answerUi({ type: 'case-close', caseId: 'case-1' });
  // Before any timer: the clock leaps, and the closing would be over by the first look of `vi.waitFor`.
  for (let turn = 0; turn < 1_000 && !fake.calls.includes('tabs.get'); turn += 1) await Promise.resolve();
  fake.faults.delete('tabs.get');
  expect(await pressed).toMatchObject({ ok: true });
  expect(fake.tabList.has(page.id)).toBe(false);
});
