import { twoPresses } from '../../shared/ask-twice';
import { h, show, type Child } from '../../shared/h';
import { t } from '../../shared/i18n';
import { card, newTabLink, notice } from '../../shared/parts';
import type { Coming, GuideModel } from '../guide-model';
import { THIS_DEVICE } from '../plan/begin-plan';
import type { Answers } from '../plan/answers';
import type { Route } from '../route';
import { caseBanner } from './case-banner';
import { footTools, heading, screenLink, whoToCall } from './frame';
import { questionForm } from './question-form';

function resumeCard(model: GuideModel): Child {
  if (!model.isUnderWay) return null;
  const { behind, steps } = model.standing;
  const done = behind - model.leftOver;
  // On paper its buttons are gone.
  return h(
    'div',
    { class: 'no-print' },
    card(
      h('h2', null, t('guide.resume')),
      // "0 of 19" tells a frightened person only how much is left.
      done > 0 ? h('p', null, t('guide.resumeAt', { behind: done, total: steps.length })) : null,
      h('div', { class: 'row' }, screenLink('plan', t('guide.goOn'), 'forward'), startAgain(model)),
    ),
  );
}

/** "Start again", asked twice because it forgets. */
export function startAgain(model: GuideModel): HTMLElement {
  async function forget(): Promise<void> {
    model.forget(THIS_DEVICE);
    if (location.hash === '#start') await fromTop(model);
    else location.hash = 'start';
  }
  return twoPresses({
    first: { id: 'start-again', label: t('guide.startAgain'), kind: 'link', icon: 'undo' },
    question: t('guide.startAgainSure'),
    questionId: 'start-again-question',
    no: { label: t('common.cancel') },
    yes: { id: 'start-again-yes', label: t('guide.startAgainYes'), onclick: forget },
    look: 'no-print no-read',
  });
}

/** The other screens, for those who come to read or to help someone. */
export function moreLinks(): HTMLElement {
  return h(
    'nav',
    { class: 'no-print no-read', 'aria-labelledby': 'more' },
    h('h2', { id: 'more' }, t('guide.more')),
    h(
      'div',
      { class: 'more' },
      screenLink('help', t('guide.openHelp'), 'help'),
      screenLink('bank', t('guide.openBank'), 'bank'),
      screenLink('tools', t('guide.openTools'), 'computer'),
      screenLink('how', t('guide.openHow'), 'info'),
      screenLink('repair', t('guide.openRepair'), 'settings'),
      screenLink('tell', t('guide.openTell'), 'person'),
      newTabLink(t('guide.openPractice'), '../practice/practice.html', 'play'),
      newTabLink(t('guide.openJournal'), '../journal/journal.html', 'journal'),
    ),
  );
}

async function begin(model: GuideModel, answers: Answers, coming: Coming): Promise<void> {
  model.begin(answers, coming);
  if (location.hash !== '#plan') return void (location.hash = 'plan');
  // The address of a plan that is gone (a reload where nothing could be saved): no change of it would draw the steps.
  await fromTop(model);
}

/** The screen anew, read from its top: what was pressed is gone. */
async function fromTop(model: GuideModel): Promise<void> {
  await model.page.redraw();
  scrollTo(0, 0);
  document.getElementById('heading')?.focus({ preventScroll: true });
}

/** First screen: relief in one sentence, what was closed, then the question in everyday words. */
export function showStart(root: HTMLElement, model: GuideModel, { answers, change }: Route): void {
  show(
    root,
    caseBanner(model.shownCase),
    heading(t('guide.relief')),
    h('p', { class: 'lead' }, t('guide.entry')),
    notice('care', h('p', null, t('guide.onThePhone'))),
    whoToCall(model),
    resumeCard(model),
    questionForm(
      model.ticked(answers, { change }),
      (ticked) => (model.draft = ticked),
      (chosen) => void begin(model, chosen, { change }),
    ),
    h('p', { class: 'quiet' }, t('guide.atWork')),
    h('p', { class: 'quiet small' }, t('guide.kept')),
    moreLinks(),
    footTools(root, model),
  );
}
