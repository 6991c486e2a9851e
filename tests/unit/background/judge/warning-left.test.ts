import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../../src/detection/verdict';
import { modulesFirst } from '../modules-first';
import { startWorker } from '../worker-parts';

const WARN: Verdict = {
  level: 'warn', score: 0.9, logOdds: 3, reasons: [], phones: [], codes: [], injectedIntoHonestSite: false,
}; // prettier-ignore
const WARNING = 'chrome-extension://sangfroid/src/ui/warning/warning.html?case=case-1';
const GUIDE = 'chrome-extension://sangfroid/src/ui/guide/guide.html?case=case-1';

modulesFirst(async () => {
  await startWorker();
  await import('../../../../src/background/judge/respond');
});

/** A scam was warned of; the tab of the warning shows this address by now. */
async function warnedIn(url: string, more: object = {}) {
  const worker = await startWorker();
  const { respond } = await import('../../../../src/background/judge/respond');
  const { closeCase } = await import('../../../../src/background/close/close-case');
  const scam = worker.fake.addTab('http://scam.test/');
  const page = worker.fake.addTab(url, more); // which comes in front
  await worker.openCase(scam.id, { pageTabId: page.id });
  await worker.tell(scam.id, { level: 'warn' }, scam.url);
  return { ...worker, respond, closeCase, page, scam };
}

describe('a person who has typed another address into the tab of the warning', () => {
  it.each([
    ['a site', 'http://search.test/', {}],
    ['a page of the browser’s, whose address it does not tell', '', {}],
    ['one whose address it tells', 'about:preferences', {}],
    ['the same while it loads', 'about:preferences', { status: 'loading' }],
    ['an empty page', 'about:blank', {}],
  ] as const)('is warned of the next scam in the tab of the first one: %s', async (_what, url, more) => {
    const { fake, respond, tell, scam } = await warnedIn(url, more);
    scam.url = 'http://other-scam.test/';
    await tell(scam.id, { level: 'warn' }, scam.url);
    await respond(scam.id, WARN);
    expect(fake.ownPages()).toEqual([expect.stringContaining('/warning/')]);
  });

  it('has the guide when the scam is closed by the key, and the other page stays as it is', async () => {
    const { fake, closeCase, page } = await warnedIn('http://search.test/');
    await closeCase('case-1', 'key');
    expect(fake.ownPages()).toEqual([GUIDE]);
    expect(page.active).toBe(false);
  });
});

describe('a warning that stands', () => {
  it.each([
    ['in view', WARNING, {}],
    ['still loading in Chrome', '', { pendingUrl: WARNING }],
    ['still loading in Firefox', 'about:blank', { status: 'loading' }],
    ['loading without any address', '', { status: 'loading' }],
  ])('%s serves for every address that the scam moves to', async (_how, url, more) => {
    const { fake, respond, tell, scam } = await warnedIn(url, more);
    const tabs = fake.tabList.size;
    scam.url = 'http://other-scam.test/';
    await tell(scam.id, { level: 'warn' }, scam.url);
    await respond(scam.id, WARN);
    expect(fake.tabList.size).toBe(tabs);
  });

  it('behind the tab of the scam, where the person has gone on, does not serve for the next scam there', async () => {
    const { fake, respond, tell, scam, page, cases } = await warnedIn(WARNING);
    page.url = `${WARNING}&tab=${scam.id}`;
    await fake.api.tabs.update(scam.id, { active: true });
    scam.url = 'http://other-scam.test/';
    await tell(scam.id, { level: 'warn' }, scam.url);
    await respond(scam.id, WARN);
    const about = await Promise.all((await cases.ids()).map((id) => cases.read(id)));
    expect(about.map((one) => one?.host).sort()).toEqual(['other-scam.test', 'scam.test']);
    expect(fake.ownPages(), 'the older one is put away').toHaveLength(1);
  });
});
