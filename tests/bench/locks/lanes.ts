import type { BrowserKind } from '../../rig/browser-rig';
import { Session } from './session';

/** One page in one browser. */
export interface Task {
  kind: BrowserKind;
  dist: string;
  /** The browser's popup blocker is off. */
  popups: boolean;
  run(session: Session): Promise<void>;
}

/** Works the tasks off in `jobs` lanes side by side, each with a screen and a browser of its own. */
export async function runInLanes(tasks: readonly Task[], jobs: number): Promise<void> {
  const waiting = [...tasks];
  await Promise.all(Array.from({ length: jobs }, () => lane(waiting)));
}

async function lane(waiting: Task[]): Promise<void> {
  let session: Session | null = null;
  let now: Task | null = null;
  for (let task = waiting.shift(); task; task = waiting.shift()) {
    if (!session || task.kind !== now?.kind || task.popups !== now.popups) {
      await session?.close();
      session = await Session.open(task.kind, task.dist, task.popups);
    }
    now = task;
    await task.run(session);
  }
  await session?.close();
}
