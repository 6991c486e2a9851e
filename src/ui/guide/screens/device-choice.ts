import { h } from '../../shared/h';
import { t } from '../../shared/i18n';
import { field, fold } from '../../shared/parts';
import type { GuideModel } from '../guide-model';
import { BROWSER_NAMES, BROWSERS, SYSTEM_NAMES, SYSTEMS } from '../plan/device';

function choice<T extends string>(
  names: Record<T, string>,
  all: readonly T[],
  now: T,
  onchange: (one: T) => unknown,
): HTMLSelectElement {
  const list: HTMLSelectElement = h(
    'select',
    { onchange: () => onchange(all[list.selectedIndex] ?? now) },
    ...all.map((one) => h('option', { value: one }, names[one])),
  );
  list.value = now;
  return list;
}

/** Which device and browser the steps are written for: detected, and changeable (a helper may hold another one). */
export function deviceChoice(model: GuideModel): HTMLElement {
  const redraw = model.page.redraw;
  const system = choice(SYSTEM_NAMES, SYSTEMS, model.system, (chosen) => {
    model.change({ system: chosen });
    return redraw();
  });
  const browser = choice(BROWSER_NAMES, BROWSERS, model.browser, (chosen) => {
    model.change({ browser: chosen });
    return redraw();
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
