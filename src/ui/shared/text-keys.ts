/**
 * The names of all texts, of the English files: a misspelt key does not compile. Types alone: nothing of the files comes
 * into a bundle.
 */
import type common from '../../texts/en/common.json';
import type errors from '../../texts/en/errors.json';
import type guard from '../../texts/en/guard.json';
import type guide from '../../texts/en/guide.json';
import type guideHelp from '../../texts/en/guide-help.json';
import type guideLearn from '../../texts/en/guide-learn.json';
import type guidePaid from '../../texts/en/guide-paid.json';
import type guideTools from '../../texts/en/guide-tools.json';
import type journal from '../../texts/en/journal.json';
import type options from '../../texts/en/options.json';
import type popup from '../../texts/en/popup.json';
import type practice from '../../texts/en/practice.json';
import type report from '../../texts/en/report.json';
import type warning from '../../texts/en/warning.json';
import type welcome from '../../texts/en/welcome.json';

type Written =
  | keyof typeof common
  | keyof typeof errors
  | keyof typeof guard
  | keyof typeof guide
  | keyof typeof guideHelp
  | keyof typeof guideLearn
  | keyof typeof guidePaid
  | keyof typeof guideTools
  | keyof typeof journal
  | keyof typeof options
  | keyof typeof popup
  | keyof typeof practice
  | keyof typeof report
  | keyof typeof warning
  | keyof typeof welcome;

/** "key.one", "key.other": asked for as "key". */
type WithoutForm<Key> = Key extends `${infer Bare}.${Intl.LDMLPluralRule}` ? Bare : never;

/** Their ends come of data: the catalogue of steps, rules/, the worker's answers. Tests know that each has a text. */
type OfData =
  | `step.${string}.${string}`
  | `reason.${string}`
  | `help.${'purpose' | 'note'}.${string}`
  | `tool.${'extra' | 'remove'}.${string}`
  | `guide.case.part.${string}`;

/** The name of a text, as `t` takes it. */
export type TextKey = Written | WithoutForm<Written> | OfData;

type Asked<Key> = Key extends `${infer Bare}Sure` ? Bare : never;

type WithAnswers<Bare> = Bare extends Written & string
  ? `${Bare}No` | `${Bare}Yes` extends Written
    ? Bare
    : never
  : never;

/** The name of a text that has three more beside it, with Sure, No and Yes behind it. */
export type AskedTwiceKey = WithAnswers<Asked<Written>>;
