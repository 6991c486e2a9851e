import { NO_ANSWERS } from '../../../../src/ui/guide/plan/answers';
import type { Situation } from '../../../../src/ui/guide/plan/plan';

/** Someone at a usual computer who has answered nothing yet. */
export const situation: Situation = {
  answers: NO_ANSWERS,
  system: 'windows-11',
  browser: 'chrome',
  country: 'FR',
  canCallHelpdesk: false,
  closed: false,
};
