import channels from '../../../rules/help-channels.json';
import { countryName, countryOf, OTHER_COUNTRY } from '../shared/country';
import { availableLanguages, languageName, pickLanguage, t } from '../shared/i18n';
import { redrawInPlace, type Page } from '../shared/page';
import { save, section, selectField, type Option } from './section';

/**
 * Countries whose official help we know and the one that is chosen, by name in the language of the page; last "another
 * country", for whoever lives in none of them.
 */
function countries(language: string, chosen: string): Option[] {
  const known = new Set([...channels.channels.map((channel) => channel.country), chosen]);
  const codes = [...known].filter((code) => /^[A-Z]{2}$/.test(code));
  const named = codes.map((value) => ({ value, label: countryName(value, language) }));
  named.sort((one, other) => one.label.localeCompare(other.label, language));
  return [...named, { value: OTHER_COUNTRY, label: t('options.countryOther') }];
}

/** Our languages by name. The one that "fr-CA" leads to stands for it, so that the list shows what is in force. */
function languages(wanted: string): Option[] {
  const shown = wanted === 'auto' ? null : pickLanguage([wanted]);
  return availableLanguages().map((tag) => ({
    value: tag === shown ? wanted : tag,
    label: languageName(tag),
    lang: tag,
  }));
}

/** Language of our pages, and the country whose official help comes first in the guide. */
export function languageSection(page: Page): HTMLElement {
  const automatic = { value: 'auto', label: t('options.languageAuto') };
  const guess = countryOf('auto');
  const automaticCountry =
    guess === null
      ? t('options.countryAutoUnknown')
      : t('options.countryAuto', { country: countryName(guess, page.language) });
  return section(
    'language-and-country',
    t('options.languageTitle'),
    selectField(page, {
      name: 'language',
      label: t('common.language'),
      options: [automatic, ...languages(page.settings.language)],
      onchange: (language) => chooseLanguage(page, language),
      drawsAnew: true,
    }),
    selectField(page, {
      name: 'country',
      label: t('options.country'),
      options: [
        { value: 'auto', label: automaticCountry },
        ...countries(page.language, page.settings.country),
      ],
      onchange: (country) => save(page, { country }),
      hint: t('options.countryHint'),
    }),
  );
}

async function chooseLanguage(page: Page, language: string): Promise<void> {
  await save(page, { language });
  await redrawInPlace(page, 'language');
}
