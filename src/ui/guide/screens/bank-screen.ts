import { h, show, type Child } from '../../shared/h';
import { currentLanguage, t, when } from '../../shared/i18n';
import { localeOf } from '../../shared/locale';
import { card, checkbox, field, notice } from '../../shared/parts';
import { gapAfter } from '../../shared/sentences';
import type { TextKey } from '../../shared/text-keys';
import type { GuideModel } from '../guide-model';
import { knownFacts } from '../paid/facts';
import { bankWords, letterLines, type Line, type PaymentFacts } from '../paid/letter';
import { copyButton, screenLink, showScreen } from './frame';

/** Facts the person types; the others are known or not. */
const TYPED = ['account', 'date', 'amount', 'to', 'program'] as const;

/** A line with its facts, and dots to write on where one is not known. */
function sentence(line: Line, facts: PaymentFacts): string {
  const blank = t('paid.blank');
  const means = facts.means.map((one) => t(`paid.by.${one}`));
  const words = new Intl.ListFormat(localeOf(currentLanguage())).format(means);
  const filled = Object.fromEntries(line.needs.map((need) => [need, String(facts[need]) || blank]));
  return t(line.key, { ...filled, means: words })
    .replace(/ {2,}/g, ' ')
    .replace(/,? \./, '.'); // how it was paid stands last, in German and Dutch after a comma
}

/** Boxes for what the person knows; every change draws the words again. */
function fields(
  model: GuideModel,
  facts: PaymentFacts,
  wanted: readonly (typeof TYPED)[number][],
  redraw: () => void,
): HTMLElement {
  return h(
    'section',
    { class: 'card no-print no-read' },
    h('h2', null, t('paid.fill')),
    h('p', { class: 'quiet' }, t('paid.fillHint')),
    ...wanted.map((name) => {
      const input = h('input', {
        id: `paid-${name}`,
        type: 'text',
        autocomplete: 'off',
        value: facts[name],
        oninput: () => {
          facts[name] = input.value;
          model.typed[name] = input.value;
          redraw();
        },
      });
      return field(t(`paid.${name}`), input);
    }),
    facts.happened.includes('paid') && notMeBox(model, facts, redraw),
  );
}

/** "I did not make this payment": ticked, the words are those for a payment that others made. */
function notMeBox(model: GuideModel, facts: PaymentFacts, redraw: () => void): HTMLElement {
  return checkbox({
    id: 'not-me',
    label: t('paid.notMe'),
    checked: facts.notMe,
    onchange: (on) => {
      facts.notMe = on;
      model.notMe = on;
      redraw();
    },
  });
}

/** "You confirmed it yourself" is answered by how they came to it: from the person's own device, or by what they got out of them. */
function toConfirmed({ notMe, happened }: PaymentFacts): TextKey {
  if (!notMe) return 'paid.answer.confirmedSay';
  return happened.includes('remote') ? 'paid.answer.confirmedNotMe' : 'paid.answer.confirmedGiven';
}

function answersOfBank(facts: PaymentFacts): Child[] {
  return (['confirmed', 'late', 'police', 'no'] as const).map((answer) => [
    h('dt', null, t(`paid.answer.${answer}`)),
    h('dd', null, t(answer === 'confirmed' ? toConfirmed(facts) : `paid.answer.${answer}Say`)),
  ]);
}

/** Of who only saw or called, the bank need do nothing. */
const hasLost = ({ happened }: PaymentFacts): boolean =>
  (['paid', 'secrets', 'remote'] as const).some((one) => happened.includes(one));

/** What to say on the phone, what the bank may answer, and who calls afterwards. */
export async function showBank(root: HTMLElement, model: GuideModel): Promise<void> {
  const facts = await knownFacts(model);
  const words = h('ol', { class: 'words' });
  const lines = (): string[] => bankWords(facts).map((line) => sentence(line, facts));
  const answers = h('dl');
  const draw = (): void => {
    show(words, ...lines().map((line) => h('li', null, line)));
    show(answers, ...answersOfBank(facts));
  };
  draw();
  showScreen(
    root,
    model,
    t('paid.wordsTitle'),
    h('p', { class: 'lead' }, t('help.bankFirstText')),
    !hasLost(facts) && notice('care', h('p', null, t('paid.wordsOnlyIf'))),
    facts.happened.includes('paid') && fields(model, facts, ['date', 'amount'], draw), // no other words hold them
    h('p', null, t('paid.wordsHint')),
    words,
    h(
      'div',
      { class: 'row no-read' },
      copyButton(t('common.copy'), () => lines().join('\n')),
      facts.happened.includes('paid') && screenLink('letter', t('guide.openLetter'), 'journal'),
      screenLink('help', t('guide.openHelp'), 'help'),
    ),
    card(h('h2', null, t('paid.answersTitle')), answers),
    refundNotice(),
  );
}

function refundNotice(): HTMLElement {
  const question = t('paid.refundTitle');
  return notice('care', h('p', null, h('strong', null, question), gapAfter(question), t('paid.refund')));
}

/** The letter to the bank, filled with date, amount and what Sangfroid saw. */
export async function showLetter(root: HTMLElement, model: GuideModel): Promise<void> {
  const known = await knownFacts(model);
  // It speaks of a payment, whatever was ticked.
  const facts: PaymentFacts = { ...known, happened: [...known.happened, 'paid'], notMe: model.notMe };
  const name = h('input', {
    id: 'paid-name',
    type: 'text',
    autocomplete: 'name',
    value: model.typed.name ?? '',
    oninput: () => {
      model.typed.name = name.value;
      draw();
    },
  });
  const letter = h('article', { class: 'letter' });
  const today = when(Date.now(), 'date');
  const lines = (): string[] => [
    today,
    ...letterLines(facts).map((line) => sentence(line, facts)),
    name.value.trim() || t('paid.blank'),
  ];
  const draw = (): void => show(letter, ...lines().map((line) => h('p', null, line)));
  draw();
  const form = fields(model, facts, TYPED, draw);
  form.append(field(t('paid.name'), name));
  showScreen(
    root,
    model,
    t('paid.letterTitle'),
    h('p', { class: 'lead no-print' }, t('paid.letterHint')),
    form,
    letter,
    h(
      'div',
      { class: 'row no-read' },
      copyButton(t('common.copy'), () => lines().join('\n\n')),
      screenLink('bank', t('guide.openBank'), 'bank'),
    ),
  );
}
