import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gapAfter, inARow } from '../../../src/ui/shared/sentences';

describe('sentences in a row', () => {
  it('stand a space apart', () => {
    expect(inARow('Nothing was changed.', 'Try again.')).toBe('Nothing was changed. Try again.');
    expect(inARow('Alles ist gut?', 'Ja!', 'Gut.')).toBe('Alles ist gut? Ja! Gut.');
  });

  it('stand without one in Japanese, whose marks hold their own space', () => {
    expect(inARow('何も変えていません。', 'もう一度どうぞ。')).toBe('何も変えていません。もう一度どうぞ。');
    expect(inARow('変えましたか？', 'はい！', '（次へ）', '終わり')).toBe(
      '変えましたか？はい！（次へ）終わり',
    );
  });

  it('are told apart in Japanese, too, where a name without a mark ends one', () => {
    expect(inARow('手順 1 / 5', '閉じましょう')).toBe('手順 1 / 5 閉じましょう');
  });

  it('may be one alone', () => {
    expect(inARow('Good.')).toBe('Good.');
  });

  it('let a name follow a full-width colon at once', () => {
    expect(gapAfter('このページを閉じました：')).toBe('');
    expect(gapAfter('You closed this page:')).toBe(' ');
    expect(gapAfter('Vous avez fermé cette page :')).toBe(' ');
  });
});

describe('in our pages', () => {
  const sources = readdirSync('src/ui', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );

  it('no sentence is put behind another with a space of its own', () => {
    const found = sources.filter((name) =>
      /\} \$\{t\(|\$\{t\([^`\n]*\)\} \$\{|\bt\([^\n]*\),\s*' ',/.test(readFileSync(`src/ui/${name}`, 'utf8')),
    );
    expect(sources.length).toBeGreaterThan(50);
    expect(found).toEqual([]);
  });
});
