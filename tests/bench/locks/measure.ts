import type { LockServer } from '../../pages/locks/serve';
import type { Technique } from '../../pages/locks/technique';
import type { Outcome, Way } from './row';
import { runOnce } from './run-once';
import type { Session } from './session';

const ASKED: readonly Way[] = ['key', 'toolbar', 'warning'];
let serial = 0;
let measured = 0;

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
  measured += 1;
  for (const [index, way] of [...alone, ...asked].entries()) {
    // Every second press, over all techniques every second one of each way, wakes a worker that is asleep.
    const asleep = way !== 'itself' && (index + measured) % 2 === 0;
    const tryReturn = index === 0 || index === alone.length;
    const once = () => runOnce({ session, server, technique, run: `r${++serial}`, asleep }, way, tryReturn);
    let outcome = await once();
    if (outcome.trouble !== '') {
      const { windowLost } = outcome;
      outcome = { ...(await once()), retried: true };
      outcome.windowLost ||= windowLost;
    }
    outcomes.push(outcome);
  }
  return outcomes;
}
