import { hasAllSites } from '../../browser/all-sites';
import { h, show, type Child } from '../shared/h';
import { t } from '../shared/i18n';
import { allowButton, onSitesChanged } from '../shared/all-sites';
import { notice } from '../shared/parts';

interface Access {
  /** What the place says where Sangfroid may see the sites, nothing unless given. */
  allowed?: () => Child;
  /** Called with whether it may, each time the place is filled. */
  told?: (may: boolean) => void;
}

/**
 * A place that says that Sangfroid may not see the sites, with the button that asks for them: Firefox lets people
 * install without. That button is the one to press then, in the place of the screen's own.
 */
export function accessPlace(access: Access): HTMLElement {
  const place = h('div', { id: 'access' });
  void fill(place, access);
  onSitesChanged(place, () => fill(place, access));
  return place;
}

async function fill(place: HTMLElement, access: Access): Promise<void> {
  const may = await hasAllSites();
  access.told?.(may);
  const next = document.getElementById('next');
  next?.classList.toggle('button-main', may);
  next?.classList.toggle('button-plain', !may);
  if (may) return show(place, access.allowed?.());
  const texts = { label: t('welcome.allow'), refused: t('welcome.refused') };
  const onAllowed = async (): Promise<void> => {
    await fill(place, access);
    document.getElementById('next')?.focus(); // the button that had the keyboard is gone
  };
  const [allow, trouble] = allowButton(texts, onAllowed, { id: 'allow', kind: 'main' });
  show(
    place,
    notice('care', h('p', null, t('welcome.notAllowed')), h('div', { class: 'row' }, allow), trouble),
  );
}
