/**
 * For tests whose clock leaps to what is waited for next (`nextTimerAsync`): on a busy machine it leaps too far while
 * the test itself waits. What is wrong with the code fails each time.
 */
export const LEAPS = { retry: 3 };
