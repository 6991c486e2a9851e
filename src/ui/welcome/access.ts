import { h, show, type Child } from '../shared/h';
import { t } from '../shared/i18n';
import { askAllSites, hasAllSites, onSitesChanged } from '../shared/own-page';
import { button, notice } from '../shared/parts';

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
  const trouble = h('p', { role: 'alert' });
  const allow = button({
    label: t('welcome.allow'),
    icon: 'eye',
    id: 'allow',
    onclick: async () => {
      const granted = await askAllSites().catch(() => false); // first thing in the click, or the browser refuses
      if (!granted) return void (trouble.textContent = t('welcome.refused'));
      await fill(place, allowed);
      document.getElementById('next')?.focus(); // the button that had the keyboard is gone
    },
  });
  show(
    place,
    notice('care', h('p', null, t('welcome.notAllowed')), h('div', { class: 'row' }, allow), trouble),
  );
}
