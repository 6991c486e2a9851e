import { saveSettings } from '../../../storage/settings-store';
import { chooseAtRest } from '../../shared/choose-at-rest';
import { countryName, isRoughGuess, OTHER_COUNTRY } from '../../shared/country';
import { h, type Child } from '../../shared/h';
import { currentLanguage, t } from '../../shared/i18n';
import { redrawInPlace } from '../../shared/page';
import { field, notice } from '../../shared/parts';
import { stored } from '../../shared/trouble';
import type { GuideModel } from '../guide-model';
import { countriesWithHelp } from '../help/channels';

/** Stands in the list until somebody has chosen, where the browser names no country. */
const UNSET = 'auto';

/** Shown at once, stored after: a full disk must not keep anybody from who helps. */
async function choose(model: GuideModel, list: HTMLSelectElement): Promise<void> {
  const country = list.value;
  model.page.settings = { ...model.page.settings, country };
  await redrawInPlace(model.page, list.id);
  await stored(saveSettings({ country }));
}

/** "Another country" stands last, always: a browser set to another country's language must hold nobody there. */
function countryList(model: GuideModel): HTMLElement {
  const shown = currentLanguage();
  const { country } = model;
  const isUnset = country === OTHER_COUNTRY && model.page.settings.country === UNSET;
  const known = new Set(countriesWithHelp());
  if (country !== OTHER_COUNTRY) known.add(country);
  const named = [...known].map((code) => ({ code, name: countryName(code, shown) }));
  named.sort((one, other) => one.name.localeCompare(other.name, shown));
  const list: HTMLSelectElement = h(
    'select',
    { id: 'country' },
    isUnset && h('option', { value: UNSET }, t('help.countryUnset')),
    ...named.map(({ code, name }) => h('option', { value: code }, name)),
    h('option', { value: OTHER_COUNTRY }, t('help.countryOther')),
  );
  list.value = isUnset ? UNSET : country;
  chooseAtRest(list, () => choose(model, list));
  const isGuess = model.page.settings.country === 'auto' && !isUnset;
  return field(t('help.country'), list, isGuess ? t('help.countryHint') : undefined);
}

/** Before any number: which country it is for; on the screen only where it was guessed and may well be wrong. */
function guessNotice(model: GuideModel, canChoose: boolean): Child {
  if (model.country === OTHER_COUNTRY) return null;
  const country = countryName(model.country, currentLanguage());
  if (!isRoughGuess(model.page.settings.country))
    return h('p', { class: 'print-only' }, t('help.countryShown', { country }));
  return notice(
    'care',
    h('p', null, h('strong', null, t('help.countryShown', { country }))),
    canChoose && h('p', { class: 'no-print' }, t('help.countryWrong')),
  );
}

/** The country whose services follow: said where it was only guessed, and the list to choose another from. */
export function countryChoice(model: GuideModel): Child {
  const canChoose = !model.page.policy.locked.includes('country');
  return [
    guessNotice(model, canChoose),
    canChoose && h('div', { class: 'no-print no-read' }, countryList(model)),
  ];
}
