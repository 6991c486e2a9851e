/** Which browser this build is for; set by vite.config.ts, so the other branch is dropped from the bundle. */
declare const __TARGET__: 'chrome' | 'firefox';

export const TARGET: 'chrome' | 'firefox' = typeof __TARGET__ === 'undefined' ? 'chrome' : __TARGET__;
export const IS_FIREFOX = TARGET === 'firefox';
