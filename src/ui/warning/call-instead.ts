import type { Policy } from '../../storage/settings-policy';
import { h, type Child } from '../shared/h';
import { hasHelpdesk, helpdeskWords, unbroken } from '../shared/helpdesk';
import { rich } from '../shared/i18n';
import { icon } from '../shared/icon';
import type { Page } from '../shared/page';
import type { TextKey } from '../shared/text-keys';

/**
 * Whom to call instead of the number in the scam, large and each in a whole sentence: the helpdesk of an organisation,
 * then the trusted person. Nothing where none is set.
 */
export function callInstead({ settings, policy }: Page): (HTMLElement | false)[] {
  const { name, phone } = settings.trustedPerson;
  const isSet = name !== '' || phone !== '';
  return [
    hasHelpdesk(policy) &&
      h('p', { class: 'person helpdesk' }, icon('person'), h('span', null, ...desk(policy))),
    isSet &&
      h(
        'p',
        { class: 'person' },
        icon('phone'),
        h('span', null, ...rich(personKey(name, phone), { name, phone: unbroken(phone) })),
      ),
  ];
}

/** The sentence for as much as is known of the trusted person. */
function personKey(name: string, phone: string): TextKey {
  if (phone === '') return 'warning.person.nameOnly';
  return name === '' ? 'warning.person.phoneOnly' : 'warning.person';
}

/** A sentence where there is someone to call, else what there is. */
function desk(policy: Policy): Child[] {
  const { name, phone, address } = policy.helpdesk;
  if (name === '' || phone === '') return helpdeskWords(policy);
  return [...rich('warning.helpdesk', { name, phone: unbroken(phone) }), address !== '' && ` · ${address}`];
}
