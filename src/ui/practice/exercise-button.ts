import { browser } from '../../browser/api';
import { h } from '../shared/h';
import { t } from '../shared/i18n';
import type { ExerciseRun } from './exercise';
import { imitation } from './imitation';

const LOOK_MS = 250;

/** Our button in the toolbar: done when our small window is open. */
export function buttonExercise({ root, leave, succeed }: ExerciseRun): () => void {
  const stage = imitation([t('practice.button.task')], { label: t('practice.leave'), act: leave });
  stage.querySelector('#task')?.append(h('p', null, t('practice.button.where')));
  root.append(stage);
  stage.querySelector<HTMLElement>('#leave')?.focus();
  const timer = setInterval(() => {
    if (browser.extension.getViews({ type: 'popup' }).length > 0) succeed();
  }, LOOK_MS);
  return () => clearInterval(timer);
}
