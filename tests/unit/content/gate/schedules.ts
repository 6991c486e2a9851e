import { afterEach, beforeEach } from 'vitest';
import { LookSchedule } from '../../../../src/content/gate/look-schedule';
import { useOwnTime, useRealTime } from '../own-time';

/** All schedules of a file watch the same document: each is ended after its test. */
const begun: LookSchedule[] = [];

/** Starts a schedule that calls `look`. */
export function begin(look: () => void): LookSchedule {
  const schedule = new LookSchedule(look);
  begun.push(schedule);
  schedule.start();
  return schedule;
}

/** To be called once in a file of tests: each has a clock of its own and no schedule of the one before. */
export function eachWithItsOwnSchedules(): void {
  beforeEach(useOwnTime);
  afterEach(() => {
    for (const schedule of begun.splice(0)) schedule.stop();
    useRealTime();
  });
}
