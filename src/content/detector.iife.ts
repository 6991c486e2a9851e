import { Detector } from './detector/detector';

/** Brought into a frame by the background once its gate has opened; a second time does nothing. */
const KEY = Symbol.for('sangfroid-detector');
const world = globalThis as { [KEY]?: true };

if (!world[KEY]) {
  world[KEY] = true;
  new Detector().start();
}
