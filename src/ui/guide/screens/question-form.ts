import { h, type Child } from '../../shared/h';
import { t } from '../../shared/i18n';
import { icon, type IconName } from '../../shared/icon';
import { checkbox, tellIn } from '../../shared/parts';
import { HAPPENINGS, MEANS, SECRETS, inOrder, settle, type Answers, type Happening } from '../plan/answers';

const ICONS: Record<Happening, IconName> = {
  saw: 'eye',
  stuck: 'lock',
  called: 'phone',
  remote: 'computer',
  paid: 'bank',
  secrets: 'person',
};

interface Question<T extends string> {
  name: string;
  title: string;
  all: readonly T[];
  chosen: Set<string>;
  label: (one: T) => Child;
  onchange: () => void;
}

function box<T extends string>({ name, chosen, label, onchange }: Question<T>, one: T): HTMLElement {
  const made = checkbox({
    id: `${name}-${one}`, // by it the keyboard finds the box again in a new drawing
    name,
    value: one,
    label: label(one),
    checked: chosen.has(one),
    onchange: (on) => {
      if (on) chosen.add(one);
      else chosen.delete(one);
      onchange();
    },
  });
  made.classList.add('answer');
  return made;
}

function ask<T extends string>(question: Question<T>): HTMLFieldSetElement {
  return h(
    'fieldset',
    null,
    h('legend', null, h('h2', null, question.title)),
    h('p', { class: 'quiet' }, t('guide.questionHint')),
    ...question.all.map((one) => box(question, one)),
  );
}

function sets({ happened, means, secrets }: Answers): Record<keyof Answers, Set<string>> {
  return { happened: new Set(happened), means: new Set(means), secrets: new Set(secrets) };
}

function ticked(chosen: Record<keyof Answers, Set<string>>): Answers {
  return {
    happened: inOrder(HAPPENINGS, [...chosen.happened]),
    means: inOrder(MEANS, [...chosen.means]),
    secrets: inOrder(SECRETS, [...chosen.secrets]),
  };
}

function questions(chosen: Record<keyof Answers, Set<string>>, onchange: () => void): HTMLFieldSetElement[] {
  const label = (one: Happening): Child => [icon(ICONS[one]), ' ', t(`guide.${one}`)];
  return [
    ask({
      name: 'happened',
      title: t('guide.question'),
      all: HAPPENINGS,
      chosen: chosen.happened,
      label,
      onchange,
    }),
    ask({
      name: 'means',
      title: t('guide.meansQuestion'),
      all: MEANS,
      chosen: chosen.means,
      label: (one) => t(`paid.means.${one}`),
      onchange,
    }),
    ask({
      name: 'secrets',
      title: t('guide.secretsQuestion'),
      all: SECRETS,
      chosen: chosen.secrets,
      label: (one) => t(`guide.secret.${one}`),
      onchange,
    }),
  ];
}

/**
 * "What happened?", to be answered with as many as are true, and what follows from "I paid" and "I gave".
 * @param start what is ticked at first
 * @param onChange called with all that is ticked, at each change
 * @param onGo called with settled answers, never with none
 */
export function questionForm(
  start: Answers,
  onChange: (ticked: Answers) => void,
  onGo: (answers: Answers) => void,
): HTMLFormElement {
  const chosen = sets(start);
  const missing = h('p', { class: 'missing', role: 'alert' });
  const [what, paid, gave] = questions(chosen, () => {
    follow();
    onChange(ticked(chosen));
  });
  function follow(): void {
    if (paid) paid.hidden = !chosen.happened.has('paid');
    if (gave) gave.hidden = !chosen.happened.has('secrets');
    missing.textContent = '';
  }
  function submit(event: Event): void {
    event.preventDefault();
    if (chosen.happened.size === 0) tellIn(missing, t('guide.chooseOne'));
    else onGo(settle(ticked(chosen)));
  }
  follow();
  const go = h(
    'button',
    { type: 'submit', id: 'go', class: 'button button-main button-big' },
    t('guide.go'),
    icon('forward'),
  );
  return h('form', { onsubmit: submit }, what, paid, gave, missing, go);
}
