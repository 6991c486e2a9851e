import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CorpusPage } from '../../eval/corpus';
import { report } from '../../eval/report';
import { siteOf } from '../../eval/replay';
import { Slot } from '../../eval/slot';
import { launch } from '../../rig/launch';

vi.mock('../../rig/launch', () => ({ launch: vi.fn() }));
afterEach(() => vi.useRealTimers());

const PAGE: CorpusPage = {
  id: 'bread', class: 'negative', language: 'en', kind: 'honest', kit: '', path: '/', trace: [],
  load: { html: '<p>Bread' }, click: null,
}; // prettier-ignore
const HOST = `${siteOf(PAGE.id)}.localhost`;
const CASE = { id: 'c', host: HOST, level: 'act', noticedAt: 0, reasons: [{ id: 'act.alert' }] };
/** The page began, and a warning came 90 ms later. */
const SHOWN = () => ({ begun: { [HOST]: 10 }, shown: { c: 100 } });

/** A browser whose extension has a case about the page. @param asked how it answers each time it is asked for its cases */
function browser(asked: () => unknown, closeOthers: () => Promise<void>, seen: () => unknown = SHOWN) {
  const ask = (body: string) =>
    Promise.resolve().then(() =>
      body.includes('sfSeen =')
        ? 1
        : body.includes('return window.sfSeen')
          ? seen()
          : body.includes('tabs.query')
            ? true
            : asked(),
    );
  const close = vi.fn(() => Promise.resolve());
  const openAnswering = vi.fn((url: string) => Promise.resolve({ url }));
  const click = vi.fn(() => Promise.resolve());
  const rig = {
    click,
    openAnswering,
    pid: process.pid,
    alive: () => true,
    ask,
    close,
    closeOthers,
    open: (url: string) => Promise.resolve({ url }),
  };
  vi.mocked(launch).mockResolvedValue(rig as unknown as Awaited<ReturnType<typeof launch>>); // all that a slot asks of it
  return { click, close, openAnswering };
}

async function judged(page = PAGE) {
  vi.useFakeTimers();
  const row = new Slot('chromium', (site) => `http://${site}.localhost/`).judge(page);
  await vi.advanceTimersByTimeAsync(30_000);
  return row;
}

describe('an alarm over an honest page in the evaluation', () => {
  it('stands where the browser cannot be tidied after it, which goes', async () => {
    const { close } = browser(() => [CASE], () => new Promise(() => undefined)); // prettier-ignore
    expect(await judged()).toMatchObject({ level: 'act', stage: 'load', reasons: ['act.alert'] });
    expect(close).toHaveBeenCalledOnce();
  });

  it('stands where the page takes the browser along before it is looked at once more', async () => {
    let times = 0;
    const once = () => {
      times += 1;
      if (times > 1) throw new Error('no answer');
      return [CASE];
    };
    browser(once, () => Promise.resolve());
    expect(await judged()).toMatchObject({ level: 'act' });
  });
});

describe('how the evaluation knows of a warning', () => {
  const untidied = () => Promise.resolve();

  it('waits for one that comes seconds after the verdict, and gives its own time', async () => {
    let asked = 0;
    const late = () => ({ begun: { [HOST]: 0 }, shown: (asked += 1) > 20 ? { c: 2_000 } : {} });
    browser(() => [CASE], untidied, late);
    expect(await judged()).toMatchObject({ warned: true, ms: 2_000, verdictMs: 0 });
  });

  it('gives no time where none came, and counts a scam as missed', async () => {
    browser(() => [CASE], untidied, () => ({ begun: { [HOST]: 0 }, shown: {} })); // prettier-ignore
    const row = await judged({ ...PAGE, class: 'positive' });
    expect(row).toMatchObject({ level: 'act', warned: false, ms: null, verdictMs: 0 });
    expect(report([row])).toContain('bread: act (load), noticed, not warned');
  });
});

describe('an honest page that says nothing about false alarms', () => {
  const untidied = () => Promise.resolve();

  it('never came', async () => {
    browser(() => [], untidied, () => ({ begun: {}, shown: {} })); // prettier-ignore
    expect(await judged()).toMatchObject({ level: 'quiet', trouble: 'the page never came' });
  });

  it('could not be clicked', async () => {
    const { click } = browser(() => [], untidied);
    click.mockRejectedValue(new Error('no such tab'));
    expect((await judged()).trouble).toContain('no such tab');
  });
});

describe('a page that the evaluation is told nothing of', () => {
  const untidied = () => Promise.resolve();

  it('is clicked', async () => {
    const { click, openAnswering } = browser(() => [], untidied);
    const row = await judged();
    expect(row).toMatchObject({ level: 'quiet' });
    expect(row.trouble).toBeUndefined();
    expect(openAnswering).not.toHaveBeenCalled();
    expect(click).toHaveBeenCalledOnce();
  });

  it('behind a box of its own is opened once more, by a person who presses OK, and clicked then', async () => {
    const box = { t: 100, stage: 'load', top: true, api: 'confirm', arg: 'Go on?' } as const;
    const { click, openAnswering } = browser(() => [], untidied);
    expect(await judged({ ...PAGE, trace: [box] })).toMatchObject({ level: 'quiet' });
    expect(openAnswering).toHaveBeenCalledOnce();
    expect(click).toHaveBeenCalledOnce();
    expect(click).toHaveBeenCalledWith({ url: `http://${HOST}/` });
  });

  it('is told after what the person did, not at load, where it took an OK', async () => {
    const { openAnswering } = browser(() => (openAnswering.mock.calls.length > 0 ? [CASE] : []), untidied);
    const box = { t: 100, stage: 'load', top: true, api: 'alert' } as const;
    expect(await judged({ ...PAGE, trace: [box] })).toMatchObject({ level: 'act', stage: 'click' });
  });
});
