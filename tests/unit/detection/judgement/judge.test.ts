import { describe, expect, it } from 'vitest';
import { factsOfUnreadFrame } from '../../../../src/detection/frames/unread-frame';
import type { Acts, FrameFacts, TabFacts } from '../../../../src/detection/facts';
import { emptyLooks, emptyRoute, emptyStructure } from '../../../../src/detection/frames/empty-facts';
import { judge } from '../../../../src/detection/judgement/judge';
import { readWords } from '../../../../src/detection/frames/read-words';
import { loadRules } from '../../../../src/detection/phrases/rules';

const rules = loadRules();
const ROUTE = emptyRoute();

interface Page {
  lines: string[];
  title?: string;
  address?: string;
  actTexts?: string[];
  acts?: Acts;
  looks?: Partial<FrameFacts['looks']>;
  structure?: Partial<FrameFacts['structure']>;
  prominence?: number;
}

function frameOf(page: Page): FrameFacts {
  const { lines, title = '', address = 'https://page.example/', actTexts = [], acts = {} } = page;
  const segments = lines.map((text) => ({ text, prominence: page.prominence ?? 0.8 }));
  const { words, quotedShare } = readWords({ segments, title, actTexts, address }, rules);
  return {
    top: true,
    address,
    title,
    language: 'en',
    acts,
    actTexts,
    words,
    looks: { ...emptyLooks(), viewportWidth: 1_280, viewportHeight: 720, ...page.looks },
    structure: { ...emptyStructure(), quotedShare, ...page.structure },
    area: 1,
    excerpt: '',
  };
}

const verdictOn = (page: Page, route: Partial<TabFacts['route']> = {}) =>
  judge({ frames: [frameOf(page)], route: { ...ROUTE, ...route } }, rules);
const times = (count: number, unasked = count) => ({ count, unasked, firstAt: 10, lastAt: 900 });
const LOCKER = ['Your computer is infected with spyware.', 'Do not close this window.', 'Call Microsoft support now: +1 888 555 0134']; // prettier-ignore
const SITE = { navigation: true, footer: true, siteLinks: 20, outLinks: 6, article: 0.8, proseLength: 3_000 };

