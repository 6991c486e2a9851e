import { h } from '../shared/h';
import { rich } from '../shared/i18n';
import { icon } from '../shared/icon';
import type { Page } from '../shared/page';

/** The trusted person, large, and the helpdesk of an organisation: whom to call instead. Nothing where none is set. */
export function people({ settings, policy }: Page): (HTMLElement | false)[] {
  const { name, phone } = settings.trustedPerson;
  const person = name || phone;
  const key =
    name && phone ? 'warning.person' : phone ? 'warning.person.phoneOnly' : 'warning.person.nameOnly';
  const { helpdesk } = policy;
  const desk = helpdesk.name && helpdesk.phone;
  return [
    person !== '' &&
      h(
        'p',
        { class: 'person' },
        icon('phone'),
        h('span', null, ...rich(key, { name, phone: unbroken(phone) })),
      ),
    desk !== '' &&
      h(
        'p',
        { class: 'helpdesk' },
        icon('person'),
        h(
          'span',
          null,
          ...rich('warning.helpdesk', { name: helpdesk.name, phone: unbroken(helpdesk.phone) }),
        ),
      ),
  ];
}

/** A number stays on one line, so that it can be read and dialled. */
function unbroken(phone: string): HTMLElement {
  return h('span', { class: 'unbroken', dir: 'ltr' }, phone);
}
