// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import { countryName, countryOf, isRoughGuess } from '../../../src/ui/shared/country';
import {
  availableLanguages,
  directionOf,
  hasText,
  languageName,
  loadTexts,
  pickLanguage,
  rich,
  t,
  whenAndZone,
} from '../../../src/ui/shared/i18n';
import type { TextKey } from '../../../src/ui/shared/text-keys';

describe('pickLanguage', () => {
  const have = ['en', 'fr', 'pt', 'zh-Hans'];
  it.each([
    [['fr-CA', 'en'], 'fr'],
    [['fr_FR'], 'fr'],
    [['xx', 'pt-BR'], 'pt'],
    [['zh'], 'zh-Hans'],
    [['zh-Hans-CN'], 'zh-Hans'],
    [['xx'], 'en'],
    [[], 'en'],
  ])('finds for %j the language %s', (wanted, found) => {
    expect(pickLanguage(wanted, have)).toBe(found);
  });
});

describe('texts', () => {
  beforeAll(() => loadTexts('fr', ['common', 'options', 'errors']));

  it('fills placeholders and writes numbers the language’s way', () => {
    expect(t('common.textSizeNow', { size: 1500 })).toMatch(/1.500/);
    expect(t('options.key', {})).toContain('{key}');
  });

  it('follows the language’s plural', () => {
    expect(t('options.guardHours', { n: 1 })).toContain('1 heure ');
    expect(t('options.guardHours', { n: 48 })).toContain('48 heures');
  });

  it('puts nodes into sentences', () => {
    expect(rich('options.key', { key: 7 })[1]).toBe(7);
  });

  it('shows English for a text the language lacks, and the key for one nobody has', async () => {
    await loadTexts('xx', ['common', 'errors']);
    expect(t('common.back')).toBe('Back');
    expect(t('common.nothing' as TextKey), 'as data may name one').toBe('common.nothing');
    expect(hasText('common.nothing')).toBe(false);
  });

  it('offers a language only where a page has all its texts', () => {
    expect(availableLanguages()).toEqual(expect.arrayContaining(['en', 'fr']));
    expect(availableLanguages(['options'])).toEqual(expect.arrayContaining(['en', 'fr']));
    expect(availableLanguages(['no-such-area'])).toEqual([]);
  });

  it('knows names and directions', () => {
    expect(languageName('fr')).toBe('Français');
    expect([directionOf('ar-EG'), directionOf('fr')]).toEqual(['rtl', 'ltr']);
  });
});

describe('what the browser writes in Portuguese', () => {
  it('is that of Portugal, as our texts are', async () => {
    expect(countryName('PL', 'pt')).toBe('Polónia');
    await loadTexts('pt', ['common']);
    expect(t('common.textSizeNow', { size: 12_345 })).toMatch(/12\s345/);
  });
});

describe('a time for the police', () => {
  it.each([...availableLanguages()])(
    'bears its zone in %s, and the hour of this computer',
    async (language) => {
      await loadTexts(language, ['common']);
      const at = new Date(2026, 10, 28, 10, 38);
      expect(whenAndZone(at.getTime())).toMatch(/2026.*10:38.*(GMT|UTC)[+−-]\d/);
      expect(whenAndZone(Number.NaN), 'a broken time').toBe('');
    },
  );
});

describe('countryOf', () => {
  it('takes the choice, else the region, else where the language is spoken most', () => {
    expect(countryOf('CH', ['fr'])).toBe('CH');
    expect(countryOf('auto', ['fr-CA'])).toBe('CA');
    expect(countryOf('auto', ['ja'])).toBe('JP');
    expect(countryOf('auto', ['not a tag', 'de'])).toBe('DE');
    expect(countryOf('auto', [])).toBe(null);
  });

  it('takes nobody of Latin America for Spain: a language of many countries names none', () => {
    expect(countryOf('auto', ['es-419', 'es', 'en'])).toBe(null);
    expect(countryOf('auto', ['es-419', 'es-MX', 'es', 'en-US'])).toBe('MX');
    expect(countryOf('auto', ['en-001', 'en'])).toBe(null);
    expect(countryOf('auto', ['es', 'es-419'])).toBe('ES');
  });

  it('takes "another country" as it was chosen, whatever the browser speaks', () => {
    expect(countryOf('*', ['en-US', 'en'])).toBe('*');
  });

  it('is a rough guess of a language alone, and of en-US, which browsers all over the world are set to', () => {
    for (const languages of [['en-US', 'en'], ['en'], ['de', 'de-AT'], ['not a tag', 'fr']])
      expect(isRoughGuess('auto', languages), languages.join()).toBe(true);
    for (const languages of [['en-IE'], ['es-US'], ['fr-CA', 'fr'], ['es-419', 'es'], []])
      expect(isRoughGuess('auto', languages), languages.join()).toBe(false);
    expect(isRoughGuess('US', ['en-US'])).toBe(false);
    expect(isRoughGuess('*', ['en-US'])).toBe(false);
  });

  it('is a rough guess of a region that Chrome’s translation brings along, wherever one lives', () => {
    for (const tag of ['fr-FR', 'de-DE', 'nl-NL', 'it-IT', 'pt-BR', 'pt-PT', 'en-GB'])
      expect(isRoughGuess('auto', [tag, 'en-US', 'en']), tag).toBe(true);
    for (const tag of ['fr-BE', 'fr-CH', 'de-AT', 'nl-BE', 'en-IE'])
      expect(isRoughGuess('auto', [tag]), tag).toBe(false);
  });
});
