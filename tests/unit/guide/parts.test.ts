import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATEGORIES, countriesWithHelp, helpFor, repairList } from '../../../src/ui/guide/help/channels';
import { bankWords, letterLines, type Line, type PaymentFacts } from '../../../src/ui/guide/paid/letter';
import { detectBrowser, detectSystem } from '../../../src/ui/guide/plan/device';
import { POINTS, repairResult, type Point } from '../../../src/ui/guide/repair/repair-result';
import { readRoute } from '../../../src/ui/guide/route';
import { findTools, namesOn, REMOTE_TOOLS, removalKey } from '../../../src/ui/guide/tools/tool-search';
import { maskNumber } from '../../../src/ui/shared/mask';

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15';

describe('detecting the device', () => {
  it.each([
    [WINDOWS, '', 'windows-11'],
    [WINDOWS, '15.0.0', 'windows-11'],
    [WINDOWS, '10.0.0', 'windows-10'],
    [IPHONE, '', 'iphone'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', '', 'macos'],
    ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0)', '', 'chromeos'],
    ['Mozilla/5.0 (Linux; Android 10; K)', '', 'android'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0)', '', 'linux'],
  ])('%s %s is %s', (userAgent, version, system) => {
    expect(detectSystem(userAgent, version)).toBe(system);
  });

  it('tells Edge and Firefox from Chrome', () => {
    expect(detectBrowser(`${WINDOWS} Edg/140.0`)).toBe('edge');
    expect(detectBrowser('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe(
      'firefox',
    );
    expect(detectBrowser(WINDOWS)).toBe('chrome');
  });
});

describe('help by country', () => {
  it('has France and Japan, never "everywhere" as a country', () => {
    expect(countriesWithHelp()).toEqual(expect.arrayContaining(['FR', 'JP', 'GB', 'US', 'DE']));
    expect(countriesWithHelp()).not.toContain('*');
  });

  it('gives only the rows of that country, blocking the card first', () => {
    const categories = helpFor('FR').map(([category]) => category);
    expect(categories[0]).toBe('block-card');
    expect(categories).toEqual(CATEGORIES.filter((category) => categories.includes(category)));
    expect(helpFor('FR').flatMap(([, rows]) => rows.map((row) => row.country))).not.toContain('BE');
    expect(helpFor('XX')).toEqual([]);
  });

  it('knows the French list of repair services', () => {
    expect(repairList('FR')?.id).toBe('fr-cybermalveillance');
    expect(repairList('GB')).toBeUndefined();
  });
});

describe('finding a program', () => {
  it.each([
    ['any desk', 'anydesk'],
    ['TEAMVIEWER', 'teamviewer'],
    ['assistance rapide', 'quick-assist'],
    ['AteraAgent.exe', 'atera'],
  ])('"%s" finds %s', (typed, id) => {
    expect(findTools(typed).map((tool) => tool.id)).toContain(id);
  });

  it('finds nothing for what is none', () => {
    expect(findTools('solitaire')).toEqual([]);
  });

  it('names it as the list of programs of that system does', () => {
    const splashtop = REMOTE_TOOLS.find((tool) => tool.id === 'splashtop');
    expect(splashtop && namesOn(splashtop, 'macos')).toContain('Splashtop Streamer');
    expect(splashtop && namesOn(splashtop, 'linux')).toEqual(['splashtop-streamer']);
    expect(splashtop && namesOn(splashtop, 'android')).toEqual(['Splashtop SOS']);
    expect(splashtop && namesOn(splashtop, 'windows-11')).toEqual([]);
    for (const tool of REMOTE_TOOLS)
      for (const name of [...tool.macApps, ...tool.linuxPackages, ...tool.phoneApps])
        expect(
          findTools(name).map(({ id }) => id),
          name,
        ).toContain(tool.id);
  });

  it('is not denied on a Chromebook where there is an app for Android: those run there too', () => {
    const on = (id: string) => {
      const tool = REMOTE_TOOLS.find((one) => one.id === id);
      return tool && removalKey(tool, 'chromeos');
    };
    expect(on('rustdesk')).toBe('tool.remove.chromeos.android-app');
    expect(on('chrome-remote-desktop')).toBe('tool.remove.chromeos.account');
    expect(on('ultraviewer')).toBeNull();
  });

  it('knows where none is known for a system', () => {
    const ultraviewer = REMOTE_TOOLS.find((tool) => tool.id === 'ultraviewer');
    expect(ultraviewer && removalKey(ultraviewer, 'macos')).toBeNull();
    expect(ultraviewer && removalKey(ultraviewer, 'windows-10')).toBe('tool.remove.windows.apps');
  });
});

const facts: PaymentFacts = {
  account: '',
  date: '',
  amount: '',
  to: '',
  means: [],
  happened: ['paid'],
  secrets: [],
  notMe: false,
  program: '',
  host: '',
  seen: '',
  number: '',
  code: '',
};

function keys(lines: { key: string }[]): string[] {
  return lines.map((line) => line.key);
}

describe('words for the bank', () => {
  it('say nothing of a payment where there was none', () => {
    const words = keys(bankWords({ ...facts, happened: ['remote'] }));
    expect(words).toContain('paid.words.remote');
    expect(words).not.toContain('paid.words.2');
    expect(words).not.toContain('paid.words.5');
  });

  it('never say "I paid" where the person says it was not them', () => {
    const notMe = { ...facts, notMe: true, happened: ['remote', 'paid'] as const };
    expect(keys(bankWords(notMe))).toContain('paid.words.2-not-me');
    expect(keys(bankWords(notMe))).not.toContain('paid.words.2');
    const letter = keys(letterLines(notMe));
    expect(letter).toEqual(expect.arrayContaining(['paid.letter.fact-not-me', 'paid.letter.dispute-not-me']));
    expect(letter).not.toContain('paid.letter.fact');
    expect(letter).not.toContain('paid.letter.dispute');
  });

  it('letter: says by which account the bank finds the person, right after the greeting', () => {
    const letter = keys(letterLines(facts));
    expect(letter.indexOf('paid.letter.account')).toBe(letter.indexOf('paid.letter.hello') + 1);
  });

  it('letter: leaves out what is not known about the page, names what is', () => {
    expect(keys(letterLines(facts))).not.toContain('paid.letter.number');
    const full = {
      ...facts,
      host: 'fake.example',
      seen: '1 May',
      number: '555-0142',
      code: '0x0',
      program: 'X',
    };
    expect(keys(letterLines(full))).toEqual(
      expect.arrayContaining([
        'paid.letter.seen',
        'paid.letter.number',
        'paid.letter.code',
        'paid.letter.remote',
      ]),
    );
  });

  it('letter: says of the program only what was told, and of the computer what all who got to it did', () => {
    const told = (more: Partial<PaymentFacts>): Line[] =>
      letterLines({ ...facts, ...more }).filter(({ key }) => /remote|program/.test(key));
    expect(told({ happened: ['called', 'paid'] })).toEqual([]);
    expect(told({ happened: ['remote', 'paid'] })).toEqual([{ key: 'paid.letter.remote', needs: [] }]);
    expect(told({ happened: ['remote', 'paid'], program: 'X' }).at(-1)).toEqual({
      key: 'paid.letter.program',
      needs: ['program'],
    });
  });
});

describe('recognising a repair service', () => {
  it('is never a yes when the name came with an alert', () => {
    fc.assert(
      fc.property(
        fc.subarray(
          POINTS.filter((point) => point !== 1),
          { minLength: 1 },
        ),
        (points) => {
          expect(repairResult(new Set(points))).toBe('careful');
        },
      ),
    );
  });

  it.each<[Point[], string]>([
    [[], 'empty'],
    [[1, 2], 'few'],
    [[1, 2, 3, 4, 5], 'most'],
    [[...POINTS], 'all'],
  ])('%j is "%s"', (points, result) => {
    expect(repairResult(new Set(points))).toBe(result);
  });
});

describe('a masked number', () => {
  it('keeps two digits at each end', () => {
    expect(maskNumber('+1 800 555-0142')).toBe('+1 8•• •••-••42');
  });

  it('hides letters that stand for digits, too', () => {
    expect(maskNumber('1-800-GET-HELP')).toBe('1-8••-•••-••LP');
    expect(maskNumber('1-8OO-555-O142')).toBe('1-8••-•••-••42');
  });

  it('never shows more than four digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 +-()') }), (number) => {
        expect(maskNumber(number).replace(/\D/g, '').length).toBeLessThanOrEqual(4);
        expect(maskNumber(number).length).toBe(number.length);
      }),
    );
  });
});

describe('addresses of the guide', () => {
  it.each([
    ['#saw', { screen: 'start', answers: ['saw'] }],
    ['#paid,remote', { screen: 'start', answers: ['remote', 'paid'] }],
    ['#resume', { screen: 'start', answers: [], resume: true }],
    ['#change', { screen: 'start', answers: [], change: true }],
    ['#help', { screen: 'help', answers: [] }],
    ['#<img src=x>', { screen: 'start', answers: [] }],
    ['', { screen: 'start', answers: [] }],
  ])('%s', (hash, route) => {
    expect(readRoute(hash)).toEqual({ resume: false, change: false, ...route });
  });
});
