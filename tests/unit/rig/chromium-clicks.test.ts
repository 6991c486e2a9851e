import { expect, it } from 'vitest';
import { ChromiumClicks } from '../../rig/chromium-clicks';

const PAGE = 'target-1';
const late = () => new Error('Input.dispatchMouseEvent: no answer in 1000 ms');
const refused = () => new Error('Input.dispatchMouseEvent: Session with given id not found.');

interface Told {
  /** What the page says to a press and to its release. */
  press?: Error;
  release?: Error;
  crashed?: string;
  targets?: string[];
}

/** What a click on the page comes to; '' where it is no trouble. */
async function clicked({ press, release, crashed, targets = [PAGE] }: Told): Promise<string> {
  const asked: string[] = [];
  const send = (method: string, params: { type?: string } = {}) => {
    if (method === 'Target.getTargets')
      return Promise.resolve({ targetInfos: targets.map((targetId) => ({ targetId })) });
    asked.push(params.type ?? '');
    const answer = params.type === 'mousePressed' ? press : release;
    return answer ? Promise.reject(answer) : Promise.resolve({});
  };
  const on = (_event: string, listener: (params: object) => void) => {
    if (crashed) listener({ targetId: crashed });
  };
  const clicks = new ChromiumClicks({ on, send } as never); // all that a click asks of the pipe
  const trouble = await clicks.click(PAGE, 'session', { x: 1, y: 1 }).catch(({ message }: Error) => message);
  expect(asked).toEqual(['mouseMoved', 'mousePressed', 'mouseReleased']);
  return trouble ?? '';
}

it('a page that answers was clicked, and so was one that sits in a dialog, or was closed by the click', async () => {
  expect(await clicked({})).toBe('');
  expect(await clicked({ press: late(), release: late() })).toBe('');
  expect(await clicked({ release: refused() })).toBe('');
  expect(await clicked({ press: refused(), release: refused(), targets: [] })).toBe('');
});

it('a page that has crashed was not, until it is loaded again', async () => {
  expect(await clicked({ press: late(), release: late(), crashed: PAGE })).toBe('The page has crashed.');
  expect(await clicked({ press: late(), release: late(), crashed: 'target-2' })).toBe('');
  expect(await clicked({ crashed: PAGE })).toBe('');
});

it('nor was one that is there and takes no click', async () => {
  expect(await clicked({ press: refused(), release: refused() })).toMatch(/Session with given id not found/);
});
