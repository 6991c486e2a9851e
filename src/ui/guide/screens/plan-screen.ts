import { h, show, type Child } from '../../shared/h';
import { t } from '../../shared/i18n';
import { announce, button, fold, newTabLink, notice, once } from '../../shared/parts';
import { inARow } from '../../shared/sentences';
import type { GuideModel } from '../guide-model';
import { settle, type Happening } from '../plan/answers';
import type { PlanStep } from '../plan/plan';
import { stepBack, type Mark } from '../plan/progress';
import type { StepLink } from '../plan/step';
import { cleanUpButton } from './clean-up';
import { deviceChoice } from './device-choice';
import { footTools, heading, keptNotice, screenLink, whoToCall } from './frame';
import { helpOnPaper } from './help-screen';
import { howList } from './how-list';
import { startAgain } from './start-screen';

function values(model: GuideModel, step: PlanStep): Record<string, string> {
  const { helpdesk } = model.page.policy;
  const place = [helpdesk.phone, helpdesk.address].filter(Boolean).join(', ');
  return { ...step.values, helpdesk: helpdesk.name, helpdeskPhone: place };
}

function linkTo(link: StepLink, model: GuideModel): Child {
  const screens = {
    tools: () => screenLink('tools', t('guide.openTools'), 'computer'),
    bank: () => screenLink('bank', t('guide.openBank'), 'bank'),
    letter: () => screenLink('letter', t('guide.openLetter'), 'journal'),
    help: () => screenLink('help', t('guide.openHelp'), 'help'),
    repair: () => screenLink('repair', t('guide.openRepair'), 'settings'),
    tell: () => screenLink('tell', t('guide.openTell'), 'person'),
    journal: () => newTabLink(t('guide.openJournal'), '../journal/journal.html', 'journal'),
    'clean-up': () => model.shownCase?.state === 'closed' && cleanUpButton(model.shownCase),
  };
  return screens[link]();
}

/** What is said after a mark, before the next step is read. */
function reply(mark: Mark, step: PlanStep, next: PlanStep | null): string {
  if (mark === 'done') return t('guide.wellDone');
  if (mark === 'later') return t('guide.keptForLater');
  return t(step.group !== null && next?.group === step.group ? 'guide.another' : 'guide.goingOn');
}

/** The plan goes on with one answer more. */
function addAnswer(model: GuideModel, one: Happening): void {
  const { answers: before } = model.saved;
  model.begin(settle({ ...before, happened: [...before.happened, one] }), { change: true });
}

function answers(model: GuideModel, step: PlanStep): HTMLElement {
  async function mark(as: Mark): Promise<void> {
    model.change({ marks: { ...model.saved.marks, [step.id]: as } });
    if (as === 'failed' && step.failedTells !== null) addAnswer(model, step.failedTells);
    model.keptEarlier = false; // it was there to be read
    await redrawSaying(model, reply(as, step, model.standing.current));
  }
  return h(
    'div',
    { class: 'row no-print no-read answers' },
    button({
      id: 'done',
      label: t('guide.done'),
      kind: 'main',
      icon: 'check',
      big: true,
      onclick: once(() => mark('done')),
    }),
    button({ id: 'failed', label: t('guide.failed'), onclick: once(() => mark('failed')) }),
    button({ id: 'later', label: t('guide.later'), icon: 'clock', onclick: once(() => mark('later')) }),
  );
}

/** Draws the plan again, moves the focus to the new heading and tells what happened. */
async function redrawSaying(model: GuideModel, said: string): Promise<void> {
  await model.page.redraw();
  const { current, behind, steps } = model.standing;
  document.getElementById('heading')?.focus();
  const where = t('guide.stepOf', { at: behind + 1, total: steps.length });
  announce(current === null ? said : inARow(said, where));
  const place = document.getElementById('said');
  if (place && current !== null) show(place, said);
}

function stepList(model: GuideModel): HTMLElement {
  const { steps, current } = model.standing;
  return h(
    'ol',
    { class: 'all-steps' },
    ...steps.map((step) => {
      const mark = model.saved.marks[step.id];
      return h(
        'li',
        { 'aria-current': step === current ? 'step' : null },
        t(step.titleKey),
        mark && h('span', { class: 'quiet' }, ` (${t(`guide.mark.${mark}`)})`),
      );
    }),
  );
}

/** The whole plan on paper, whatever step is on the screen: what is done is ticked. */
function paperPlan(model: GuideModel): HTMLElement {
  return h(
    'div',
    { class: 'print-only', 'aria-hidden': 'true' },
    whoToCall(model),
    ...model.standing.steps.map((step) =>
      h(
        'section',
        null,
        h('h2', null, model.saved.marks[step.id] === 'done' ? '☑ ' : '☐ ', t(step.titleKey)),
        h('p', null, t(step.whyKey)),
        howList(step, values(model, step)),
      ),
    ),
    model.standing.steps.some(({ links }) => links.includes('help')) && helpOnPaper(model),
  );
}

function wayBack(model: GuideModel): Child {
  const before = stepBack(model.plan, model.saved.marks);
  async function back(): Promise<void> {
    model.change({ marks: before });
    await redrawSaying(model, t('guide.previous'));
  }
  return (
    before !== model.saved.marks &&
    button({ label: t('guide.previous'), kind: 'link', icon: 'back', onclick: once(back) })
  );
}

/** The ways out of the step, all of the same weight: the answers above are what counts. */
function otherWays(model: GuideModel): HTMLElement {
  const change = screenLink('change', t('guide.changeAnswers'), 'undo');
  change.classList.add('button-link');
  return h('div', { class: 'row no-read' }, wayBack(model), change, startAgain(model));
}

/** One step: what, why, how, and three answers. */
export function showStep(root: HTMLElement, model: GuideModel, step: PlanStep): void {
  const { behind, steps } = model.standing;
  const at = behind + 1;
  const total = steps.length;
  show(
    root,
    h(
      'div',
      { class: 'on-screen' },
      h('p', { class: 'progress no-read', id: 'said', 'aria-hidden': 'true' }),
      h('p', { class: 'quiet no-read' }, t('guide.stepOf', { at, total })),
      h('progress', {
        class: 'no-read',
        max: total,
        value: behind,
        'aria-label': t('guide.stepOf', { at, total }),
      }),
      heading(t(step.titleKey)),
      keptNotice(model),
      h('p', { class: 'lead why' }, t(step.whyKey)),
      howList(step, values(model, step)),
      h('div', { class: 'row no-read' }, ...step.links.map((link) => linkTo(link, model))),
      answers(model, step),
      whoToCall(model),
      deviceChoice(model),
      h('div', { class: 'no-read' }, fold(t('guide.allSteps'), stepList(model))),
      otherWays(model),
      notice('note', h('p', null, t('guide.noBlame'))),
    ),
    paperPlan(model),
    footTools(root, model, t('guide.print')),
  );
}
