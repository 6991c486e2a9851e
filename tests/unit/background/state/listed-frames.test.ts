import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyLooks } from '../../../../src/detection/frames/empty-facts';
import { loadRules } from '../../../../src/detection/phrases/rules';
import { factsOfUnreadFrame } from '../../../../src/detection/frames/unread-frame';
import type { ContentMessage } from '../../../../src/messages/content-messages';
import { gate, WORDS } from '../scam-words';
import { startWorker } from '../worker-parts';

// Each worker reads all rules anew.
vi.setConfig({ testTimeout: 30_000 });
beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

const SITE = 'https://mail.example/';
/** Neither is a scam by itself; both together are. */
const PHISHING =
  'Security warning from Microsoft\nYour account has been blocked. A virus was found on your computer and your ' +
  'passwords may be stolen.\nOpen the security page of your account to unlock it.';
const BOOKING =
  'Your booking at Hotel Lindenhof is confirmed.\nIf you have a question, please call us now at +1 888 555 0100.\n' +
  'Our support is there day and night.';
/** An article about scams, and the site around it. */
const ARTICLE =
  'The baker of our village bakes his bread with flour, water, salt and a lot of patience each day.\n'.repeat(
    20,
  ) +
  'A virus alert that names Microsoft and a number to call is a scam. Never call a number shown in a fake alert.';
const HONEST = {
  navigation: true,
  footer: true,
  siteLinks: 20,
  outLinks: 6,
  article: 0.8,
  proseLength: 3_000,
};

function facts(text: string, top = false): ContentMessage {
  const claims = { top, address: '', title: '', acts: {}, dialogs: [], text, area: top ? 1 : 0.6 };
  const read = factsOfUnreadFrame(claims, loadRules());
  const structure = text === ARTICLE ? { ...read.structure, ...HONEST } : read.structure;
  const looks = { ...emptyLooks(), viewportWidth: 900, viewportHeight: 700 };
  return { type: 'facts', facts: { ...read, structure, looks } };
}
const ALERT: ContentMessage = {
  type: 'act', act: 'alert', detail: 'Hello', at: 5, unasked: true, count: 1, title: '',
}; // prettier-ignore

type Told = { address?: string; documentId?: string; doc?: string };

/** A tab whose frames tell something, one after the other. */
async function start() {
  const { fake, tabStates } = await startWorker();
  const { receiveFromContent } = await import('../../../../src/background/content-inbox');
  const tab = fake.addTab(SITE);
  const tells = async (frameId: number, messages: ContentMessage[], told: Told = {}): Promise<void> => {
    const { doc = `d${frameId}`, ...of } = told;
    const from = {
      tabId: tab.id,
      frameId,
      address: 'about:srcdoc',
      tabAddress: SITE,
      incognito: false,
      ...of,
    };
    for (const one of messages) await receiveFromContent({ ...one, doc }, from);
  };
  const shows = (frameId: number, text: string, told?: Told) =>
    tells(frameId, [gate(text), facts(text, frameId === 0)], told);
  const list = (...ids: (number | { frameId: number; documentId: string })[]) =>
    fake.frames.set(
      tab.id,
      ids.map((id) => (typeof id === 'number' ? { frameId: id } : id)),
    );
  /** Its level, and the frames that are remembered. */
  const known = async (): Promise<string> => {
    const { level, frames } = await tabStates.read(String(tab.id));
    return `${level} ${Object.keys(frames).sort().join(' ')}`;
  };
  const asked = () => fake.calls.filter((call) => call === 'webNavigation.getAllFrames').length;
  return { fake, tab, tabStates, tells, shows, list, known, asked };
}

