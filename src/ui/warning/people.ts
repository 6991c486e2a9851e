import type { Policy } from '../../storage/settings-policy';
import { h, type Child } from '../shared/h';
import { hasHelpdesk, helpdeskWords, unbroken } from '../shared/helpdesk';
import { rich } from '../shared/i18n';
import { icon } from '../shared/icon';
import type { Page } from '../shared/page';

/** Whom to call instead, large: the helpdesk of an organisation, then the trusted person. Nothing where none is set. */
export function people({ settings, policy }: Page): (HTMLElement | false)[] {
  const { name, phone } = settings.trustedPerson;
  const person = name || phone;
  const key =
    name && phone ? 'warning.person' : phone ? 'warning.person.phoneOnly' : 'warning.person.nameOnly';
  return [
    hasHelpdesk(policy) &&
      h('p', { class: 'person helpdesk' }, icon('person'), h('span', null, ...desk(policy))),
    person !== '' &&
      h(
        'p',
        { class: 'person' },
        icon('phone'),
        h('span', null, ...rich(key, { name, phone: unbroken(phone) })),
      ),
  ];
}

/** A sentence where there is someone to call, else what there is. */
function desk(policy: Policy): Child[] {
  const { name, phone, address } = policy.helpdesk;
  if (name === '' || phone === '') return helpdeskWords(policy);
  return [...rich('warning.helpdesk', { name, phone: unbroken(phone) }), address !== '' && ` · ${address}`];
}
