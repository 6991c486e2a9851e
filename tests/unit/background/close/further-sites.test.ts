import { describe, expect, it } from 'vitest';
import { modulesFirst } from '../modules-first';
import { WORDS } from '../scam-words';
import { startWorker } from '../worker-parts';

modulesFirst(async () => {
  await startWorker();
  await import('../../../../src/background/close/close-case');
});

/** A scam with a window of its own on another site, which tells nothing but what stands behind its dialog. */
async function closed(url: string, level: 'quiet' | 'warn') {
  const worker = await startWorker();
  const { fake, tell, openCase, newFrame } = worker;
  const { closeCase } = await import('../../../../src/background/close/close-case');
  const page = fake.addTab('http://scam.test/');
  const { id } = fake.addTab(url);
  await openCase(page.id, { level: 'warn' });
  const opened = [{ tabId: id, at: Date.now(), from: 'scam.test', popup: true }];
  await tell(page.id, { level: 'warn', opened, stay: { since: 1, hosts: ['scam.test'] } }, page.url);
  const frame = { ...newFrame('w', url), dialogs: [WORDS], acts: { alert: { count: 1, unasked: 1, firstAt: 1, lastAt: 1 } } }; // prettier-ignore
  await tell(id, { level, openedBy: page.id, caseId: 'case-1', frames: { 0: frame } });
  return { ended: await closeCase('case-1', 'warning'), isOpen: fake.tabList.has(id) };
}

describe('the case of a scam that was closed', () => {
  it('holds the further site that its window stood on', async () => {
    const { ended, isOpen } = await closed('http://kit.test/two', 'warn');
    expect([ended?.state, ended?.otherSites, isOpen]).toEqual(['closed', ['http://kit.test'], false]);
  });

  it('holds none of a quiet window that went with it', async () => {
    const { ended, isOpen } = await closed('http://advert.test/', 'quiet');
    expect([ended?.state, ended?.otherSites, isOpen]).toEqual(['closed', [], false]);
  });
});
