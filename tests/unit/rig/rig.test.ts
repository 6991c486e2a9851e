import { describe, expect, it } from 'vitest';
import { failuresOf, secondTriesOf } from '../../../tools/test/report';
import { total } from '../../../tools/test/steps';
import { median, pairedRatio } from '../../bench/bench/statistics';
import { corpusPage } from '../../eval/corpus';
import { replayScript, servedHtml, siteOf } from '../../eval/replay';
import { slowness, watchTimes } from '../../eval/slot';
import { ROOT } from '../../rig/dist';

const page = corpusPage({
  id: 'p1',
  class: 'positive',
  path: '/a?x=1',
  load: { html: '<!doctype html><html><head><title>T</title></head><body>hello</body></html>' },
  click: { html: '<p>after</p>' },
  trace: [{ t: 100, stage: 'load', top: true, api: 'alert', arg: '</script>' }, { api: 7 }, 'nonsense'],
});

describe('the sum of a test run', () => {
  it('names what failed, and counts a test file that could not begin', () => {
    const right = { status: 'passed', fullName: 'is right', failureMessages: [] };
    const wrong = {
      status: 'failed',
      fullName: 'is wrong',
      failureMessages: ['Error: 1 is not 2\n    at x'],
    };
    const report = {
      numPassedTests: 2,
      testResults: [
        { name: `${ROOT}/a.test.ts`, status: 'passed', message: '', assertionResults: [right] },
        { name: `${ROOT}/b.test.ts`, status: 'failed', message: 'No such module\nx', assertionResults: [] },
        { name: `${ROOT}/c.test.ts`, status: 'failed', message: '', assertionResults: [wrong, right] },
      ],
    };
    expect(failuresOf(report)).toEqual([
      'b.test.ts: No such module',
      'c.test.ts: is wrong: Error: 1 is not 2',
    ]);
  });

  it('names what passed only when it was tried again, with what had failed', () => {
    const passed = (fullName: string, ...failureMessages: string[]) => ({
      fullName,
      status: 'passed',
      failureMessages,
    });
    const assertionResults = [
      passed('is right'),
      passed('is late', 'Error: 1 is not 2\n    at x', 'Error: 0 is not 2'),
    ];
    const late = { name: `${ROOT}/a.test.ts`, status: 'passed', message: '', assertionResults };
    expect(secondTriesOf({ numPassedTests: 2, testResults: [late] })).toEqual([
      'a.test.ts: is late: Error: 1 is not 2',
    ]);
  });

  it('adds the steps up', () => {
    const steps = [
      { name: 'a', passed: 1, failed: 0 },
      { name: 'b', passed: 10, failed: 2 },
    ];
    expect(total(steps)).toEqual({ passed: 11, failed: 2 });
  });
});

describe('recorded pages', () => {
  it('pass over what is no page', () => {
    expect(corpusPage({ id: 'x', class: 'benign' })).toBeUndefined();
    expect(corpusPage([1])).toBeUndefined();
    expect(page?.trace).toEqual([{ t: 100, stage: 'load', top: true, api: 'alert', arg: '</script>' }]);
  });

  it('act before their first own script, on a host that says nothing about them', () => {
    if (!page) throw new Error('no page');
    expect(servedHtml(page)).toMatch(/<head><script src="\/-\/replay\.js"><\/script>/);
    expect(siteOf('pos-1')).toMatch(/^site-\d+$/);
    expect(siteOf('pos-1')).not.toBe(siteOf('pos-2'));
    expect(() => new Function(`return () => ${replayScript(page).replace(/;$/, '')}`)).not.toThrow();
  });

  it('are watched longer where they did something late', () => {
    if (!page) throw new Error('no page');
    expect(watchTimes(page)).toEqual({ load: 3_000, click: 1_300 });
    const late = { ...page, trace: [{ t: 8_500, stage: 'load' as const, top: true, api: 'alert' }] };
    expect(watchTimes(late).load).toBe(9_200);
  });

  it.each([
    [0, 2, 1],
    [5, 2, 1],
    [10, 2, 2],
    [10, 8, 1],
    [60, 2, 3],
  ])('with %i processes waiting for %i cores are watched %i times as long', (load, cores, times) => {
    expect(slowness(load, cores)).toBe(times);
  });
});

describe('statistics of the bench', () => {
  it('takes the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });

  it('gives the ratio with an interval around it, the same each time', () => {
    const none = Array.from({ length: 30 }, (_, index) => 10 + (index % 5));
    const ours = none.map((value) => value * 2);
    const first = pairedRatio(ours, none);
    expect(first.ratio).toBe(2);
    expect(first.low).toBeLessThanOrEqual(2);
    expect(first.high).toBeGreaterThanOrEqual(2);
    expect(pairedRatio(ours, none)).toEqual(first);
  });
});
