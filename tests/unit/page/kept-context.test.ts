import { describe, expect, test } from 'vitest';
import { useHookPages } from './use-hook-pages';

const pages = useHookPages();

/** A canvas of a frame's first, empty document; the frame then loads a page of another origin, and the canvas lives on. */
const PAINTS = `
  const frame = document.body.appendChild(document.createElement('iframe'));
  const canvas = frame.contentDocument.createElement('canvas');
  const context = canvas.getContext('2d');
  document.body.append(canvas);
  const loaded = new Promise((done) => frame.addEventListener('load', done));
  frame.src = 'data:text/html,<p>another origin';
  await loaded;
  const thrown = [];
  addEventListener('error', ({ message }) => thrown.push(message));
  let painted = 0;
  for (let line = 0; line < 60; line += 1) {
    try { context.fillText('a line of a real page, ' + line, 5, 5); painted += 1; } catch (error) { thrown.push(String(error)); }
    await new Promise((done) => setTimeout(done, 20));
  }
  return [painted, thrown];`;

describe('a canvas that outlives the page of its frame', () => {
  test('is painted on as without us, and no error reaches the page', async () => {
    expect(await pages.run(PAINTS)).toEqual([60, []]);
  });
});
