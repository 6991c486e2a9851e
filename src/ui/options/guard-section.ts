import { h } from '../shared/h';
import { t } from '../shared/i18n';
import type { Page } from '../shared/page';
import { save, section, selectField } from './section';

const HOURS = [0, 24, 48, 168, -1];

function words(hours: number): string {
  if (hours === 0) return t('options.guardOff');
  if (hours === -1) return t('options.guardAlways');
  const wholeDays = hours >= 168 && hours % 24 === 0; // an administrator may choose any number
  return wholeDays ? t('options.guardDays', { n: hours / 24 }) : t('options.guardHours', { n: hours });
}

/** How long after an alert we ask before a remote-control site opens. */
export function guardSection(page: Page): HTMLElement {
  const { guardHours } = page.settings;
  const offered = HOURS.includes(guardHours) ? HOURS : [...HOURS, guardHours];
  const options = offered.map((hours) => ({ value: String(hours), label: words(hours) }));
  const off = !page.policy.remoteGuard;
  return section(
    'guard',
    t('options.guardTitle'),
    h('p', null, t('options.guardIntro')),
    off
      ? h('p', { class: 'quiet' }, t('options.guardPolicyOff'))
      : selectField(page, {
          name: 'guardHours',
          label: t('options.guardLabel'),
          options,
          hint: t('options.guardPrivate'),
          onchange: (value) => save(page, { guardHours: Number(value) }),
        }),
  );
}
