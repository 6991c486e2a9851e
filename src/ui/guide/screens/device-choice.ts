import { chooseAtRest } from '../../shared/choose-at-rest';
import { h } from '../../shared/h';
import { t } from '../../shared/i18n';
import { field, fold } from '../../shared/parts';
import type { GuideModel } from '../guide-model';
import type { SavedGuide } from '../plan/progress-store';
import { BROWSER_NAMES, BROWSERS, SYSTEM_NAMES, SYSTEMS } from '../plan/device';

interface Choice<T extends string> {
  id: string;
  names: Record<T, string>;
  all: readonly T[];
  now: T;
  onchange: (one: T) => unknown;
}

function choice<T extends string>({ id, names, all, now, onchange }: Choice<T>): HTMLSelectElement {
  const list: HTMLSelectElement = h(
    'select',
    { id },
    ...all.map((one) => h('option', { value: one }, names[one])),
  );
  list.value = now;
  chooseAtRest(list, () => onchange(all[list.selectedIndex] ?? now));
  return list;
}

/** Which device and browser the steps are written for: detected, and changeable (a helper may hold another one). */
export function deviceChoice(model: GuideModel): HTMLElement {
  /** The steps change around the list; the list stays open and keeps the keyboard. */
  async function change(patch: Partial<SavedGuide>, id: string): Promise<void> {
    model.change(patch);
    const at = document.activeElement?.id || id;
    await model.page.redraw();
    document.getElementById(id)?.closest('details')?.setAttribute('open', '');
    document.getElementById(at)?.focus();
  }
  const system = choice({
    id: 'device-system',
    names: SYSTEM_NAMES,
    all: SYSTEMS,
    now: model.system,
    onchange: (chosen) => change({ system: chosen }, 'device-system'),
  });
  const browser = choice({
    id: 'device-browser',
    names: BROWSER_NAMES,
    all: BROWSERS,
    now: model.browser,
    onchange: (chosen) => change({ browser: chosen }, 'device-browser'),
  });
  const words = t('guide.device', {
    system: SYSTEM_NAMES[model.system],
    browser: BROWSER_NAMES[model.browser],
  });
  return h(
    'div',
    { class: 'no-print no-read' },
    fold(
      `${words} · ${t('guide.deviceChange')}`,
      field(t('guide.system'), system),
      field(t('guide.browser'), browser),
    ),
  );
}