describe('what convicts', () => {
  it('a locker of words alone, with nothing else on the page', () => {
    const verdict = verdictOn({ lines: LOCKER, title: 'Security warning' });
    expect(verdict.level).toBe('warn');
    expect(verdict.phones[0]?.shown).toBe('+1 888 555 0134');
    expect(verdict.reasons[0]?.weight).toBeGreaterThan(0);
    expect(verdict.reasons.map((reason) => reason.id)).toContain('wants-call');
  });

  it('a first dialog on a page of which nothing else is known', () => {
    const actTexts = ['Your computer has been blocked. Call Microsoft: +1 888 555 0134'];
    const claims = {
      top: true,
      address: 'https://a.example/',
      title: '',
      acts: { alert: times(1) },
      actTexts,
      area: 1,
    };
    expect(judge({ frames: [factsOfUnreadFrame(claims, rules)], route: ROUTE }, rules).level).not.toBe(
      'quiet',
    );
  });

  it.each([
    [200, 'Bread no. 1 is good.', 'act'],
    [10, 'The baker of our village bakes his bread with flour, water, salt and a lot of patience.', 'quiet'],
    [90, 'The baker of our village bakes his bread with flour, water, salt and a lot of patience.', 'quiet'],
  ])(
    'a page that jams itself right after its words, which stand behind %d lines: %s',
    (count, line, level) => {
      const text = [...Array<string>(count).fill(line), ...LOCKER].join('\n');
      const claims = { top: true, address: 'https://a.example/', title: 'Bread', acts: {}, actTexts: [], text, area: 1 }; // prettier-ignore
      const jammed = { frames: [factsOfUnreadFrame(claims, rules)], route: { ...ROUTE, silentFor: 6_000 } };
      expect(judge(jammed, rules).level).toBe(level);
    },
  );

  it('the same words with a trap: acts', () => {
    expect(verdictOn({ lines: LOCKER, acts: { alert: times(4) } }).level).toBe('act');
    expect(verdictOn({ lines: LOCKER, acts: { sound: times(1), fullscreen: times(1, 0) } }).level).toBe(
      'act',
    );
    expect(verdictOn({ lines: LOCKER, acts: { 'open-window': times(10, 0) } }, { swarm: 10 }).level).toBe(
      'act',
    );
    expect(verdictOn({ lines: LOCKER }, { swarm: 12 }).level, 'more than a person opens').toBe('act');
    expect(verdictOn({ lines: LOCKER }, { swarm: 10 }).level, 'links in new tabs').toBe('warn');
    expect(verdictOn({ lines: LOCKER }, { silentFor: 5_000 }).level).toBe('act');
  });

  it('closes no page for what only a small frame in it does, but for one that holds it', () => {
    const host = frameOf({ lines: ['Flour, water, salt and yeast make bread.'] });
    const trap = { lines: LOCKER, actTexts: [LOCKER.join(' ')], acts: { alert: times(4) } };
    const advert = { ...frameOf(trap), top: false, area: 0.45 };
    const level = (frames: FrameFacts[], silentFor = 0) =>
      judge({ frames, route: { ...ROUTE, silentFor } }, rules).level;
    expect(level([host, { ...advert, area: 0.9 }])).toBe('act');
    expect(level([host, advert])).not.toBe('act');
    expect(level([host, advert], 5_000)).toBe('act');
    expect(level([frameOf({ lines: LOCKER }), advert])).toBe('act');
  });

  it('a scam mail in a mailbox in frames, which asks once in each and is not closed unasked', () => {
    const top = frameOf({ lines: LOCKER, title: 'Inbox', acts: { confirm: times(1, 0) } });
    const composer = { ...frameOf({ lines: [], acts: { confirm: times(1, 0) } }), top: false, area: 0.3 };
    const levelOf = (...frames: FrameFacts[]) => judge({ frames, route: ROUTE }, rules).level;
    expect(levelOf(top, composer)).toBe('warn');
    expect(levelOf({ ...top, acts: { confirm: times(2, 0) } }, composer), 'twice in one').toBe('act');
  });

  it('a trap even where the page warns of scams itself', () => {
    const lines = [
      ...LOCKER,
      'Beware of scams. Never call a number shown in a fake alert. Report fraud to the police.',
    ];
    expect(verdictOn({ lines, acts: { alert: times(4) } }).level).toBe('act');
  });

  it('an exam that locks keys and warns of scams, which is not closed unasked', () => {
    const lines = [
      ...LOCKER,
      'This is a scam. Never call a number shown in a fake alert. Report fraud to the police.',
      'This lesson is an exercise: it is just a web page. We never ask for your password.',
      'IT department, employee id, question 3 of the exam.',
    ];
    const acts = { 'keyboard-lock': times(1, 0), fullscreen: times(1, 0) };
    expect(verdictOn({ lines: LOCKER, acts }).level).toBe('act');
    expect(verdictOn({ lines, acts }).level).not.toBe('act');
  });

  it('a false captcha that wants a command pasted', () => {
    const lines = ['Verify that you are human', 'Press Windows + R', 'Press Ctrl + V and Enter'];
    expect(verdictOn({ lines, acts: { clipboard: times(1, 0) } }).level).toBe('warn');
  });

  it('a renewal invoice with a number to cancel', () => {
    const lines = [
      'Your Norton subscription was renewed',
      'Your account has been charged 399.99 USD',
      'To cancel the order call +1 888 555 0134 now',
      'Invoice no 1',
    ];
    expect(verdictOn({ lines }).level).toBe('warn');
  });
});

