import { hasAllSites } from '../../browser/all-sites';
import { allowButton, onSitesChanged } from '../shared/all-sites';
import { h, show, type Child } from '../shared/h';
import { t } from '../shared/i18n';
import { notice } from '../shared/parts';

/** The first words of the page: that all is well, or, where Sangfroid may not see the sites, that it is not yet. */
export function accessLead(): HTMLElement {
  return accessPlace('access-lead', h('p', { class: 'lead' }, t('options.intro')));
}

/**
 * A place that says that Sangfroid may not see the sites, with the button that asks for them.
 * @param id of the place; its button has the same with -ask behind it
 * @param allowed what stands there where it may
 */
export function accessPlace(id: string, allowed: Child): HTMLElement {
  const place = h('div', { id, tabindex: -1 });
  void fill(place, allowed);
  onSitesChanged(place, () => fill(place, allowed));
  return place;
}

async function fill(place: HTMLElement, allowed: Child): Promise<void> {
  if (await hasAllSites()) return show(place, allowed);
  const texts = { label: t('options.accessAsk'), refused: t('options.accessRefused') };
  const onAllowed = async (): Promise<void> => {
    await fill(place, allowed);
    place.focus(); // the button that had the keyboard is gone
  };
  const [allow, trouble] = allowButton(texts, onAllowed, { id: `${place.id}-ask`, kind: 'main' });
  show(
    place,
    notice('care', h('p', null, t('options.accessNone')), h('div', { class: 'row' }, allow), trouble),
  );
}
