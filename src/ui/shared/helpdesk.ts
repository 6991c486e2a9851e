import type { Policy } from '../../storage/settings-policy';
import { h, type Child } from './h';
import { t } from './i18n';

/** Whether an administrator named any way to a helpdesk. */
export function hasHelpdesk({ helpdesk }: Policy): boolean {
  return helpdesk.name + helpdesk.phone + helpdesk.address !== '';
}

/** A number stays on one line, so that it can be read and dialled. */
export function unbroken(phone: string): HTMLElement {
  return h('span', { class: 'unbroken', dir: 'ltr' }, phone);
}

/** "Your helpdesk · Name · number · place", without what is not set. */
export function helpdeskWords({ helpdesk: { name, phone, address } }: Policy): Child[] {
  const parts = [name, phone !== '' && unbroken(phone), address].filter(
    (part) => part !== '' && part !== false,
  );
  return [t('common.helpdesk'), ...parts.flatMap((part) => [' · ', part])];
}
