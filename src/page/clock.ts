import { now } from './natives';

/** ms since `from`. Very many where the clock was put back (`>>> 0` of what is below 0), so that nothing waits for it. */
export const since = (from: number): number => (now() - from) >>> 0;
