import { describe, expect, it } from 'vitest';
import type { FrameFacts } from '../../../../src/detection/facts';
import { emptyLooks, emptyRoute, emptyStructure } from '../../../../src/detection/frames/empty-facts';
import { judge } from '../../../../src/detection/judgement/judge';
import { readHandedOver } from '../../../../src/detection/numbers/read-address';
import { readWords } from '../../../../src/detection/frames/read-words';
import { loadRules } from '../../../../src/detection/phrases/rules';

const rules = loadRules();
const ROUTE = emptyRoute();
/** A site's own search, an article of it, a page that lists what many sites say. */
const SHOP = { navigation: true, footer: true, siteLinks: 12, outLinks: 4, proseLength: 100 };
const ARTICLE = { ...SHOP, article: 0.8, proseLength: 3_000 };
const RESULTS = { ...SHOP, outLinks: 10, proseLength: 1_400 };

function verdictOn(address: string, lines: string[], structure: Partial<FrameFacts['structure']>) {
  const segments = lines.map((text) => ({ text, prominence: 0.5 }));
  const { words, quotedShare } = readWords({ segments, title: '', actTexts: [], address }, rules);
  const frame: FrameFacts = {
    top: true, address, title: '', language: 'en', acts: {}, actTexts: [], words, area: 1, excerpt: '',
    looks: { ...emptyLooks(), viewportWidth: 1_280, viewportHeight: 720 },
    structure: { ...emptyStructure(), quotedShare, ...structure },
  }; // prettier-ignore
  const { level, injectedIntoHonestSite } = judge({ frames: [frame], route: ROUTE }, rules);
  return { level, injectedIntoHonestSite };
}

const DEMAND = 'Call Microsoft support now +1-888-555-0134';
const asQuery = encodeURIComponent(DEMAND);
const INJECTED = { level: 'warn', injectedIntoHonestSite: true };
const QUIET = { level: 'quiet', injectedIntoHonestSite: false };

describe('a demand that a link hands to a genuine site is warned of', () => {
  it.each([
    `https://www.netflix.com/search?q=${asQuery}`,
    `https://shop.example/?s=${asQuery}`,
    `https://www.apple.com/us/search/${asQuery}?src=nav`,
    `https://shop.example/help#${asQuery}`,
    `https://shop.example/help?text=${btoa(DEMAND)}`,
  ])('%s', (address) => {
    expect(verdictOn(address, [`No results for ${DEMAND}`], SHOP)).toEqual(INJECTED);
  });

  it('even where it speaks of fraud', () => {
    const demand = 'Fraud charge of $499: call our support now +1-888-555-0134';
    const address = `https://shop.example/search?q=${encodeURIComponent(demand)}`;
    expect(verdictOn(address, [`No results for ${demand}`], SHOP)).toEqual(INJECTED);
  });
});

describe('on a company’s own address a call is enough, on another site it needs more of a scam', () => {
  const CALL = 'Call support at +1-888-555-0134';
  const query = `search?q=${encodeURIComponent(CALL)}`;

  it('as words of it tell', () => {
    expect(verdictOn(`https://www.netflix.com/${query}`, [`No results for ${CALL}`], SHOP)).toEqual(INJECTED);
    expect(verdictOn(`https://shop.example/${query}`, [`No results for ${CALL}`], SHOP)).toEqual(QUIET);
  });
});

describe('what a workshop’s own adverts, forms and help desk hand over is not taken for it', () => {
  it.each([
    ['locksmith.example/?gclid=x&utm_content=Locked+Out+Call+Now+617-555-0134', 'Locked out? Call now: 617-555-0134'],
    ['plumber.example/?utm_source=google&utm_term=blocked+drain&utm_content=Call+Now+617-555-0134', 'Blocked drain? Call now: 617-555-0134'],
    ['desk.example.com/tickets/new?subject=Account+locked,+please+call+Mrs+Miller+at+617-555-0134', 'Account locked, please call Mrs Miller at 617-555-0134'],
    ['clinic.example/thanks?msg=Questions%3F+Call+us+at+617-555-0134', 'Questions? Call us at 617-555-0134'],
  ])('%s', (address, line) => {
    expect(verdictOn(`https://${address}`, [line, 'Prices', 'Reviews'], SHOP)).toEqual(QUIET);
  }); // prettier-ignore
});

describe('an honest page is not taken for it', () => {
  it.each([
    [
      'an article that is named after the scam',
      'https://blog.example/remove-call-microsoft-at-1-888-555-0134-pop-up-scam/',
      ['Remove the “Call Microsoft at 1-888-555-0134” pop-up', 'It locks the browser.'],
      ARTICLE,
    ],
    [
      'a question in a forum',
      'https://forum.example/t/call-microsoft-support-1-888-555-0134/1234',
      ['Call Microsoft support 1-888-555-0134?', 'I got this on my screen.'],
      SHOP,
    ],
    [
      'a workshop',
      'https://repair.example/call-us-0199001234',
      ['Call us: 01 99 00 12 34. We repair computers in your town.'],
      SHOP,
    ],
    [
      'a page of advice',
      `https://help.example/a?title=${asQuery}`,
      [DEMAND, 'Never call the number in such a message.'],
      SHOP,
    ],
    [
      'a long text about the scam',
      `https://help.example/a?title=${asQuery}`,
      [DEMAND, 'This scam is everywhere this week.'],
      ARTICLE,
    ],
    [
      'what a search engine found about a number',
      `https://find.example/search?q=${encodeURIComponent('is 1-888-555-0134 microsoft support number')}`,
      ['is 1-888-555-0134 microsoft support number', '1-888-555-0134: who rang?'],
      RESULTS,
    ],
    [
      'the same in French',
      `https://find.example/search?q=${encodeURIComponent('appeler microsoft 01 99 00 12 34 arnaque')}`,
      ['appeler microsoft 01 99 00 12 34 arnaque'],
      RESULTS,
    ],
  ])('%s', (_what, address, lines, structure) => {
    expect(verdictOn(address, lines, structure)).toEqual(QUIET);
  });
});

describe('what a link hands over', () => {
  it.each([
    ['https://a.example/one/two', []],
    ['https://a.example/one?two=three#four', ['two', 'three', 'four']],
    ['https://a.example/one#two', ['two']],
    ['https://a.example/us/search/one/two', ['search', 'one', 'two']],
    ['https://a.example/searches/one', []],
    ['https://search.example/one', []],
    ['https://a.example/?utm_term=one&q=two&utm_content=three#four', ['q', 'two', 'four']],
    ['https://a.example/new?subject=one&summary=two&body=three', []],
    ['https://a.example/?a_body=one&outm_a=two', ['a_body', 'one', 'outm_a', 'two']],
    ['no address', []],
  ])('of %s', (address, parts) => {
    expect(readHandedOver(address).split('\n').filter(Boolean)).toEqual(parts);
  });
});
