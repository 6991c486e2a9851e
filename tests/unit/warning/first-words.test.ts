// @vitest-environment jsdom
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { dropFirstWords } from '../../../src/ui/warning/first-words';

const LANGUAGES = readdirSync('src/texts').filter((tag) => existsSync(`src/texts/${tag}/warning.json`));
const tidy = (text = ''): string => text.replace(/\s+/g, ' ').trim();

beforeEach(() => {
  const html = readFileSync('src/ui/warning/warning.html', 'utf8');
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.body.replaceChildren(...document.adoptNode(page.body).children);
});

describe('the words that stand in the warning before its script has run', () => {
  it('are there in each language of the warning, and in no other', () => {
    const there = [...document.querySelectorAll('.first-words')].map(({ id }) => id);
    expect(there.sort()).toEqual(LANGUAGES.sort());
  });

  it.each(LANGUAGES)('are those of the warning itself: %s', (language) => {
    const words = document.getElementById(language);
    const texts = JSON.parse(readFileSync(`src/texts/${language}/warning.json`, 'utf8')) as Record<
      string,
      string
    >;
    expect(words?.lang).toBe(language);
    expect(tidy(words?.querySelector('h1')?.textContent)).toBe(texts['warning.verdict']);
    expect(tidy(words?.querySelector('p')?.textContent)).toBe(
      `${texts['warning.reassurance'] ?? ''} ${texts['warning.neverCall'] ?? ''}`,
    );
  });

  it('go with the language in the address, and what names the case stays', () => {
    history.replaceState(null, '', '/?case=c1&tab=7#fr');
    dropFirstWords();
    expect(document.querySelectorAll('.first-words')).toHaveLength(0);
    expect(location.href).toMatch(/\/\?case=c1&tab=7$/);
    expect(document.getElementById('app')).not.toBeNull();
  });
});
