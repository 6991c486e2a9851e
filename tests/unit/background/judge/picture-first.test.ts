import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Verdict } from '../../../../src/detection/verdict';
import { startWorker } from '../worker-parts';

const WARN: Verdict = {
  level: 'warn', score: 0.9, logOdds: 3, reasons: [], phones: [], codes: [], injectedIntoHonestSite: false,
}; // prettier-ignore

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

const PICTURE = 'data:image/jpeg;base64,AA==';

/** A scam in front. @param shoot takes its picture */
async function scamInFront(shoot: () => Promise<string>) {
  const worker = await startWorker();
  const { respond } = await import('../../../../src/background/judge/respond');
  const page = worker.fake.addTab('http://scam.test/');
  await worker.tell(page.id, { level: 'warn' }, page.url);
  worker.fake.api.tabs.captureVisibleTab = shoot;
  const warning = () => [...worker.fake.tabList.values()].find(({ url }) => url.includes('/warning/'));
  return { ...worker, page, respond, warning };
}

/** As a browser does: what is asked for without waiting comes before the answer. The picture is among the first to ask, ms. */
function tellsSlowly({ api: { tabs } }: Awaited<ReturnType<typeof startWorker>>['fake']): void {
  const { get } = tabs;
  let asked = 0;
  tabs.get = async (id) => {
    asked += 1;
    await new Promise((done) => setTimeout(done, asked === 2 || asked === 3 ? 30 : 1));
    return get(id);
  };
}

describe('where the browser only pictures the tab in front', () => {
  it('the warning is asked for after the picture and does not wait for it, and the page is calmed once it is there', async () => {
    const atTheCall: unknown[] = [];
    const withPicture: unknown[] = [];
    const { fake, page, respond, warning, journal } = await scamInFront(async () => {
      atTheCall.push(warning(), page.active);
      for (let ms = 0; ms < 100 && !warning(); ms += 1) await new Promise((done) => setTimeout(done, 1));
      withPicture.push(warning()?.active, page.active, fake.calls.includes('scripting.executeScript'));
      return PICTURE;
    });
    tellsSlowly(fake);
    await respond(page.id, WARN);
    expect(atTheCall).toEqual([undefined, true]);
    expect(withPicture).toEqual([true, false, false]);
    expect(warning()).toMatchObject({ active: true });
    expect(page.active).toBe(false);
    expect(fake.calls).toContain('scripting.executeScript');
    expect(journal.added).toEqual([expect.objectContaining({ screenshot: PICTURE })]);
  });

  it('a page that is closed at once goes once its picture is there; the guide is asked for after it and does not wait', async () => {
    const seen: unknown[] = [];
    const { fake, page, respond, journal } = await scamInFront(async () => {
      const guide = () => [...fake.tabList.values()].some(({ url }) => url.includes('/guide/'));
      seen.push(guide());
      for (let ms = 0; ms < 50 && !guide(); ms += 1) await new Promise((done) => setTimeout(done, 1));
      await new Promise((done) => setTimeout(done, 10));
      seen.push(guide(), fake.calls.includes('tabs.discard'));
      return PICTURE;
    });
    tellsSlowly(fake);
    await respond(page.id, { ...WARN, level: 'act' });
    expect(seen).toEqual([false, true, false]);
    expect(fake.calls).toContain('tabs.discard');
    expect(journal.added).toEqual([expect.objectContaining({ screenshot: PICTURE })]);
  });

  it('nobody else is pictured who has come in front since the page was judged', async () => {
    const { fake, page, respond, journal } = await scamInFront(() => Promise.resolve(PICTURE));
    const { get } = fake.api.tabs;
    let bank = false;
    fake.api.tabs.get = async (id) => {
      const seen = { ...(await get(id)) };
      if (!bank) fake.addTab('http://bank.test/');
      bank = true;
      return seen;
    };
    await respond(page.id, WARN);
    expect(journal.added).toEqual([expect.objectContaining({ screenshot: null })]);
  });

  it('our warning is not pictured where the browser tells of the tab too late', async () => {
    const { fake, page, respond, warning, journal } = await scamInFront(() => Promise.resolve(PICTURE));
    const { get } = fake.api.tabs;
    let asked = 0;
    fake.api.tabs.get = async (id) => {
      asked += 1;
      const told = { ...(await get(id)) }; // as it was when it was asked
      await new Promise((done) => setTimeout(done, asked === 2 || asked === 3 ? 200 : 1));
      return told;
    };
    await respond(page.id, WARN);
    expect(warning()).toMatchObject({ active: true });
    await vi.waitFor(() => expect(journal.added).toEqual([expect.objectContaining({ screenshot: null })]));
  });

  it.each([
    ['hangs', () => new Promise<string>(() => undefined)],
    ['is refused', () => Promise.reject(new Error('Failed to capture tab'))],
  ])('a picture that %s keeps nobody waiting', async (_how, shoot) => {
    const { fake, page, respond, warning, journal } = await scamInFront(shoot);
    const began = Date.now();
    const shownAt: number[] = [];
    const { create } = fake.api.tabs;
    fake.api.tabs.create = (made) => {
      if (made.active) shownAt.push(Date.now());
      return create(made);
    };
    await respond(page.id, WARN);
    expect(warning()).toMatchObject({ active: true });
    expect(shownAt).toHaveLength(1);
    expect((shownAt[0] ?? Infinity) - began).toBeLessThan(100);
    expect(journal.added).toEqual([expect.objectContaining({ screenshot: null })]);
  });
});

describe('where the browser pictures tabs that stand behind another', () => {
  /** The picture is there after this long, as on a busy machine, ms. */
  const SLOW_MS = 700;

  async function slowlyPictured() {
    const scam = await scamInFront(() => Promise.reject(new Error('not asked where there is better')));
    const shoot = () => new Promise<string>((done) => setTimeout(done, SLOW_MS, PICTURE));
    Object.assign(scam.fake.api.tabs, { captureTab: shoot });
    // From here on the clock goes with the looks of `waitFor`: by itself it leaps over a module that is being read.
    vi.setTimerTickMode('manual');
    return { ...scam, began: Date.now() };
  }

  it('the warning does not wait for a slow picture, and the journal has it all the same', async () => {
    const { page, respond, warning, journal, began } = await slowlyPictured();
    const done = respond(page.id, WARN);
    await vi.waitFor(() => expect(warning()).toMatchObject({ active: true }), { interval: 1 });
    expect(Date.now() - began).toBeLessThan(SLOW_MS / 2);
    vi.setTimerTickMode('nextTimerAsync');
    await done;
    await vi.waitFor(() => expect(journal.added).toEqual([expect.objectContaining({ screenshot: PICTURE })]));
  });

  it('a page that is closed at once is not pictured for long', async () => {
    const { fake, page, respond, journal, began } = await slowlyPictured();
    const done = respond(page.id, { ...WARN, level: 'act' });
    await vi.waitFor(() => expect(fake.calls).toContain('tabs.discard'), { interval: 1 });
    expect(Date.now() - began).toBeLessThan(SLOW_MS / 2);
    vi.setTimerTickMode('nextTimerAsync');
    await done;
    await vi.waitFor(() => expect(journal.added).toEqual([expect.objectContaining({ screenshot: null })]));
  });
});
