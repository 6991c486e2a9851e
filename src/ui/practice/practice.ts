import { ownPage } from '../../browser/own-page';
import { closeOwnTab } from '../shared/close-own-tab';
import { h, show, type Child } from '../shared/h';
import { t } from '../shared/i18n';
import { startPage, type Page } from '../shared/page';
import { announce, button, checkbox, notice } from '../shared/parts';
import { startBeeping, stopBeeping } from './beep';
import { endScreen } from './end-screen';
import type { ExerciseRun } from './exercise';
import { focusHeading } from '../shared/focus-heading';
import { buttonExercise } from './exercise-button';
import { escExercise } from './exercise-esc';
import { keysExercise } from './exercise-keys';
import { windowExercise } from './exercise-window';
import {
  advance,
  AT_START,
  endNow,
  EXERCISES,
  positionOf,
  before,
  type Exercise,
  type Outcome,
  type Progress,
} from './stages';
import { windowScreen } from './window-screen';

const RUNS: Record<Exercise, (run: ExerciseRun) => () => void> = {
  esc: escExercise,
  keys: keysExercise,
  button: buttonExercise,
  window: windowExercise,
};

let progress: Progress = AT_START;
let sound = false;
let endExercise: (() => void) | null = null;

function stop(): void {
  endExercise?.();
  endExercise = null;
  stopBeeping();
}

async function goTo(next: Progress, page: Page): Promise<void> {
  stop();
  progress = next;
  await page.redraw();
  if (endExercise === null) focusHeading(); // else the exercise puts the focus where it belongs
}

function startScreen(page: Page): Child[] {
  const begin = button({
    id: 'start',
    kind: 'main',
    big: true,
    icon: 'play',
    label: t('practice.start'),
    onclick: () => goTo(advance(AT_START, 'passed-over'), page),
  });
  return [
    h('h1', null, t('practice.title')),
    h('p', { class: 'lead' }, t('practice.lead')),
    notice('good', h('p', null, t('practice.safe'))),
    checkbox({
      label: t('practice.sound'),
      hint: t('practice.soundHint'),
      checked: sound,
      onchange: (on) => (sound = on),
    }),
    h('div', { class: 'row' }, begin, leaveButton(t('practice.notNow'))),
  ];
}

function leaveButton(label: string): HTMLElement {
  return button({
    id: 'leave-page',
    label,
    onclick: () => closeOwnTab(ownPage('guide')),
  });
}

/** What is said of an exercise that was done: opening our small window closes nothing yet. */
function praise(exercise: Exercise | undefined): string {
  return t(exercise === 'button' ? 'practice.button.right' : 'practice.right');
}

function exerciseScreen(root: HTMLElement, exercise: Exercise, page: Page): void {
  const box = h('div', null);
  let over = false;
  function finish(outcome: Outcome): void {
    if (over) return;
    over = true;
    if (outcome === 'done') announce(praise(exercise));
    void goTo(advance(progress, outcome), page);
  }
  show(
    root,
    progress.praised && notice('good', h('p', null, praise(before(exercise)))),
    h('p', { class: 'quiet' }, t('practice.place', { place: positionOf(exercise), all: EXERCISES.length })),
    h('h1', null, t(`practice.${exercise}.title`)),
    box,
    h(
      'div',
      { class: 'row' },
      button({ id: 'skip', label: t('practice.skip'), onclick: () => finish('passed-over') }),
      leaveButton(t('practice.leave')),
    ),
  );
  const leave = (): Promise<void> => goTo(endNow(progress), page);
  endExercise = RUNS[exercise]({ root: box, leave, succeed: () => finish('done') });
  if (sound && exercise !== 'window') startBeeping();
}

void startPage({
  areas: ['practice'],
  title: 'practice.title',
  render(root, page) {
    stop();
    const { stage } = progress;
    if (new URLSearchParams(location.search).has('window')) show(root, windowScreen());
    else if (stage === 'start') show(root, startScreen(page));
    else if (stage === 'end')
      show(
        root,
        endScreen(progress, () => goTo(advance(AT_START, 'passed-over'), page)),
      );
    else exerciseScreen(root, stage, page);
  },
});
