import { BOXES, type FrameFacts } from '../facts';
import { cleanText } from '../text/normalise';

/** A picture with this share of the page may say what no words do. */
const MOST_OF_IT = 0.5;

/** Not read yet (see unread-frame.ts), or read behind its box in Firefox before there was anything in it. */
function saysNothingElse({ looks, words, title, actTexts }: FrameFacts): boolean {
  // As its words are counted: without letters that nobody sees, of which a box can have as many as it likes.
  const said = [title, ...actTexts].reduce((sum, text) => sum + cleanText(text).length, 0);
  return looks.pictureCover < MOST_OF_IT && words.length <= said;
}

/** Whether nothing is known of a page but its title and the boxes that it has opened: no word of its own, no picture. */
export const saysOnlyActTexts = (frames: readonly FrameFacts[]): boolean =>
  frames.every(saysNothingElse) && frames.some(({ acts }) => BOXES.some((name) => acts[name]));
