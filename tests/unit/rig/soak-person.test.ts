import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Case } from '../../../src/messages/ui-messages';
import { hasGone } from '../../bench/soak/dealt-with';
import { KeptTallies } from '../../bench/soak/kept-tallies';
import type { SoakPage } from '../../bench/soak/pages';
import { Person, type Shares } from '../../bench/soak/person';
import { hasTrouble, newTally, type Tally } from '../../bench/soak/tally';
import type { BrowserRig, TabInfo } from '../../rig/browser-rig';
import { removeFolder, temporaryFolder } from '../../rig/processes';

const ADDRESS = 'http://scam-1.test:80/';
const at = (id: number, url: string) => ({ id, url }) as TabInfo; // all that is looked at
const about = (host: string, tabId: number) => ({ host, tabId, state: 'warned' }) as Case; // all that is looked at

const SCAM: SoakPage = {
  name: 'mover',
  scam: true,
  fromCorpus: true,
  clickAfter: null,
  path: '/',
  answer: () => '',
};
const server = { port: 80, address: () => ADDRESS, close: () => undefined };

/** A browser of which only the answers to the extension's questions are told. */
function rigOf(ask: (body: string) => unknown, more: Partial<BrowserRig> = {}): BrowserRig {
  const open = (url: string) => Promise.resolve({ handle: '', url });
  const rig = {
    kind: 'chromium',
    version: '',
    pid: 0,
    open,
    ask: async (body: string) => ask(body),
    ...more,
  };
  return rig as unknown as BrowserRig; // the rest of it is not asked for
}

const NOTHING_BUT_SCAMS: Shares = { scams: 1, stops: 0, fills: 0, crashes: 0 };

/** One visit of somebody who meets nothing but that scam, or only honest pages. */
async function visit(
  ask: (body: string) => unknown,
  shares = NOTHING_BUT_SCAMS,
  more: Partial<BrowserRig> = {},
): Promise<{ tally: Tally; error: unknown }> {
  const rig = rigOf(ask, more);
  const tally = newTally(rig);
  const pages = { scams: [SCAM], honest: [{ ...SCAM, name: 'bread', scam: false }] };
  const person = new Person(rig, server, tally, pages, 1, shares);
  const visited = person.visitOne().then(
    () => null,
    (error: unknown) => error,
  );
  await vi.advanceTimersByTimeAsync(60_000);
  return { tally, error: await visited };
}

describe('a scam of the soak', () => {
  it('has gone when its tab has, or when it has a case and left its host', () => {
    const met = { address: ADDRESS, tabId: 7 };
    expect(hasGone(met, [at(7, ADDRESS)], [])).toBe(false);
    expect(hasGone(met, [at(7, 'http://next.test/')], [])).toBe(false);
    expect(hasGone(met, [at(8, 'http://next.test/'), at(9, '')], [])).toBe(true);
    expect(hasGone(met, [at(7, 'http://next.test/')], [about('scam-1.test', 7)])).toBe(true);
    expect(hasGone(met, [at(7, 'http://next.test/')], [about('next.test', 7)])).toBe(true);
    expect(hasGone(met, [at(8, ADDRESS)], [about('scam-1.test', 7)])).toBe(false);
    expect(hasGone({ ...met, tabId: -1 }, [at(7, 'http://next.test/')], [])).toBe(true);
  });
});