describe('a frame that is there no more', () => {
  it('has no part in what is warned of: two mails shown one after the other', async () => {
    const { shows, list, known } = await start();
    await shows(11, PHISHING);
    list(0, 12);
    await shows(12, BOOKING);
    expect(await known()).toBe('quiet 12');
  });

  it('has a part as long as it is listed, or nobody says whether it is', async () => {
    const { fake, shows, list, known, tells } = await start();
    await shows(11, PHISHING);
    fake.faults.set('webNavigation.getAllFrames', 'hang');
    await shows(12, BOOKING);
    expect(await known()).toBe('warn 11 12');
    fake.faults.set('webNavigation.getAllFrames', 'reject');
    await tells(12, [facts(BOOKING)]);
    fake.faults.clear();
    list(12); // a tab without a top frame is none
    await tells(12, [facts(BOOKING)]);
    list(0, 11, 12);
    await tells(12, [facts(BOOKING)]);
    expect(await known()).toBe('warn 11 12');
    list(0, 12);
    await tells(12, [facts(BOOKING)]);
    expect(await known()).toBe('quiet 12');
  });

  it('is told by its document, too, where the browser names it', async () => {
    const { shows, list, known, tells } = await start();
    await shows(11, PHISHING, { documentId: 'A' });
    list(0, { frameId: 11, documentId: 'A' }, 12);
    await shows(12, BOOKING, { documentId: 'B' });
    expect(await known()).toBe('warn 11 12');
    list(0, { frameId: 11, documentId: 'C' }, 12);
    await tells(12, [facts(BOOKING)], { documentId: 'B' });
    expect(await known()).toBe('quiet 12');
  });

  it.each<[string, number, ContentMessage[], Told]>([
    ['that the browser never lists', 11, [], { address: 'blob:https://mail.example/1' }],
    ['whose box was met by the person', 11, [ALERT], {}],
    ['that stands for a window on top', -1, [], {}],
  ])('is none %s', async (_what, frameId, more, told) => {
    const { shows, tells, list, known } = await start();
    await tells(frameId, [gate(PHISHING), ...more, facts(PHISHING)], told);
    list(0, 12);
    await shows(12, BOOKING);
    expect(await known()).toBe(`warn ${[frameId, 12].join(' ')}`);
  });

  it('is none that has just told something, nor the top frame', async () => {
    const { shows, tells, list, known } = await start();
    await shows(0, PHISHING, { address: SITE, documentId: 'one' });
    await shows(12, 'Bread');
    list({ frameId: 0, documentId: 'two' });
    await tells(12, [facts(BOOKING)]);
    expect(await known()).toBe('warn 0 12');
  });

  it('is not asked for where a frame tells alone, nor where all is quiet', async () => {
    const alone = await start();
    await alone.shows(11, WORDS);
    expect([await alone.known(), alone.asked()]).toEqual(['warn 11', 0]);
    const quiet = await start();
    await quiet.shows(11, BOOKING);
    await quiet.shows(12, BOOKING);
    expect([await quiet.known(), quiet.asked()]).toEqual(['quiet 11 12', 0]);
  });

  it('speaks for its page no more where all is quiet, once the page tells that it is gone', async () => {
    const { fake, shows, list, known } = await start();
    await shows(11, ARTICLE);
    list(0, 12);
    const answers = [
      { doc: '', place: -1, outer: false },
      { doc: 'd12', place: 0, outer: true },
    ];
    Object.assign(fake.api.scripting, {
      executeScript: ({ target, func }: { target: { frameIds?: number[] }; func?: { name: string } }) => {
        const place = [0, 12].indexOf(target.frameIds?.[0] ?? -1);
        const result = func?.name === 'lookAround' ? [0.9] : answers[place];
        return place < 0 ? Promise.reject(new Error('No frame')) : Promise.resolve([{ result }]);
      },
    });
    await shows(12, WORDS);
    expect(await known()).toMatch(/^warn/);
  });

  it('is not forgotten with what came into it meanwhile', async () => {
    const { fake, tab, tabStates, shows, known } = await start();
    const { forgetGone } = await import('../../../../src/background/state/listed-frames');
    await shows(11, PHISHING);
    await shows(12, 'Bread');
    fake.api.webNavigation.getAllFrames = async () => {
      await shows(11, 'Bread', { doc: 'next' });
      return [{ frameId: 0 }, { frameId: 12 }];
    };
    expect(await forgetGone(tab.id, await tabStates.read(String(tab.id)))).not.toBeNull();
    expect(await known()).toBe('quiet 11 12');
  });
});

