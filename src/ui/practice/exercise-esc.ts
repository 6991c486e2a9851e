import { rich, t } from '../shared/i18n';
import { keyCaps } from '../shared/key-caps';
import { EscHold, type Hold } from './esc-hold';
import { enterFullScreen, leaveFullScreen } from './full-screen';
import { hint, imitation } from './imitation';
import type { ExerciseRun } from './exercise';

/**
 * Holding Esc: the imitation fills the screen, the long Esc leads out. Where a short one does, too, the person goes on
 * in the page, which sees the key from then on.
 */
export function escExercise({ root, leave, succeed }: ExerciseRun): () => void {
  const task = rich('practice.esc.task', { key: keyCaps(['esc']) });
  const stage = imitation(task, { label: t('practice.leave'), act: leave });
  root.append(stage);
  const hold = new EscHold();
  let wasFull = false;
  let seen: Hold = 'none';
  function judge(state: Hold): void {
    seen = state;
    if (state === 'long-enough') succeed();
    else if (state !== 'none') hint(t(`practice.esc.${state}`));
  }
  const down = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') judge(hold.press(performance.now()));
  };
  const up = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') judge(hold.release(performance.now()));
  };
  const full = (): void => {
    if (document.fullscreenElement) wasFull = true;
    else if (wasFull && seen === 'holding')
      succeed(); // the browser itself let the person out
    else if (wasFull) hint(t('practice.esc.too-short')); // of a press that it kept to itself nobody knows how long it was
  };
  document.addEventListener('keydown', down);
  document.addEventListener('keyup', up);
  document.addEventListener('fullscreenchange', full);
  void enterFullScreen(stage).then(() => stage.querySelector<HTMLElement>('#leave')?.focus());
  return () => {
    document.removeEventListener('keydown', down);
    document.removeEventListener('keyup', up);
    document.removeEventListener('fullscreenchange', full);
    void leaveFullScreen();
  };
}
