import { HAPPENINGS, inOrder, type Happening } from './plan/answers';

/** Screens of the guide with an address of their own: guide.html#<name>. */
const SCREENS = ['start', 'plan', 'tools', 'bank', 'letter', 'help', 'how', 'repair', 'tell'] as const;
export type ScreenName = (typeof SCREENS)[number];

export interface Route {
  screen: ScreenName;
  /** Answers given by the address itself (#saw, #remote,paid). */
  answers: Happening[];
  /** Came to go on where it stopped (#resume). */
  resume: boolean;
  /** Came from its plan to change the answers (#change): also of a finished one, what was done stays done. */
  change: boolean;
}

/** What the part behind # asks for; anything unknown is the first screen. */
export function readRoute(hash: string): Route {
  const words = hash.replace(/^#/, '').split(',');
  const answers = inOrder(HAPPENINGS, words);
  const screen = SCREENS.find((name) => name === words[0]) ?? 'start';
  return { screen, answers, resume: words[0] === 'resume', change: words[0] === 'change' };
}
