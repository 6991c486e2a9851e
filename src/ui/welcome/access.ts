import { hasAllSites } from '../../browser/all-sites';
import { h, show, type Child } from '../shared/h';
import { t } from '../shared/i18n';
import { allowButton, onSitesChanged } from '../shared/all-sites';
import { notice } from '../shared/parts';

/**
 * A place that says that Sangfroid may not see the sites, with the button that asks for them: Firefox lets people
 * install without. @param allowed what it says where Sangfroid may see them, nothing unless given
 */
export function accessPlace(allowed: () => Child = () => null): HTMLElement {
  const place = h('div', { id: 'access' });
  void fill(place, allowed);
  onSitesChanged(place, () => fill(place, allowed));
  return place;
}

async function fill(place: HTMLElement, allowed: () => Child): Promise<void> {
  if (await hasAllSites()) return show(place, allowed());
  const texts = { label: t('welcome.allow'), refused: t('welcome.refused') };
  const onAllowed = async (): Promise<void> => {
    await fill(place, allowed);
    document.getElementById('next')?.focus(); // the button that had the keyboard is gone
  };
  const [allow, trouble] = allowButton(texts, onAllowed, { id: 'allow' });
  show(
    place,
    notice('care', h('p', null, t('welcome.notAllowed')), h('div', { class: 'row' }, allow), trouble),
  );
}
