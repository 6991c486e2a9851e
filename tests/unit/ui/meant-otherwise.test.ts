import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Sentences that once said something else than the English one, and how they are read. */

type Texts = Record<string, string>;

function read(language: string): Texts {
  const files = readdirSync(`src/texts/${language}`).map((file) =>
    readFileSync(`src/texts/${language}/${file}`, 'utf8'),
  );
  return Object.assign({}, ...files.map((file) => JSON.parse(file) as Texts)) as Texts; // our own flat files
}

describe('what a sentence says in its language', () => {
  it.each([
    ['it', 'guide.relief', /niente da fare/, 'nothing can be done: it is hopeless'],
    ['es', 'options.sensitivityHint.careful', /es muy seguro/, 'when it is very safe'],
    ['pt', 'options.sensitivityHint.careful', /é muito certo/, 'when it is very right'],
    ['pl', 'welcome.notAllowed', /stron Sangfroid/, 'the pages of Sangfroid'],
    ['pl', 'popup.state.unseen', /strony Sangfroid/, 'this page of Sangfroid'],
    ['de', 'how.everyone', /kannten/, 'they had heard of it'],
    ['nl', 'how.everyone', /kenden/, 'they had heard of it'],
    ['de', 'reason.imitates-system', /das wie Ihr Computer/, 'a window that looks like a computer'],
    ['nl', 'reason.imitates-system', /op uw computer lijkt/, 'a window that looks like a computer'],
    ['ja', 'practice.end.all.lead', /捕まりません/, 'you will never be caught again'],
    ['fr', 'reason.says-crime', /cela\.$/, 'the police never ask for money, fines neither'],
  ])('%s: %s', (language, key, wrong, reading) => {
    const text = read(language)[key];
    expect(text).toBeTruthy();
    expect(text, reading).not.toMatch(wrong);
  });

  it('Portuguese speaks to men and women: never "o" for the reader', () => {
    const toMen = /\bo (?:avise|pode proteger|notificar|fez transferir)\b|prendê-lo/;
    const found = Object.entries(read('pt')).filter(([, text]) => toMen.test(text));
    expect(found).toEqual([]);
  });

  it('Polish writes "you" with a capital, as everywhere', () => {
    const small = Object.entries(read('pl')).filter(([, text]) =>
      /(?<!\p{L})(?:tobą|tobie|ciebie|cię)(?!\p{L})/u.test(text),
    );
    expect(small).toEqual([]);
  });

  it('Italian writes "you" with a capital, as everywhere', () => {
    expect(read('it')['practice.end.none.lead']).toMatch(/ La aspetta /);
  });

  it.each(readdirSync('src/texts'))('closing has one name on the button and in the menu: %s', (language) => {
    const { 'common.closeScamTab': button, menuClose } = read(language);
    expect(button?.replace('\u00AD', '')).toBe(menuClose); // a word that may be broken on the button
  });

  it.each([
    ['en', /\w'\w/],
    ['nl', /[“”]/],
  ])('%s has one kind of quotation marks', (language, other) => {
    expect(Object.entries(read(language)).filter(([, text]) => other.test(text))).toEqual([]);
  });
});
