import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../../src/detection/verdict';
import { modulesFirst } from '../modules-first';
import { SCAM, start } from '../tab-family';

const WARN: Verdict = {
  level: 'warn', score: 0.9, logOdds: 3, reasons: [], phones: [], codes: [], injectedIntoHonestSite: false,
}; // prettier-ignore

modulesFirst(async () => {
  await start();
  await import('../../../../src/background/judge/respond');
});

/** A page has opened a scam, whose case is in this state as the page itself is judged. */
async function judgedWhile(state: 'closing' | 'warned') {
  const worker = await start();
  const { respond } = await import('../../../../src/background/judge/respond');
  const opener = worker.add('http://first.test/');
  const scam = await worker.open(opener, SCAM);
  await worker.openCase(scam, {
    level: 'act',
    state,
    pageTabId: worker.add('chrome-extension://sangfroid/src/ui/guide/guide.html'),
  });
  await worker.go(opener, 'http://first.test/', 'warn');
  await respond(opener, WARN);
  return {
    isThere: worker.fake.tabList.has(opener),
    opens: await worker.belongsToClosing(opener, Date.now()),
  };
}

describe('a page whose window is a scam', () => {
  it('goes, too, and what it still opens, where it is judged while that one is closed', async () => {
    expect(await judgedWhile('closing')).toEqual({ isThere: false, opens: true });
  });

  it('stays behind the warning where there is one', async () => {
    expect(await judgedWhile('warned')).toEqual({ isThere: true, opens: false });
  });
});
