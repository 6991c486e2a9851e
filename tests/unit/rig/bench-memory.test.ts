import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { figuresOf, tellingSource, visitPages, type Lane } from '../../bench/bench/run-memory';

const request = (site: string, path: string) => ({ site, path, query: new URLSearchParams() });
const server = { address: (site: string, path = '/') => `http://${site}.localhost${path}` };

describe('the pages that the memory is read over', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are counted where they told that they have loaded, and no other', async () => {
    const loaded = new Set<string>();
    const source = tellingSource(loaded);
    const closed: string[] = [];
    const open = async (url: string) => {
      const { hostname, pathname } = new URL(url);
      const [site = ''] = hostname.split('.');
      const page = String(await source(request(site, pathname)));
      // The third page never loads.
      if (page.includes(`sendBeacon('/loaded')`) && !site.includes('-2-'))
        setTimeout(() => void source(request(site, '/loaded')), 700);
      return { handle: url, url };
    };
    const closeTab = async ({ url }: { url: string }) => void closed.push(url);
    const lane: Lane = { variant: 'ours', browser: { open, closeTab }, readings: [], loaded: 0 };
    const visited = visitPages(lane, server, loaded, 0, 4);
    await vi.advanceTimersByTimeAsync(800);
    expect(closed, 'the first page stands until it has loaded, and a moment longer').toEqual([]);
    await vi.advanceTimersByTimeAsync(30_000);
    await visited;
    expect(lane.loaded).toBe(3);
    expect(closed).toHaveLength(4);
  });
});

describe('the figures of the memory', () => {
  it('are of the kB that were read, over the pages between the two readings', () => {
    // 20 readings, 50 pages apart; 300 kB a page more, which is less than a MB from one reading to the next in the end.
    const readings = Array.from({ length: 20 }, (_, index) => 100_000 + index * 50 * 3);
    expect(figuresOf(readings, 1_000)).toMatchObject({
      'first process after 50 pages, MB': 98,
      'at the end, MB': 100,
      'added from the first quarter to the end, kB a page': 3,
    });
  });

  it('are not known where the machine does not tell', () => {
    expect(Object.values(figuresOf([NaN, NaN], 100))).toEqual([NaN, NaN, NaN, NaN, NaN]);
  });
});
