import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContentEnvelope } from '../../../../src/messages/content-messages';
import { startWorker } from '../worker-parts';

const COMMAND = 'powershell -w hidden -c "echo harmless"';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

/** A page that put a command on the clipboard, and spoke. */
async function copied() {
  const { fake, journal, tabStates } = await startWorker();
  const { receiveFromContent } = await import('../../../../src/background/content-inbox');
  const url = 'https://page.test/';
  const tab = fake.addTab(url);
  const sender = { tabId: tab.id, frameId: 0, address: url, tabAddress: url, incognito: false };
  const act = (name: 'clipboard' | 'speech', detail: string): ContentEnvelope => ({
    doc: 'd', type: 'act', act: name, detail, at: 5, unasked: false, count: 1, title: 'Page',
  }); // prettier-ignore
  await receiveFromContent(act('clipboard', COMMAND), sender);
  await receiveFromContent(act('speech', 'Welcome'), sender);
  const excerpts = () => (journal.added as { excerpt: string }[]).map(({ excerpt }) => excerpt);
  return { tab, tabStates, excerpts };
}

describe('what was copied on a page', () => {
  it('is not written down of a page that the person closes with the key', async () => {
    const { tab, excerpts } = await copied();
    const { closeTabOf } = await import('../../../../src/background/close/close-any');
    await closeTabOf(tab.id, 'key');
    expect(excerpts()).toEqual(['Welcome']);
  });

  it.each([
    ['is evidence on a page that wants a command run', [{ id: 'wants-command', weight: 3.2 }], true],
    ['is none on another scam', [{ id: 'wants-call', weight: 3.2 }], false],
    ['nor where the command speaks for the page', [{ id: 'wants-command', weight: -1 }], false],
  ])('%s', async (_what, reasons, written) => {
    const { tab, tabStates, excerpts } = await copied();
    const { openCase } = await import('../../../../src/background/state/cases');
    const { keepEvidence } = await import('../../../../src/background/journal/evidence');
    const verdict = { level: 'warn', score: 90, logOdds: 4, phones: [], codes: [] } as const;
    const noted = await openCase(
      { tabId: tab.id, windowId: 1, incognito: false, address: tab.url, title: '' },
      { ...verdict, phones: [], codes: [], reasons, injectedIntoHonestSite: false },
      1,
    );
    await keepEvidence(noted, await tabStates.read(String(tab.id)), null, []);
    expect(excerpts()).toEqual([written ? `${COMMAND}\nWelcome` : 'Welcome']);
  });

  it('is heard all the same: it is judged beside what the page says', async () => {
    const { tab, tabStates } = await copied();
    const { tabFacts } = await import('../../../../src/background/state/tab-facts');
    const { frames } = tabFacts(await tabStates.read(String(tab.id)), Date.now());
    expect(frames[0]?.actTexts).toEqual([COMMAND, 'Welcome']);
  });
});
