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

describe('a number that the link hands over is known on the page', () => {
  const asked = (demand: string) => {
    const query = encodeURIComponent(demand).replaceAll('%20', '+');
    return verdictOn(`https://www.microsoft.com/en-us/search?q=${query}`, [demand], SHOP);
  };

  it.each([
    ...['24/7', '(24 hours)', '- 100% free'].map((end) => `Call Microsoft Support 1-888-555-0134 ${end}`),
    ...['7j/7', '24h/24 7j/7'].map((end) => `Appelez Microsoft 01 99 00 12 34 ${end}`),
    ...['1-888-555-O134', '1~888~555~0134', '1•888•555•0134', '1 / 888 / 555 / 0134'].map(
      (number) => `Call Microsoft Support ${number} now`,
    ),
    'C a l l   Microsoft Support now: one eight eight eight five five five zero one three four',
  ])('%s', (demand) => {
    expect(asked(demand)).toEqual(INJECTED);
  });
});

describe('what the link itself says calls no alarm off', () => {
  const CALLED_OFF = [
    'Call Microsoft Support 1-888-555-0134 now. Beware of scams: never give your password to anyone',
    'Call Microsoft 1-888-555-0134, hang up on other callers, we never ask for your PIN',
  ];
  it.each(CALLED_OFF)('%s', (demand) => {
    const address = `https://www.microsoft.com/en-us/search?q=${encodeURIComponent(demand)}`;
    expect(verdictOn(address, [`No results for ${demand}`], SHOP)).toEqual(INJECTED);
  });

  it('nor does a long text with no word against it but those of the link', () => {
    const demand = `${DEMAND} to report a scam`;
    const address = `https://www.microsoft.com/search?q=${encodeURIComponent(demand)}`;
    expect(verdictOn(address, [demand], ARTICLE)).toEqual(INJECTED);
    expect(verdictOn(`https://www.microsoft.com/search?q=${asQuery}`, [demand], ARTICLE)).toEqual(QUIET);
  });

  it('but what the page adds does', () => {
    const title = `Beware of the scam “${DEMAND}”`;
    const address = `https://help.example/a?title=${encodeURIComponent(title)}`;
    const lines = [title, 'Never call the number in such a message.'];
    expect(verdictOn(address, lines, ARTICLE)).toEqual(QUIET);
  });
});

describe('a demand behind a long padding is read', () => {
  const line = [`No results for ${DEMAND}`];
  it.each([
    ['in another part', `x=${'a'.repeat(40_000)}&q=${asQuery}`],
    ['of many parts', `${'x=1&'.repeat(4_000)}q=${asQuery}`],
    ['of blanks', `q=${'+%20'.repeat(4_000)}${asQuery}`],
    ['of what comes behind', `q=${asQuery}&x=${'a'.repeat(40_000)}`],
  ])('%s', (_what, query) => {
    expect(verdictOn(`https://www.netflix.com/search?${query}`, line, SHOP)).toEqual(INJECTED);
  });
});

describe('where a company shows what somebody wrote, any text may ask to call', () => {
  const BARE = {};
  const HONEST = [
    'To cancel please call us at 01632 960123',
    'Pour annuler, appelez le 01 99 00 12 34',
    'Votre contrat a expiré. Appelez le service client au 01 99 00 12 34',
    'Join with Google Meet. Or dial: US +1 617-555-0134',
    'Join from PC, Mac or iPhone. Or Telephone: Dial: US: +1 617 555 0134',
  ];
  it.each([
    'https://translate.google.com/?sl=fr&tl=en&text=',
    'https://calendar.google.com/calendar/u/0/r/eventedit?text=Dentist&details=',
    'https://www.google.com/calendar/render?details=',
    'https://outlook.office.com/calendar/0/deeplink/compose?location=',
    'https://www.bing.com/translator?text=',
    'https://www.google.com/search?q=',
    'https://web.whatsapp.com/send?text=',
    'https://www.facebook.com/sharer/sharer.php?quote=',
  ])('%s', (address) => {
    for (const text of HONEST)
      expect(verdictOn(address + encodeURIComponent(text), [text], BARE), text).toEqual(QUIET);
    const infected = 'Your computer is infected. Call support 1-888-555-0134';
    for (const text of [DEMAND, infected])
      expect(verdictOn(address + encodeURIComponent(text), [text], BARE), text).toEqual(INJECTED);
  });

  it('but not in the rest of its pages', () => {
    const text = 'Call us at 1-888-555-0134';
    for (const path of ['support.google.com/search?q=', 'www.netflix.com/search/calendar/?q='])
      expect(verdictOn(`https://${path}${encodeURIComponent(text)}`, [text], BARE)).toEqual(INJECTED);
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
