import { describe, expect, it, vi } from 'vitest';
import { modulesFirst } from '../modules-first';
import { MINUTE, SCAM, sorted, start, type Worker } from '../tab-family';

modulesFirst(async () => {
  await start();
  await import('../../../../src/background/close/close-case');
});

const MAIL = 'http://mail.test/write';
type How = 'trusted' | 'paused' | 'all paused' | 'nothing';

/** A page whose link led to the mail turns out to be a scam after ten minutes, with a second window of its own. */
async function forumAndMail(how: How, popup = false) {
  const worker = await start();
  const { fake, add, go, open } = worker;
  const trusted = { version: 1, trustedSites: [{ host: 'mail.test', since: 1, why: 'options' }] };
  const { startPause } = await import('../../../../src/background/state/trust');
  if (how === 'trusted') fake.stores.local.set('settings', trusted);
  const now = Date.now();
  if (how === 'paused') await startPause('site', { address: MAIL, now });
  if (how === 'all paused') await startPause('restart', { address: '', now });
  const forum = add(SCAM);
  await go(forum, SCAM, 'quiet', now);
  const mail = await open(forum, MAIL, { at: now + 1_000, popup });
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  const second = await open(forum, 'http://scam.test/again', { popup: true });
  await worker.tell(forum, { level: 'warn' });
  return { ...worker, forum, mail, second };
}

async function closed(worker: Worker, tabId: number): Promise<void> {
  await worker.openCase(tabId);
  const { closeCase } = await import('../../../../src/background/close/close-case');
  await closeCase('case-1', 'warning');
}

describe('a tab that the scam’s site led to', () => {
  it.each<[How, boolean]>([
    ['trusted', true],
    ['paused', true],
    ['all paused', false],
    ['nothing', false],
  ])('stays where its own site is left alone (%s): %s', async (how, stays) => {
    const worker = await forumAndMail(how);
    const { fake, forum, mail, second } = worker;
    await closed(worker, forum);
    expect([fake.tabList.has(forum), fake.tabList.has(second)]).toEqual([false, false]);
    expect(fake.tabList.has(mail)).toBe(stays);
  });

  it('stays where it was suspicious in the same case before it was trusted', async () => {
    const worker = await forumAndMail('trusted');
    await worker.tell(worker.mail, { level: 'warn', caseId: 'case-1' }, MAIL);
    await closed(worker, worker.forum);
    expect(worker.fake.tabList.has(worker.mail)).toBe(true);
  });

  it('keeps what it opened itself, in a window without a tab strip too', async () => {
    const worker = await forumAndMail('trusted', true);
    const { forum, mail, second } = worker;
    const letter = await worker.open(mail, 'http://letters.test/1');
    const found = await worker.scamGroup(forum);
    expect(sorted(found)).toEqual([forum, second]);
    expect(found).not.toContain(letter);
  });

  it('goes where it is the scam’s own tab: that one was meant', async () => {
    const worker = await forumAndMail('trusted');
    await closed(worker, worker.mail);
    expect(worker.fake.tabList.has(worker.mail)).toBe(false);
  });
});

it('a page of a trusted site that led to the scam stays, though it was suspicious before', async () => {
  const worker = await forumAndMail('trusted');
  const scam = await worker.open(worker.mail, 'http://other.test/');
  await worker.tell(worker.mail, { level: 'warn' }, MAIL);
  await worker.tell(scam, { level: 'warn' }, 'http://other.test/');
  expect(await worker.scamGroup(scam)).toEqual([scam]);
});
