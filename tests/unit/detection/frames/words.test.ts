import { describe, expect, it } from 'vitest';
import { findCodes } from '../../../../src/detection/numbers/find-codes';
import { findPhones } from '../../../../src/detection/numbers/find-phones';
import { cleanText, foldText, tokensOf } from '../../../../src/detection/text/normalise';
import { foldPhrases, parsePhrase, phraseEnd } from '../../../../src/detection/phrases/phrase';
import { readAddress } from '../../../../src/detection/numbers/read-address';
import { readWords } from '../../../../src/detection/frames/read-words';
import { loadRules } from '../../../../src/detection/phrases/rules';
import { scanGate } from '../../../../src/detection/scan-gate';
import { isScam } from '../../../eval/row';
import { buildPages, languageTexts, pageLanguages } from '../../../pages/build-pages';

const fold = (text: string): string => foldText(cleanText(text));
const digitsIn = (text: string): string[] => findPhones(text).map((phone) => phone.digits);

describe('folding', () => {
  it.each([
    ['full width', 'Ｍｉｃｒｏｓｏｆｔ'],
    ['Cyrillic twins', 'Місrоsоft'],
    ['zero width', 'Mic\u200bro\u00adsoft'],
    ['digits for letters', 'M1cr0s0ft'],
    ['accents', 'Mîcrösóft'],
    ['small capitals', 'ᴍɪᴄʀᴏsᴏғt'.replace('ғ', 'f')],
  ])('brings a disguised word to its plain form: %s', (_, text) => {
    expect(fold(text)).toBe(fold('microsoft'));
  });

  it('leaves a Russian word Russian', () => {
    expect(fold('вирус')).toBe('вирус');
  });

  it('takes the article off an Arabic word, with what is written onto it', () => {
    for (const written of ['الدعم', 'بالدعم', 'والدعم', 'وبالدعم'])
      expect(fold(written), written).toBe('دعم');
    expect(fold('للدعم')).toBe('دعم');
    expect(fold('الا')).toBe('الا'); // too short for an article and a word
  });

  it('cuts Chinese into signs and Korean into words', () => {
    expect(tokensOf(fold('警告 Windows'))).toEqual(['警', '告', 'windows']);
    expect(tokensOf(fold('컴퓨터가 감염'))).toEqual(['컴퓨터가', '감염']);
  });
});

describe('phrases', () => {
  const end = (phrase: string, text: string) =>
    phraseEnd(tokensOf(fold(text)), 0, parsePhrase(foldPhrases([phrase])[0] ?? '', [3, 7]));

  it.each([
    ['call|dial ~ support', 'call our kind support', 4],
    ['call|dial ~ support', 'call one two three four support', -1],
    ['turn_off|stop now', 'turn off now', 3],
    ['infiz* datei', 'infizierte Datei', 2],
    ['call our? support', 'call support', 2],
    ['virus found', 'virus', -1],
  ])('%s in "%s" ends at %i', (phrase, text, wanted) => {
    expect(end(phrase, text)).toBe(wanted);
  });

  it.each(['', '~ call', 'call||dial', 'call? us'])('refuse "%s"', (phrase) => {
    expect(() => parsePhrase(foldPhrases([phrase])[0] ?? '', [3, 7])).toThrow();
  });
});

describe('numbers', () => {
  it.each([
    ['+1 (888) 555-0134', '+18885550134'],
    ['1-888-555-O134', '18885550134'],
    ['01 99 00 12 34', '0199001234'],
    ['01.99.00.12.34', '0199001234'],
    ['01632 960123', '01632960123'],
    ['8\u200b8\u200b8-555-0134', '8885550134'],
    ['８８８-５５５-０１３４', '8885550134'],
    ['1-800-555-HELP', '18005554357'],
    ['one eight eight eight five five five zero one three four', '18885550134'],
  ])('finds %s', (text, digits) => {
    expect(digitsIn(`Call ${text} now`)).toContain(digits);
  });

  it.each([
    '2026-11-25 09:30',
    '192.168.10.254',
    '3,821,900 files',
    '978-3-16-148410-0',
    '4111 1111 1111 1111',
  ])('passes over %s', (text) => {
    expect(findPhones(text).filter((phone) => phone.certain)).toEqual([]);
  });

  it('reads an address plain, in percent and in base64', () => {
    expect(readAddress('https://a.example/?p=%2B1-888-555-0134')).toContain('+1-888-555-0134');
    expect(readAddress(`https://a.example/#${btoa('1-888-555-0134')}`)).toContain('1-888-555-0134');
    expect(readAddress('no address at all')).toBe('no address at all');
  });

  it('finds codes', () => {
    expect(findCodes('Error code: ER-77210, stop 0x80070001')).toEqual(['0x80070001', 'ER-77210']);
  });
});

