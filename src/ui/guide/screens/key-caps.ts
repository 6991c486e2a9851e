import { h, type Child } from '../../shared/h';
import { hasText, t } from '../../shared/i18n';

function keyName(key: string): string {
  return hasText(`key.${key}`) ? t(`key.${key}`) : key;
}

/** Keys to press together, as key caps: [Alt] + [Shift] + [X]. */
export function keyCaps(keys: readonly string[]): Child {
  return h(
    'span',
    { class: 'keys' },
    ...keys.map((key, at) => [at > 0 && ' + ', h('kbd', null, keyName(key))]),
  );
}
