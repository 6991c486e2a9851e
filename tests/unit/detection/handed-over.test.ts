import { describe, expect, it } from 'vitest';
import type { FrameFacts } from '../../../src/detection/facts';
import { emptyLooks, emptyRoute, emptyStructure } from '../../../src/detection/empty-facts';
import { judge } from '../../../src/detection/judge';
import { readHandedOver } from '../../../src/detection/read-address';
import { readWords } from '../../../src/detection/read-words';
import { loadRules } from '../../../src/detection/rules';

const rules = loadRules();
const ROUTE = emptyRoute();
/** A site's own search, an article of it, a page that lists what many sites say. */
const SHOP = { navigation: true, footer: true, siteLinks: 12, outLinks: 4, proseLength: 100 };
const ARTICLE = { ...SHOP, article: 0.8, proseLength: 3_000 };
const RESULTS = { ...SHOP, outLinks: 10, proseLength: 1_400 };

function verdictOn(address: string, lines: string[], structure: Partial<FrameFacts['structure']>) {
  const segments = lines.map((text) => ({ text, prominence: 0.5 }));
  const { words, quotedShare } = readWords({ segments, title: '', dialogs: [], address }, rules);
  const frame: FrameFacts = {
    top: true, address, title: '', language: 'en', acts: {}, dialogs: [], words, area: 1, excerpt: '',
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
    ['no address', []],
  ])('of %s', (address, parts) => {
    expect(readHandedOver(address).split('\n').filter(Boolean)).toEqual(parts);
  });
});
