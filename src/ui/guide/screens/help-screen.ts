import type { HelpChannel } from '../../../../rules/schema/help-channels';
import type { PolicyChannel } from '../../../storage/settings-policy';
import { countryName, OTHER_COUNTRY } from '../../shared/country';
import { h, type Child } from '../../shared/h';
import { unbroken } from '../../shared/helpdesk';
import { currentLanguage, rich, t, when } from '../../shared/i18n';
import { localeOf } from '../../shared/locale';
import { card, notice } from '../../shared/parts';
import type { GuideModel } from '../guide-model';
import { CATEGORIES, hasPolice, helpFor } from '../help/channels';
import { outside, screenLink, showScreen, whoToCall } from './frame';
import { countryChoice } from './help-country';

const ALWAYS = { from: '00:00', to: '24:00' };

/** A time of day as one writes it in the language shown; "24:00" is the next midnight. */
function clock(time: string): string {
  const format = new Intl.DateTimeFormat(localeOf(currentLanguage()), {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  });
  return format.format(Date.parse(`1970-01-01T${time}:00Z`));
}

function hoursText({ days, from, to }: NonNullable<HelpChannel['hours']>['value'][number]): string {
  const always = days === 'every-day' && from === ALWAYS.from && to === ALWAYS.to;
  return always ? t('help.hours.always') : t(`help.hours.${days}`, { from: clock(from), to: clock(to) });
}

function costText(cost: NonNullable<HelpChannel['cost']>['value']): string {
  if (cost.kind === 'free') return t('help.free');
  const money = new Intl.NumberFormat(localeOf(currentLanguage()), {
    style: 'currency',
    currency: cost.currency,
  });
  return t('help.paidCall', { price: money.format(cost.perMinute) });
}

function phoneText({ phone, cost }: HelpChannel): Child {
  if (!phone) return null;
  return h(
    'p',
    { class: 'phone' },
    h(
      'strong',
      null,
      ...rich(phone.kind === 'text' ? 'help.text' : 'help.phone', { phone: unbroken(phone.value) }),
    ),
    cost && [' ', h('span', { class: cost.value.kind === 'paid' ? 'paid-call' : '' }, costText(cost.value))],
  );
}

function languagesText({ languages }: HelpChannel): Child {
  const shown = currentLanguage();
  if (languages.every((language) => shown.startsWith(language))) return null;
  const locale = localeOf(shown);
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const list = new Intl.ListFormat(locale).format(
    languages.map((language) => names.of(language) ?? language),
  );
  return h('p', { class: 'quiet small' }, t('help.languages', { languages: list }));
}

/** The day the phone number was read, else the address. */
function checkedText({ phone, url }: HelpChannel): Child {
  const fact = phone ?? url;
  if (!fact) return null;
  const noon = Date.parse(`${fact.verified}T12:00`); // of this place: midnight of Greenwich is the day before in America
  return h('p', { class: 'quiet small' }, t('help.checked', { date: when(noon, 'date') }));
}

/** To the service's own page, else to the official page on which its number was read: nobody has to believe us. */
function sourceLink({ name, phone, url }: HelpChannel): Child {
  if (url) return outside(t('help.site'), url.value, name);
  return phone?.sourceKind === 'official' && outside(t('help.source'), phone.source, name);
}

function channelItem(channel: HelpChannel): HTMLElement {
  return h(
    'li',
    { class: 'channel' },
    h('h3', null, channel.name),
    channel.region && h('p', { class: 'quiet small' }, regionText(channel)),
    ...channel.purposes.map((purpose) => h('p', null, t(`help.purpose.${purpose}`))),
    phoneText(channel),
    channel.hours && h('p', null, channel.hours.value.map(hoursText).join(' · ')),
    ...channel.notes.map((note) => h('p', { class: 'small' }, t(`help.note.${note}`))),
    languagesText(channel),
    checkedText(channel),
    sourceLink(channel),
  );
}

/** The few regions that have services of their own; their texts begin with "help.region.". */
const REGIONS = ['CA-QC', 'GB-SCT', 'MX-CMX'] as const;

function regionText({ country, region }: HelpChannel): string {
  const known = REGIONS.find((name) => name === `${country}-${region}`);
  return known ? t(`help.region.${known}`) : t('help.region', { name: String(region) });
}

function policyItem({ name, what, phone, address }: PolicyChannel): HTMLElement {
  return h(
    'li',
    { class: 'channel' },
    h('h3', null, name),
    what !== '' && h('p', null, what),
    phone !== '' &&
      h('p', { class: 'phone' }, h('strong', null, ...rich('help.phone', { phone: unbroken(phone) }))),
    address !== '' && outside(t('help.site'), address, name),
  );
}

/** Where no checked service leads to the police: they are everywhere, and take a complaint. */
function policeItem(): HTMLElement {
  return h('li', { class: 'channel' }, h('p', null, h('strong', null, t('help.policeNear'))));
}

function services(country: string): Child {
  const found = new Map(helpFor(country));
  return CATEGORIES.map((category) => {
    const items = (found.get(category) ?? []).map(channelItem);
    if (category === 'report' && !hasPolice(country)) items.push(policeItem());
    if (items.length === 0) return null;
    return [h('h2', null, t(`help.category.${category}`)), h('ul', { class: 'channels' }, ...items)];
  });
}

function ofCountry({ country, page }: GuideModel): Child {
  if (country !== OTHER_COUNTRY && helpFor(country).length > 0) return services(country);
  const isUnknown = country === OTHER_COUNTRY && page.settings.country === 'auto';
  if (!isUnknown) return h('p', null, t('help.none'));
  const canChoose = !page.policy.locked.includes('country');
  return canChoose && h('p', { class: 'no-print' }, t('help.chooseCountry'));
}

function everywhere({ country }: GuideModel): Child {
  const items = helpFor('*').flatMap(([, channels]) => channels.map(channelItem));
  if (country === OTHER_COUNTRY) items.push(policeItem());
  return [h('h2', { class: 'everywhere' }, t('help.everywhere')), h('ul', { class: 'channels' }, ...items)];
}

function ofOrganisation(channels: readonly PolicyChannel[]): Child {
  return [
    h('h2', null, t('help.fromOrganisation')),
    h('ul', { class: 'channels' }, ...channels.map(policyItem)),
  ];
}

/** For paper, which opens no screen: who helps, with numbers and addresses, by the organisation or the country. */
export function helpOnPaper(model: GuideModel): HTMLElement {
  const { helpChannels } = model.page.policy;
  const country = countryName(model.country, currentLanguage());
  return h(
    'section',
    null,
    h('h2', null, t('help.title')),
    helpChannels.length > 0
      ? ofOrganisation(helpChannels)
      : [
          model.country !== OTHER_COUNTRY && h('p', null, t('help.countryShown', { country })),
          ofCountry(model),
          everywhere(model),
        ],
  );
}

/** Where to report and who helps: own bank first, then the official services of the chosen country. */
export function showHelp(root: HTMLElement, model: GuideModel): void {
  const { helpChannels } = model.page.policy;
  showScreen(
    root,
    model,
    t('help.title'),
    whoToCall(model),
    card(
      h('h2', null, t('help.bankFirst')),
      h('p', null, t('help.bankFirstText')),
      h('div', { class: 'row no-read' }, screenLink('bank', t('guide.openBank'), 'bank')),
    ),
    helpChannels.length > 0
      ? ofOrganisation(helpChannels)
      : [countryChoice(model), ofCountry(model), everywhere(model)],
    notice('care', h('p', null, t('help.neverCallYou'))),
  );
}