describe('a page of the same site that only holds the scam in a frame', () => {
  const next = (documentId: string) => ({ frameId: 0, documentId });

  it('is judged without the article that stood in its tab before', async () => {
    const { shows, list, known, tabStates, tab, asked } = await start();
    await shows(0, ARTICLE, { address: SITE, documentId: 'one' });
    list(next('two'), 7);
    await shows(7, WORDS, { address: 'https://frame.test/', documentId: 'inner' });
    expect(await known()).toBe('warn 0 7');
    const { frames, documents } = await tabStates.read(String(tab.id));
    expect([frames[0]?.doc, frames[0]?.address, frames[0]?.facts]).toEqual(['', SITE, null]);
    expect(documents, 'it is counted once it tells something').toHaveLength(1);
    expect(asked(), 'once for its top, once for its frames').toBe(2);
  });

  it.each<[string, string | undefined, string | undefined]>([
    ['it is that very page', 'one', 'one'],
    ['the browser names no documents', undefined, undefined],
    ['the browser does not say', 'one', undefined],
  ])('is not thought of where %s', async (_what, told, listed) => {
    const { shows, list, known, tabStates, tab } = await start();
    await shows(0, ARTICLE, { address: SITE, ...(told && { documentId: told }) });
    if (listed === undefined) list(0, 7);
    else list(next(listed), 7);
    await shows(7, WORDS, { address: 'https://frame.test/' });
    expect(await known()).toBe('quiet 0 7');
    expect((await tabStates.read(String(tab.id))).frames[0]?.doc).toBe('d0');
  });

  describe('in a browser that names no documents', () => {
    const next = { doc: '', place: -1, outer: false };
    /** The level after an article at the top and a scam in a frame, where the page itself answers so. */
    async function level(answer: object | null, acts: ContentMessage[] = []): Promise<string> {
      const { fake, shows, tells, list, known } = await start();
      await shows(0, ARTICLE, { address: SITE });
      await tells(0, acts, { address: SITE });
      list(0, 7);
      const executeScript = () => Promise.resolve(answer ? [{ frameId: 0, result: answer }] : []);
      Object.assign(fake.api.scripting, { executeScript });
      await tells(7, [gate(WORDS)], { address: 'https://frame.test/' });
      Object.assign(fake.api.scripting, { executeScript: () => Promise.resolve([]) });
      await tells(7, [facts(WORDS)], { address: 'https://frame.test/' });
      return known();
    }

    it('is known by the id that the page tells under', async () => {
      expect(await level(next)).toBe('warn 0 7');
      expect(await level({ ...next, doc: 'other' })).toBe('warn 0 7');
      expect(await level({ ...next, doc: 'd0' }), 'that very page').toBe('quiet 0 7');
      expect(await level(null), 'it does not answer').toBe('quiet 0 7');
    });
  });

  it('is asked for once a document of its frames, and for the top one only to learn which frames tell again', async () => {
    const { shows, list, asked } = await start();
    list(next('one'), 7);
    await shows(0, ARTICLE, { address: SITE, documentId: 'one' });
    expect(asked()).toBe(0);
    await shows(7, 'Bread');
    await shows(7, 'Bread');
    expect(asked()).toBe(1);
    await shows(7, 'Bread', { doc: 'next' });
    expect(asked()).toBe(2);
    await shows(0, ARTICLE, { address: SITE, doc: 'next', documentId: 'two' });
    expect(asked()).toBe(3);
    await shows(0, ARTICLE, { address: SITE, doc: 'after', documentId: 'three' });
    expect(asked()).toBe(3);
  });
});
