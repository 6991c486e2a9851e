import { h, show, type Child } from '../../shared/h';
import { t } from '../../shared/i18n';
import { button, card, notice } from '../../shared/parts';
import type { GuideModel } from '../guide-model';
import type { PlanStep } from '../plan/plan';
import { without } from '../plan/progress';
import { footTools, heading, keptNotice, screenLink, whoToCall } from './frame';
import { moreLinks, startAgain } from './start-screen';

const titleId = ({ id }: PlanStep): string => `title-${id}`;

function openAgain(model: GuideModel, step: PlanStep, label: string): HTMLElement {
  async function again(): Promise<void> {
    model.change({ marks: without(model.saved.marks, step.id) });
    await model.page.redraw();
    document.getElementById('heading')?.focus();
  }
  const made = button({ label, id: `again-${step.id}`, onclick: again });
  made.setAttribute('aria-labelledby', `${made.id} ${titleId(step)}`); // heard alone it must say which step
  return made;
}

interface OpenSteps {
  title: string;
  steps: PlanStep[];
  /** On the button of each step, which opens it again. */
  label: string;
  more?: string;
}

function openSteps(model: GuideModel, { title, steps, label, more }: OpenSteps): Child {
  if (steps.length === 0) return null;
  return card(
    h('h2', null, title),
    more !== undefined && h('p', null, more),
    h(
      'ul',
      { class: 'open-steps' },
      ...steps.map((step) =>
        h('li', null, h('span', { id: titleId(step) }, t(step.titleKey)), openAgain(model, step, label)),
      ),
    ),
  );
}

/** After the last step: praise, what is left over, and where help is. */
export function showEnd(root: HTMLElement, model: GuideModel): void {
  const { later, unsolved } = model.standing;
  const onlySaw = model.saved.answers.happened.every((one) => one === 'saw' || one === 'stuck');
  show(
    root,
    heading(t('guide.end')),
    keptNotice(model),
    h('p', { class: 'lead' }, t('guide.endText')),
    onlySaw && unsolved.length === 0 && h('p', null, t('guide.endSaw')),
    notice('good', h('p', null, t('guide.noBlame'))),
    openSteps(model, {
      title: t('guide.endUnsolved'),
      steps: unsolved,
      label: t('guide.tryAgain'),
      more: t('guide.endUnsolvedHelp'),
    }),
    openSteps(model, { title: t('guide.endLater'), steps: later, label: t('guide.doNow') }),
    h('p', null, t('guide.endMore')),
    whoToCall(model),
    moreLinks(),
    h(
      'div',
      { class: 'row no-read' },
      screenLink('change', t('guide.changeAnswers'), 'undo'),
      startAgain(model),
    ),
    footTools(root, model),
  );
}