describe('a visit to a scam', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(console, 'log').mockReturnValue(undefined);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('that takes its tab to another host without a word is missed', async () => {
    let looks = 0;
    const { tally, error } = await visit((body) => {
      if (body.includes('tabs.query')) return [at(7, looks++ === 0 ? ADDRESS : 'http://next.test/')];
      return body.includes('case:') ? [] : { ok: true };
    });
    expect(error).toBeNull();
    expect(tally).toMatchObject({ pages: 1, scams: 1, corpusPages: 1, missed: ['mover'], lostScams: [] });
  });

  /** Answers for a scam that stays, with a case, and these tabs of ours. */
  const staying =
    (asked: string[], ours: TabInfo[] = []) =>
    (body: string) => {
      asked.push(body);
      if (body.includes('tabs.query')) return [at(7, ADDRESS), ...ours];
      return body.includes('case:') ? [{ ...about('scam-1.test', 7), id: 'one' }] : { ok: true };
    };

  it('that has a case, and no warning that a person could press on, is missed', async () => {
    const asked: string[] = [];
    const { tally } = await visit(staying(asked));
    expect(tally).toMatchObject({ missed: ['mover'], byMessage: 0 });
    expect(asked.filter((body) => body.includes('case-close'))).toEqual([]);
  });

  it('whose warning takes no press is closed without one, and counted', async () => {
    const asked: string[] = [];
    const clicks: unknown[] = [];
    const url = 'chrome-extension://ours/src/ui/warning/warning.html?case=one&tab=7';
    const { tally } = await visit(staying(asked, [at(8, url)]), NOTHING_BUT_SCAMS, {
      find: () => Promise.resolve({ handle: '', url }),
      inPage: () => Promise.resolve({ x: 1, y: 1 } as never), // where the button is
      click: async (_page, spot) => void clicks.push(spot),
    });
    expect(clicks).toEqual([1, 2, 3].map(() => ({ x: 1, y: 1 })));
    expect(asked.some((body) => body.includes('case-close'))).toBe(true);
    expect(tally).toMatchObject({ byMessage: 1 });
  });

  it('that is dealt with only once the popup was asked is late, and not closed by the popup', async () => {
    let asked = false;
    const { tally } = await visit((body) => {
      asked ||= body.includes('tab-answers');
      if (body.includes('tabs.query')) return asked ? [] : [at(7, ADDRESS)];
      return body.includes('case:') ? [] : { ok: true };
    });
    expect(tally).toMatchObject({ closedLate: ['mover'], closedByPopup: [], missed: [] });
  });

  it('whose page does not answer the popup is closed by it', async () => {
    let closed = false;
    const { tally } = await visit((body) => {
      closed ||= body.includes('tab-close');
      if (body.includes('tabs.query')) return closed ? [] : [at(7, ADDRESS)];
      return body.includes('case:') ? [] : { ok: false };
    });
    expect(tally).toMatchObject({ closedByPopup: ['mover'], closedLate: [], missed: [] });
  });

  it('at which the browser gives no answer is lost by name, and no page that was seen', async () => {
    const { tally, error } = await visit(() => {
      throw new Error('no answer');
    });
    expect(error).toMatchObject({ message: 'no answer' });
    expect(tally).toMatchObject({ pages: 0, scams: 0, corpusPages: 0, missed: [], lostScams: ['mover'] });
  });
});

describe('what breaks meanwhile', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const honest = (shares: Partial<Shares>, fits: boolean) =>
    visit(
      (body) => {
        if (body.includes('filling-')) return !fits;
        return body.includes('tabs.query') ? [at(7, ADDRESS)] : [];
      },
      { ...NOTHING_BUT_SCAMS, scams: 0, ...shares },
    );

  it('is counted as a full store where it takes nothing more', async () => {
    expect((await honest({ fills: 1 }, false)).tally).toMatchObject({ pages: 1, fills: 1 });
    expect((await honest({ fills: 1 }, true)).tally).toMatchObject({ pages: 1, fills: 0 });
  });

  it('is no crash where the page could not be reached', async () => {
    expect((await honest({ crashes: 1 }, true)).tally).toMatchObject({ pages: 1, crashes: 0 });
  });
});

describe('the tally of a soak', () => {
  const folder = temporaryFolder('tallies');
  afterAll(() => removeFolder(folder));
  const rig = rigOf(() => null);

  it('is of trouble where a command had no answer, and where no page was seen', () => {
    const seen = { ...newTally(rig), pages: 1 };
    expect(hasTrouble(seen)).toBe(false);
    expect(hasTrouble({ ...seen, lostCommands: 1 })).toBe(true);
    expect(hasTrouble(newTally(rig))).toBe(true);
  });

  it('is kept while the run goes on, and told when it is stopped', () => {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'deep/soak.json');
    const read = () => JSON.parse(readFileSync(file, 'utf8')) as Tally[]; // written by the line before
    const kept = new KeptTallies(file);
    expect(kept.leave()).toBe('');
    const [first, second] = [kept.add(newTally(rig)), kept.add({ ...newTally(rig), browser: 'firefox' })];
    first.pages = 20;
    kept.write();
    expect(read()).toMatchObject([{ pages: 20, finished: false }, { pages: 0 }]);
    expect(JSON.parse(kept.finish(first))).toMatchObject({ browser: 'chromium', finished: true });
    second.pages = 3;
    expect(kept.leave()).toMatch(/^Stopped before its end:\n\{\n {2}"browser": "firefox"/);
    expect(read()).toMatchObject([{ finished: true }, { pages: 3, finished: false }]);
  });
});
