import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mostLikeScams } from '../../eval/most-like-scams';

const blind = (path: string): string => {
  const page = JSON.parse(readFileSync(join('tests/pages/blind', path), 'utf8')) as {
    load: { html: string };
  }; // its form is held by a test
  return page.load.html;
};
const LETTER = blind('fourteenth-scam/blind14-scam-en-01.json');
const PAGES: Record<string, string> = {
  bread: blind('sixteenth-honest/blind16-honest-fr-01.json'),
  letter: LETTER,
  again: LETTER.replace('<body', '<body id="another"'),
  empty: '',
};
const most = (limit: number) => mostLikeScams(Object.keys(PAGES), (page) => PAGES[page] ?? '', limit);

describe('the honest pages that sound most like a scam', () => {
  it('come first', () => {
    expect(most(9)[0]).toBe('letter');
    expect(most(9).indexOf('empty')).toBeLessThan(most(9).indexOf('bread'));
  });

  it('come once each, though another language left them untranslated', () => {
    expect(most(9)).not.toContain('again');
  });

  it('are as many as were asked for', () => {
    expect(most(2)).toHaveLength(2);
  });

  it('are told apart where they are short, and read without their scripts', () => {
    const pages: Record<string, string> = {
      one: '<p>&lt;b&gt; &#233;&#xe9;</p><script>x</script>',
      same: '<div>&lt;b&gt; <i>éé</i></div>',
      other: '<p>Rolls</p>',
    };
    expect(mostLikeScams(Object.keys(pages), (page) => pages[page] ?? '', 9)).toEqual(['one', 'other']);
  });
});
