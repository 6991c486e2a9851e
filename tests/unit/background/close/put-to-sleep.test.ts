import { describe, expect, it } from 'vitest';
import { modulesFirst } from '../modules-first';
import { startWorker } from '../worker-parts';

const WARNING = 'chrome-extension://sangfroid/src/ui/warning/warning.html?case=case-1';

modulesFirst(async () => {
  await startWorker();
  await import('../../../../src/background/ui-requests');
});

/** A scam behind our warning, which the browser has put to sleep: its tab has another id by now. */
async function asleepBehind() {
  const worker = await startWorker();
  const { fake, openCase } = worker;
  const scam = fake.addTab('http://scam.test/');
  await openCase(scam.id);
  const warning = fake.addTab(WARNING);
  const { id } = await fake.api.tabs.discard(scam.id);
  return { ...worker, warning, isOpen: () => fake.tabList.has(id) };
}

describe('a scam that was put to sleep behind its warning', () => {
  it.each(['key', 'menu'] as const)('is closed by the %s over that', async (by) => {
    const { warning, isOpen, cases } = await asleepBehind();
    const { closeTabOf } = await import('../../../../src/background/close/close-any');
    expect(await closeTabOf(warning.id, by)).toMatchObject({ state: 'closed', closedBy: by });
    expect(isOpen()).toBe(false);
    expect(await cases.read('case-1')).toMatchObject({ state: 'closed' });
  });

  it('is closed by the button of the popup over that', async () => {
    const { warning, isOpen } = await asleepBehind();
    const { answerUi } = await import('../../../../src/background/ui-requests');
    expect(await answerUi({ type: 'tab-close', tabId: warning.id })).toMatchObject({ ok: true });
    expect(isOpen()).toBe(false);
  });

  it('is closed by the button of the warning', async () => {
    const { isOpen } = await asleepBehind();
    const { answerUi } = await import('../../../../src/background/ui-requests');
    expect(await answerUi({ type: 'case-close', caseId: 'case-1' })).toEqual({ ok: true });
    expect(isOpen()).toBe(false);
  });

  it('is closed in time where the browser does not tell of its tabs', async () => {
    const { fake, cases } = await asleepBehind();
    const { closeCase } = await import('../../../../src/background/close/close-case');
    fake.faults.set('tabs.query', 'hang');
    await closeCase('case-1', 'key');
    expect(['closed', 'stuck']).toContain((await cases.read('case-1'))?.state);
  });
});

describe('another tab of a page that nobody called a scam, asleep', () => {
  it('stays where the one that the person wanted closed has gone by itself', async () => {
    const { fake, openCase, cases } = await startWorker();
    const { closeCase } = await import('../../../../src/background/close/close-case');
    const asked = fake.addTab('http://mail.test/');
    await openCase(asked.id);
    await cases.update('case-1', (now) => (now === null ? now : { ...now, level: 'quiet' }));
    const { id: other } = await fake.api.tabs.discard(fake.addTab('http://mail.test/').id);
    fake.tabList.delete(asked.id);
    await closeCase('case-1', 'key');
    expect(fake.tabList.has(other)).toBe(true);
  });

  it('is not what a page is about that could not be closed: only the tab of that one is asked', async () => {
    const { fake, openCase } = await startWorker();
    const { answerUi } = await import('../../../../src/background/ui-requests');
    const asked = fake.addTab('http://mail.test/');
    await openCase(asked.id, { level: 'quiet', state: 'stuck', closedBy: 'key' });
    await fake.api.tabs.discard(fake.addTab('http://mail.test/').id);
    const ask = () => answerUi({ type: 'case-get', caseId: 'case-1' });
    expect(await ask()).toMatchObject({ state: 'stuck', tabId: asked.id });
    fake.tabList.delete(asked.id);
    expect(await ask()).toMatchObject({ state: 'closed', closedBy: null, tabId: asked.id });
  });
});
