import { describe, expect, it } from 'vitest';
import { modulesFirst } from '../modules-first';
import { startWorker } from '../worker-parts';

const PAGE = 'http://bakery.test/oven';
const WARNING = 'chrome-extension://sangfroid/src/ui/warning/warning.html?case=case-1';

modulesFirst(async () => {
  await startWorker();
  await import('../../../../src/background/ui-requests');
});

const silenced = { muted: true, active: false } as object;

/** A page that was warned of and so silenced, with a window of its own that was, too. */
async function warned() {
  const worker = await startWorker();
  const { answerUi } = await import('../../../../src/background/ui-requests');
  const tab = worker.fake.addTab(PAGE, silenced);
  const other = worker.fake.addTab('http://bakery.test/window', silenced);
  const warning = worker.fake.addTab(WARNING);
  await worker.openCase(tab.id, { pageTabId: warning.id });
  await worker.tell(tab.id, { level: 'warn' }, PAGE);
  await worker.tell(other.id, { caseId: 'case-1' }, other.url);
  return { ...worker, answerUi, tab, other, warning };
}

describe('a tab that was silenced by a warning has its sound again', () => {
  it('when the person says in the popup that the page is safe, and so have the other tabs of the case', async () => {
    const { answerUi, tab, other, tabStates } = await warned();
    expect(await answerUi({ type: 'tab-trust', tabId: tab.id, host: 'bakery.test' })).toMatchObject({
      ok: true,
    });
    expect([tab, other]).toMatchObject([{ muted: false }, { muted: false }]);
    expect((await tabStates.read(String(other.id))).caseId).toBeNull();
  });

  it('when an honest page has come into it by the time that the button is pressed', async () => {
    const { fake, answerUi, tab } = await warned();
    tab.url = 'http://mail.test/';
    await answerUi({ type: 'case-close', caseId: 'case-1' });
    expect(fake.tabList.get(tab.id)).toMatchObject({ muted: false });
  });

  it('when an honest page tells something there, after the warning was closed', async () => {
    const { fake, tab, warning } = await warned();
    const { receiveFromContent } = await import('../../../../src/background/content-inbox');
    fake.tabList.delete(warning.id);
    tab.url = 'http://mail.test/';
    const sender = { tabId: tab.id, frameId: 0, address: tab.url, tabAddress: tab.url, incognito: false };
    await receiveFromContent({ doc: 'mail', type: 'beat', visible: false }, sender);
    expect(tab).toMatchObject({ muted: false });
  });

  it('when the next worker finds an honest page in it, and the warning closed', async () => {
    const { fake, tab, warning, cases, tabStates } = await warned();
    const { resume } = await import('../../../../src/background/resume');
    await cases.update('case-1', (known) => known && { ...known, address: PAGE, host: 'bakery.test' });
    fake.tabList.delete(warning.id);
    Object.assign(tab, { url: 'http://mail.test/', status: 'complete' });
    await resume();
    expect(tab).toMatchObject({ muted: false });
    expect((await tabStates.read(String(tab.id))).caseId).toBeNull();
  });
});

it('a tab that the person has silenced stays silent when its page is trusted', async () => {
  const { fake, answerUi } = await warned();
  const quiet = fake.addTab('http://radio.test/', silenced);
  await answerUi({ type: 'tab-trust', tabId: quiet.id, host: 'radio.test' });
  expect(quiet).toMatchObject({ muted: true });
});

it('a warned tab that the person had silenced before stays silent, too', async () => {
  const { answerUi, tab, other } = await warned();
  Object.assign(other, { mutedInfo: { muted: true, reason: 'user' } });
  await answerUi({ type: 'tab-trust', tabId: tab.id, host: 'bakery.test' });
  expect(other).toMatchObject({ muted: true });
});

it.each([
  ['another extension had silenced before stays silent, too', 'another', true],
  ['we have silenced has its sound again', 'sangfroid', false],
])('a warned tab that %s', async (_which, extensionId, muted) => {
  const { answerUi, tab, other } = await warned();
  Object.assign(other, { mutedInfo: { muted: true, reason: 'extension', extensionId } });
  await answerUi({ type: 'tab-trust', tabId: tab.id, host: 'bakery.test' });
  expect(other).toMatchObject({ muted });
});

it('a tab that the person had silenced is not silenced once more, which would make it ours to give the sound back', async () => {
  const { fake } = await startWorker();
  const { calmTab } = await import('../../../../src/background/judge/orders');
  const theirs = fake.addTab(PAGE, { mutedInfo: { muted: true, reason: 'user' } } as object);
  const other = fake.addTab('http://bakery.test/window');
  await calmTab(theirs.id, 1);
  await calmTab(other.id, 1);
  expect(theirs).not.toHaveProperty('muted');
  expect(other).toMatchObject({ muted: true });
});

it('"this is a mistake, go back" leaves a tab silent that the person had silenced', async () => {
  const { answerUi, tab } = await warned();
  Object.assign(tab, { mutedInfo: { muted: true, reason: 'user' } });
  await answerUi({ type: 'case-mistake', caseId: 'case-1' });
  expect(tab).toMatchObject({ muted: true, active: true });
});
