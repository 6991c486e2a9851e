import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Texts = Record<string, string>;

/** "Tab", in nine languages. */
const TAB = /\btab|onglet|pestaña|scheda|separador|kartę|タブ/gi;

describe('the tab that is hard to close', () => {
  it.each(readdirSync('src/texts'))(
    'is brought to the front before Esc is held over the warning: %s',
    (language) => {
      const file = readFileSync(`src/texts/${language}/warning.json`, 'utf8');
      const text = (JSON.parse(file) as Texts)['warning.stuck.esc'] ?? ''; // our own flat file
      expect(text.match(TAB)).toHaveLength(2);
      expect(text.search(TAB)).toBeLessThan(text.indexOf('{key}'));
    },
  );
});
