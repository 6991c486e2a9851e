import steps from '../../src/texts/en/guide-steps.json';
import { HAPPENINGS } from '../../src/ui/guide/plan/answers';

/** Walks through the guide, as code to run inside its page. */

/** Each answer alone, and mixtures of them. */
export const BRANCHES = [
  ['saw'],
  ['stuck'],
  ['called'],
  ['remote'],
  ['paid'],
  ['secrets'],
  ['stuck', 'called'],
  ['remote', 'paid'],
  ['stuck', 'remote', 'paid', 'secrets'],
];

export interface Walk {
  /** Headings of the steps, in the order they came. */
  titles: string[];
  end: string;
  /** Focus was on the new heading after each step. */
  focusKept: boolean;
}

/** Runs inside the page: answers the question, then each step with the marks in turn, until there is no step. */
async function walkThrough(happened: string[], marks: string[]): Promise<Walk> {
  const heading = (): HTMLElement | null => document.querySelector('#heading');
  const moved = async (from: HTMLElement | null): Promise<void> => {
    for (let wait = 0; wait < 100 && (heading() === from || heading() === null); wait += 1)
      await new Promise((done) => setTimeout(done, 20));
    await new Promise((done) => setTimeout(done, 20));
  };
  const press = async (selector: string): Promise<void> => {
    const from = heading();
    document.querySelector<HTMLElement>(selector)?.click();
    await moved(from);
  };
  for (const one of happened) document.querySelector<HTMLElement>(`[name=happened][value=${one}]`)?.click();
  await press('[type=submit]');
  const walk: Walk = { titles: [], end: '', focusKept: true };
  while (document.querySelector('#done') && walk.titles.length < 60) {
    walk.titles.push(heading()?.textContent ?? '');
    await press(`#${marks[walk.titles.length % marks.length]}`);
    walk.focusKept &&= document.activeElement === heading();
  }
  walk.end = heading()?.textContent ?? '';
  return walk;
}

/** `walkThrough` with its answers, to be run in the page. */
export function walk(happened: string[], marks: string[]): string {
  return `(${walkThrough.toString()})(${JSON.stringify(happened)}, ${JSON.stringify(marks)})`;
}

export interface Mixture {
  happened: string[];
  titles: string[];
  end: string;
}

/** Runs inside the page, on the first screen: each mixture of answers to its end and back, "Done" at every step. */
async function walkMixtures(mixtures: string[][]): Promise<Mixture[]> {
  const heading = (): HTMLElement | null => document.querySelector('#heading');
  const press = async (selector: string): Promise<void> => {
    const from = heading();
    document.querySelector<HTMLElement>(selector)?.click();
    for (let wait = 0; wait < 500 && (heading() === from || heading() === null); wait += 1)
      await new Promise((done) => setTimeout(done));
  };
  const walks: Mixture[] = [];
  for (const happened of mixtures) {
    for (const one of happened) document.querySelector<HTMLElement>(`[name=happened][value=${one}]`)?.click();
    await press('[type=submit]');
    const titles: string[] = [];
    while (document.querySelector('#done') && titles.length < 60) {
      titles.push(heading()?.textContent ?? '');
      await press('#done');
    }
    walks.push({ happened, titles, end: heading()?.textContent ?? '' });
    document.querySelector<HTMLElement>('#start-again')?.click();
    await press('#start-again-yes');
  }
  return walks;
}

/** All mixtures of the answers; "only saw" counts for nothing beside another, so that it is mixed in once. */
const OTHERS = HAPPENINGS.filter((one) => one !== 'saw');
export const MIXTURES = [
  ['saw'],
  ['saw', 'paid'],
  ...Array.from({ length: 2 ** OTHERS.length - 1 }, (_none, at) =>
    OTHERS.filter((_one, bit) => ((at + 1) >> bit) & 1),
  ),
];
/** As many as one question to the browser has time for. */
export const AT_ONCE = 9;

/** In this order whenever they come. */
export const ORDER = [
  'hang-up',
  'bank-today',
  'disconnect',
  'hold-esc',
  'remove-tool',
  'passwords',
  'letter',
  'tell-someone',
];

export function titleOf(step: string): string {
  return (steps as Record<string, string>)[`step.${step}.title`] ?? '';
}

/** `walkMixtures` for some of MIXTURES, to be run in the page. */
export function walkSome(mixtures: string[][]): string {
  return `(${walkMixtures.toString()})(${JSON.stringify(mixtures)})`;
}
