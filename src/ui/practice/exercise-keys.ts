import { CLOSE_COMMAND } from '../../browser/commands';
import { browser } from '../../browser/api';
import { h } from '../shared/h';
import { rich, t } from '../shared/i18n';
import { closeKeys, keyCaps } from '../shared/key-caps';
import { notice } from '../shared/parts';
import { focusHeading } from '../shared/focus-heading';
import type { ExerciseRun } from './exercise';
import { imitation } from './imitation';

/** Our keys, as they are really set: the browser tells us when they were pressed. */
export function keysExercise({ root, leave, succeed }: ExerciseRun): () => void {
  const pressed = (command: string): void => {
    if (command === CLOSE_COMMAND) succeed();
  };
  browser.commands.onCommand.addListener(pressed);
  void draw();
  return () => browser.commands.onCommand.removeListener(pressed);

  async function draw(): Promise<void> {
    const keys = await closeKeys();
    if (keys.length === 0) {
      root.append(notice('note', h('p', null, t('practice.keys.none'))));
      return focusHeading();
    }
    const task = rich('practice.keys.task', { keys: keyCaps(keys) });
    const stage = imitation(task, { label: t('practice.leave'), act: leave });
    root.append(stage);
    stage.querySelector<HTMLElement>('#leave')?.focus();
  }
}