describe('what stays quiet', () => {
  it('an article that quotes all of it', () => {
    const lines = [
      ...LOCKER,
      'This is how scammers trick their victims. Never call the number shown. Report it to the police.',
    ];
    expect(verdictOn({ lines, prominence: 0.4, structure: SITE }).level).toBe('quiet');
  });

  it('an exam in full screen with locked keys that forbids leaving and has a number to call', () => {
    const lines = [
      'Biology exam, question 7 of 40. Do not close or leave this window.',
      'Which of these is true of a virus? It can reproduce outside of a cell. It is larger than most bacteria.',
      'Back. Flag. Next. Your answers are kept every ten seconds. You may come back to each question.',
      'Your screen and your camera are recorded. Computer frozen or locked? Call the proctor at 1 888 555 0157.',
    ];
    const acts = {
      fullscreen: times(1, 0),
      'keyboard-lock': times(1, 0),
      beforeunload: times(1, 0),
      'block-menu': times(2, 0),
    };
    const structure = { siteLinks: 2, proseLength: 400 };
    expect(verdictOn({ lines, acts, structure, looks: { fullscreen: true } }).level).toBe('quiet');
  });

  it('a game in full screen with locked keys and sound', () => {
    const acts = {
      fullscreen: times(1, 0),
      'keyboard-lock': times(1, 0),
      'pointer-lock': times(1, 0),
      sound: times(9, 0),
    };
    expect(
      verdictOn({ lines: ['Level 3', 'Score 1200'], acts, looks: { fullscreen: true, layerCover: 1 } }).level,
    ).toBe('quiet');
  });

  it('a dialog loop without scam words', () => {
    expect(
      verdictOn({ lines: ['What is your name?'], actTexts: ['Hello'], acts: { prompt: times(9) } }).level,
    ).toBe('quiet');
  });

  it('a company on its own address', () => {
    const lines = [
      'Contact Microsoft support',
      'Call us: +1 888 555 0134',
      'Remove viruses from your PC now',
    ];
    expect(
      verdictOn({ lines, address: 'https://support.microsoft.com/contact', structure: SITE }).level,
    ).toBe('quiet');
  });

  it('an empty tab', () => {
    expect(judge({ frames: [], route: ROUTE }, rules)).toMatchObject({
      level: 'quiet',
      phones: [],
      codes: [],
    });
  });
});

describe('a number put into a genuine site by its address', () => {
  const query = 'call Microsoft support now +1-888-555-0134';
  const page = { lines: [`No results for ${query}`], structure: SITE };

  it('is told apart', () => {
    const address = `https://www.netflix.com/search?q=${encodeURIComponent(query)}`;
    const verdict = verdictOn({ ...page, address });
    expect(verdict).toMatchObject({ level: 'warn', injectedIntoHonestSite: true });
    expect(verdict.phones[0]?.fromAddress).toBe(true);
  });

  it('is not seen where one only searched for a number', () => {
    const address = 'https://www.google.com/search?q=01632960123';
    expect(verdictOn({ lines: ['01632 960123: who rang?'], structure: SITE, address }).level).toBe('quiet');
  });
});

describe('frames and sensitivity', () => {
  it('an inset cannot have its host closed by words alone', () => {
    const host = frameOf({ lines: ['News of the day'], structure: SITE });
    const inset = { ...frameOf({ lines: LOCKER }), top: false, area: 0.06 };
    expect(judge({ frames: [host, inset], route: ROUTE }, rules).level).not.toBe('act');
  });

  it('a careful person is warned later, a strict one earlier', () => {
    const facts = { frames: [frameOf({ lines: ['Your PC is infected', 'Call support'] })], route: ROUTE };
    const rank = (sensitivity: 'careful' | 'balanced' | 'strict') =>
      ['quiet', 'warn', 'act'].indexOf(judge(facts, rules, { sensitivity }).level);
    expect(rank('careful')).toBeLessThanOrEqual(rank('balanced'));
    expect(rank('balanced')).toBeLessThanOrEqual(rank('strict'));
  });
});
