import { addressBreaks } from '../../shared/address-breaks';
import { h, type Child } from '../../shared/h';
import { rich, t } from '../../shared/i18n';
import { keyCaps } from '../../shared/key-caps';
import type { PlanLine, PlanStep } from '../plan/plan';
import { copyButton } from './frame';

function howLine(line: PlanLine, filled: Record<string, string>): Child {
  return [
    h('span', null, ...rich(line.key, { ...filled, keys: keyCaps(line.keys) })),
    line.copy !== null &&
      h(
        'span',
        { class: 'address' },
        h('code', { dir: 'ltr' }, addressBreaks(line.copy)),
        copyButton(t('guide.copyAddress'), () => line.copy ?? ''),
      ),
  ];
}

/** The numbered lines of one step, their placeholders filled in. */
export function howList(step: PlanStep, filled: Record<string, string>): HTMLOListElement {
  return h('ol', { class: 'steps' }, ...step.how.map((line) => h('li', null, howLine(line, filled))));
}
