import type { ContentMessage } from '../../../src/messages/content-messages';

/** What a locker says, written by us. */
export const WORDS =
  'Your computer has been blocked\nMicrosoft has found a virus. Your bank details are being stolen.\n' +
  'Call Microsoft Support now: +1 888 555 0100\nDo not restart your computer.';

/** A gate that opens, and the text it tells. */
export const gate = (text: string): ContentMessage => ({ type: 'gate', title: '', referrer: '', text });
