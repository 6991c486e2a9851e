import type { Technique } from './technique';
import { ASKING } from './techniques/asking';
import { COMBINED } from './techniques/combined';
import { DIALOGS } from './techniques/dialogs';
import { EVASION } from './techniques/evasion';
import { FLOODS } from './techniques/floods';
import { HISTORY } from './techniques/history';
import { LOAD } from './techniques/load';
import { NETWORK } from './techniques/network';
import { SCREEN } from './techniques/screen';
import { SOUND } from './techniques/sound';
import { UNLOAD } from './techniques/unload';
import { WINDOWS } from './techniques/windows';

/** Every locking technique of the bench. */
export const TECHNIQUES: readonly Technique[] = [
  ...DIALOGS,
  ...UNLOAD,
  ...SCREEN,
  ...SOUND,
  ...HISTORY,
  ...WINDOWS,
  ...NETWORK,
  ...ASKING,
  ...LOAD,
  ...FLOODS,
  ...EVASION,
  ...COMBINED,
];
