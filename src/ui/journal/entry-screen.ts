import type { Incident } from '../../storage/incident';
import { deleteIncident } from '../../storage/incidents';
import { h, type Child } from '../shared/h';
import { t, when } from '../shared/i18n';
import { buttonLink, fold } from '../shared/parts';
import type { TextKey } from '../shared/text-keys';
import { deleteButton } from './delete-button';
import { notesForm } from './notes-form';
import { fragmentOf } from './place';
import { tellDeleted } from './tell-deleted';
import { endingOf, nameOf, reasonsOf, seenAgain } from './words';

/** One entry with everything that is known, and what the person adds. `gone` runs after it was deleted. */
export function entryScreen(incident: Incident, gone: () => unknown): Child[] {
  const id = incident.id ?? 0;
  return [
    backLink(),
    h('h1', { class: 'host' }, nameOf(incident)),
    h('p', { class: 'lead' }, when(incident.at), ' · ', endingOf(incident)),
    incident.times > 1 && h('p', null, seenAgain(incident)),
    reasonList(incident),
    picture(incident.screenshot),
    facts(incident),
    h('h2', null, t('journal.notes.title')),
    h('p', null, t('journal.notes.lead')),
    notesForm(id, incident.notes),
    h(
      'div',
      { class: 'row' },
      buttonLink(t('journal.report'), fragmentOf({ screen: 'report', id }), 'print'),
      deleteButton('delete-one', t('journal.deleteOne'), t('journal.deleteOneQuestion'), async () => {
        const done = await deleteIncident(id);
        if (!done) return false;
        tellDeleted(id);
        await gone();
        return true;
      }),
    ),
  ];
}

/** Back to the list. */
export function backLink(): HTMLElement {
  return h('p', { class: 'no-print' }, buttonLink(t('journal.back'), fragmentOf({ screen: 'list' }), 'back'));
}

const BY_PERSON: ReadonlySet<string> = new Set(['warning', 'key', 'toolbar', 'menu']);

function reasonList(incident: Incident): Child {
  const sentences = reasonsOf(incident);
  // For all we know it is an honest page.
  if (sentences.length === 0)
    return BY_PERSON.has(incident.closedBy) && h('p', null, t('journal.why.person'));
  return h(
    'section',
    null,
    h('h2', null, t('journal.why')),
    h('ul', null, ...sentences.map((sentence) => h('li', null, sentence))),
  );
}

function picture(screenshot: string | null): HTMLElement | null {
  if (screenshot === null) return null;
  const image = h('img', { class: 'shot', src: screenshot, alt: t('journal.screenshotAlt') });
  return fold(t('journal.screenshot'), image);
}

function facts(incident: Incident): HTMLElement {
  const { address, otherAddresses = [], title, chain, phones, codes, excerpt } = incident;
  return fold(
    t('journal.facts'),
    h('p', { class: 'small' }, t('journal.factsHint')),
    h(
      'dl',
      { class: 'facts small' },
      fact('journal.fact.address', [address, ...otherAddresses]),
      fact('journal.fact.title', [title]),
      fact('journal.fact.chain', chain),
      fact('journal.fact.phones', phones),
      fact('journal.fact.codes', codes),
      fact('journal.fact.text', [excerpt]),
    ),
  );
}

/** A name with its values, as plain text: nothing of a scam page is ever a link here. */
function fact(key: TextKey, values: readonly string[]): HTMLElement | false {
  const given = values.filter(Boolean);
  return (
    given.length > 0 && h('div', null, h('dt', null, t(key)), ...given.map((value) => h('dd', null, value)))
  );
}
