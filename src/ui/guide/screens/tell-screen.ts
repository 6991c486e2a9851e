import { h, type Child } from '../../shared/h';
import { hasHelpdesk, helpdeskWords, unbroken } from '../../shared/helpdesk';
import { rich, t } from '../../shared/i18n';
import { keyCaps } from '../../shared/key-caps';
import { newTabLink } from '../../shared/parts';
import { gapAfter } from '../../shared/sentences';
import type { GuideModel } from '../guide-model';
import { OUR_KEYS, OUR_KEYS_MAC } from '../plan/steps-unlock';
import { copyButton, showScreen } from './frame';

/** Whether the person may set whom they trust: an administrator can lock it, and it is then empty. */
const canSetPerson = ({ page }: GuideModel): boolean => !page.policy.locked.includes('trustedPerson');

function personLine(model: GuideModel): Child {
  const { name, phone } = model.page.settings.trustedPerson;
  const number = phone === '' ? h('span', { class: 'write-here' }) : unbroken(phone);
  const blank = t('tell.sheet.blank');
  return name === '' ? [blank, gapAfter(blank), number] : rich('tell.sheet.person', { name, phone: number });
}

/** The page to print and put beside the computer: six or seven lines, readable from a chair. */
function sheet(model: GuideModel): HTMLElement {
  const { policy } = model.page;
  const desk = hasHelpdesk(policy);
  const ours = model.ourKeys ?? (model.system === 'macos' ? OUR_KEYS_MAC : OUR_KEYS);
  return h(
    'article',
    { class: 'sheet' },
    h('h2', null, t('tell.sheet.title')),
    h('p', null, t('tell.sheet.breathe')),
    h(
      'ol',
      { class: 'steps' },
      h('li', null, h('strong', null, t('tell.sheet.call'))),
      h('li', null, ...rich('tell.sheet.esc', { keys: keyCaps(['esc']) })),
      ours.length > 0 && h('li', null, ...rich('tell.sheet.key', { keys: keyCaps(ours) })),
      h('li', null, t('tell.sheet.restart')),
      h('li', null, t('tell.sheet.let')),
      desk && h('li', null, ...helpdeskWords(policy)),
      (canSetPerson(model) || !desk) && h('li', null, personLine(model)),
    ),
  );
}

/** A text to send and a sheet to print: the best protection is having heard of it. */
export function showTell(root: HTMLElement, model: GuideModel): void {
  const { name, phone } = model.page.settings.trustedPerson;
  const hasPerson = name !== '' || phone !== '';
  showScreen(
    root,
    model,
    t('tell.title'),
    h('p', { class: 'lead no-print' }, t('tell.intro')),
    h(
      'section',
      { class: 'card no-print' },
      h('h2', null, t('tell.textTitle')),
      h('p', null, t('tell.text')),
      copyButton(t('common.copy'), () => t('tell.text')),
    ),
    h('div', { class: 'no-print' }, h('h2', null, t('tell.sheetTitle')), h('p', null, t('tell.sheetHint'))),
    sheet(model),
    !hasPerson &&
      canSetPerson(model) &&
      h(
        'div',
        { class: 'row no-print no-read' },
        newTabLink(t('tell.setPerson'), '../options/options.html', 'person'),
      ),
  );
}