const rules = loadRules();

function conceptsOf(text: string): Set<string> {
  const sources = {
    segments: [{ text, prominence: 0.8 }],
    title: '',
    actTexts: [],
    address: 'https://a.example/',
  };
  return new Set(readWords(sources, rules).words.concepts.map((hit) => hit.concept));
}

describe.each(pageLanguages())('own pages in %s', (language) => {
  const texts = languageTexts(language);
  const words = (list: typeof texts.scam) =>
    list.map((page) => [page.title, page.heading, ...page.lines, ...(page.items ?? []), page.call, page.dialog, page.after?.heading, ...(page.after?.lines ?? [])].join('. ')); // prettier-ignore

  it('the scams threaten and demand; a threat is heard in each that shows one', () => {
    const all = conceptsOf(words(texts.scam).join('\n'));
    for (const concept of ['system-voice', 'official-support', 'infected', 'locked', 'call']) expect(all, concept).toContain(concept); // prettier-ignore
    expect(all.has('no-close') || all.has('no-restart')).toBe(true);
  });

  it('the honest ones are heard as honest', () => {
    const all = conceptsOf(words(texts.honest).join('\n'));
    for (const concept of ['scam-named', 'advice', 'report-it']) expect(all, concept).toContain(concept);
  });

  it('the gate opens for every scam that shows itself at once', () => {
    const shut = buildPages(language)
      .filter((page) => isScam(page) && !page.clicks && page.kind !== 'injected')
      .filter((page) => !scanGate(page.html.replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]+>/g, ' ')));
    expect(shut.map((page) => page.id)).toEqual([]);
  });
});

describe('the gate', () => {
  it('opens for words written backwards, to be turned round by a style rule', () => {
    const turned = [...'Your Amazon account is suspended. Call 1-855-555-0190'].reverse().join('');
    expect(scanGate(turned)).toBe(true);
  });
});

const NEUTRAL: Record<string, string> = {
  ar: 'كان الطقس جميلا اليوم وذهبنا إلى الحديقة مع الأطفال',
  de: 'Heute schien die Sonne, und wir gingen mit den Kindern in den Garten.',
  en: 'The sun was out today and we took the children to the garden.',
  es: 'Hoy hizo sol y fuimos al jardín con los niños.',
  fr: 'Il faisait beau et nous sommes allés au jardin avec les enfants.',
  hi: 'आज धूप थी और हम बच्चों के साथ बगीचे गए।',
  it: 'Oggi era bello e siamo andati in giardino con i bambini.',
  ja: '今日は晴れていたので、子どもたちと庭へ行きました。',
  ko: '오늘은 날씨가 좋아서 아이들과 정원에 갔습니다.',
  nl: 'Vandaag scheen de zon en we gingen met de kinderen naar de tuin.',
  pl: 'Dziś świeciło słońce i poszliśmy z dziećmi do ogrodu.',
  pt: 'Hoje fez sol e fomos ao jardim com as crianças.',
  ru: 'Сегодня светило солнце, и мы пошли с детьми в сад.',
  sv: 'I dag sken solen och vi gick till trädgården med barnen.',
  tr: 'Bugün hava güneşliydi ve çocuklarla bahçeye gittik.',
  'zh-Hans': '今天天气很好,我们和孩子们去了花园。',
  'zh-Hant': '今天天氣很好,我們和孩子們去了花園。',
};

describe('a text about nothing of the kind', () => {
  it.each(pageLanguages())('is heard as nothing: %s', (language) => {
    expect([...conceptsOf(NEUTRAL[language] ?? '')]).toEqual([]);
    expect(scanGate(NEUTRAL[language] ?? '')).toBe(false);
  });
});
