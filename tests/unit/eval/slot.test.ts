import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CorpusPage } from '../../eval/corpus';
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

/** A browser whose extension has a case about the page. @param asked how it answers each time it is asked for its cases */
function browser(asked: () => unknown, closeOthers: () => Promise<void>) {
  const ask = (body: string) =>
    Promise.resolve().then(() =>
      body.includes('sfSeen =') ? 1 : body.includes('window.sfSeen') ? { begun: {}, shown: {} } : asked(),
    );
  const close = vi.fn(() => Promise.resolve());
  const rig = {
    pid: process.pid,
    alive: () => true,
    ask,
    close,
    closeOthers,
    open: () => Promise.resolve({}),
  };
  vi.mocked(launch).mockResolvedValue(rig as unknown as Awaited<ReturnType<typeof launch>>); // all that a slot asks of it
  return { close };
}

async function judged() {
  vi.useFakeTimers();
  const row = new Slot('chromium', (site) => `http://${site}.localhost/`).judge(PAGE);
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
