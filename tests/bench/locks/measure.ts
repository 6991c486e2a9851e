import type { LockServer } from '../../pages/locks/serve';
import type { Technique } from '../../pages/locks/technique';
import type { Outcome, Way } from './row';
import { runOnce } from './run-once';
import type { Session } from './session';

const ASKED: readonly Way[] = ['key', 'toolbar', 'warning'];
let serial = 0;

/** All runs of one technique: `runs` left alone, then each way of closing it by hand; troubled ones once more. */
export async function measure(
  session: Session,
  server: LockServer,
  technique: Technique,
  runs: number,
): Promise<Outcome[]> {
  const alone: Way[] = Array.from({ length: technique.traps ? runs : 1 }, () => 'itself');
  const rounds = Math.ceil(runs / ASKED.length);
  const asked = Array.from({ length: rounds }, () => ASKED).flat();
  const outcomes: Outcome[] = [];
  for (const [index, way] of [...alone, ...asked].entries()) {
    const once = () =>
      runOnce(
        { session, server, technique, run: `r${++serial}` },
        way,
        index === 0 || index === alone.length,
      );
    let outcome = await once();
    if (outcome.trouble !== '') outcome = await once();
    outcomes.push(outcome);
  }
  return outcomes;
}
