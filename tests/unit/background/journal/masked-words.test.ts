import { describe, expect, it, vi } from 'vitest';
import type { FrameFacts } from '../../../../src/detection/facts';
import { emptyLooks, emptyRoute, emptyStructure } from '../../../../src/detection/frames/empty-facts';
import { judge } from '../../../../src/detection/judgement/judge';
import { readWords } from '../../../../src/detection/frames/read-words';
import { loadRules } from '../../../../src/detection/phrases/rules';
import { factsIn } from '../../../../tools/explain/read-facts';

vi.mock('../../../../src/browser/api', () => ({
  browser: { runtime: { getManifest: () => ({ version: '0.0.0' }) } },
}));

import { localReport } from '../../../../src/background/journal/local-report';
import { maskWords } from '../../../../src/background/journal/masked-words';

function frameOf(lines: string[], top: boolean): FrameFacts {
  const address = 'https://page.example/';
  const segments = lines.map((text) => ({ text, prominence: 0.8 }));
  const { words, quotedShare } = readWords({ segments, title: '', actTexts: [], address }, loadRules());
  const looks = { ...emptyLooks(), viewportWidth: 1_280, viewportHeight: 720 };
  const structure = { ...emptyStructure(), quotedShare };
  return { top, address, title: '', language: 'en', acts: {}, actTexts: [], words, looks, structure, area: top ? 1 : 0.1, excerpt: '' }; // prettier-ignore
}

/** The facts of a page of two frames, and those that "npm run explain" reads in its report. */
function toldAndReported(lines: string[], inner: string[]) {
  const told = { frames: [frameOf(lines, true), frameOf(inner, false)], route: emptyRoute() };
  const copied = JSON.stringify(localReport('missed', told));
  return { told, copied, reported: factsIn(JSON.parse(copied)) };
}

const ALARM = ['Your computer is infected with spyware.', 'Do not close this window. Error code: DW6VB36'];
const CALL = 'Call Microsoft support now: ';
const WHOLE = `${CALL}+1 888 555 0134`;

const verdictOn = (facts: Parameters<typeof judge>[0]) => {
  const { level, logOdds, phones, codes } = judge(facts);
  const counted = phones.map(({ count, prominence, nearCall }) => ({ count, prominence, nearCall }));
  return { level, logOdds, counted, codes: codes.length };
};

describe('the numbers and codes of a report', () => {
  it('are as long as they were, and end where a person would be known by them', () => {
    const { copied, reported } = toldAndReported([...ALARM, WHOLE, `${CALL}1-800-555-HELP`], []);
    const { phones, codes } = reported.frames[0]?.words ?? { phones: [], codes: [] };
    expect(phones.map(({ shown }) => shown)).toEqual(['+1 8•• ••• ••••', '1-8••-•••-••••']);
    expect(phones.map(({ digits }) => digits)).toEqual(['+18000000001', '18000000002']);
    expect(codes).toEqual(['DW•••••']);
    expect(copied).not.toMatch(/555|0134|HELP|6VB36/);
  });

  it.each<[string, string[]]>([
    ['one number, written in two ways', [`${CALL}888-555-0134`]],
    ['two numbers that begin alike', [`${CALL}+1 888 555 0156`]],
    ['two numbers of different length', [`${CALL}01 99 00 12 34`]],
    ['no second number', ['Garden furniture.']],
  ])('are judged as the whole ones are: %s', (_what, inner) => {
    const { told, reported } = toldAndReported([...ALARM, WHOLE], inner);
    expect(verdictOn(reported)).toEqual(verdictOn(told));
    expect(verdictOn(told).level).not.toBe('quiet');
  });
});

describe('what stands in for a number', () => {
  const phone = (shown: string, digits: string) => ({
    shown, digits, count: 2, prominence: 0.4, fromAddress: true, nearCall: false,
  }); // prettier-ignore
  const words = (...phones: ReturnType<typeof phone>[]) => ({
    concepts: [], brands: [], phones, codes: [], length: 60, threatShare: 0.5,
  }); // prettier-ignore
  const [one, again, short, long] = [
    phone('+1 888 555 0134', '+18885550134'),
    phone('888-555-0134', '8885550134'),
    phone('8OO|555', '8001555'),
    phone('+44 1632 960123', '+441632960123'),
  ];

  it('is as long, begins with two digits of it, and is the same for one number in all frames', () => {
    const [page, inner] = maskWords([words(one, short), words(again, long)]);
    const told = [...(page?.phones ?? []), ...(inner?.phones ?? [])].map(({ digits }) => digits);
    expect(told).toEqual(['+18000000001', '0000002', '8000000001', '+440000000003']);
  });

  it('hides letters and bars that stand for digits, too', () => {
    expect(maskWords([words(short)])[0]?.phones[0]?.shown).toBe('8O•••••');
  });

  it('leaves all that tells nobody from another as it was', () => {
    const { digits: _digits, shown: _shown, ...rest } = one;
    const [masked] = maskWords([words(one)]);
    expect(masked).toMatchObject({ ...words(), phones: [rest] });
  });
});
