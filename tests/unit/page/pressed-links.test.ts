import { expect, it, vi } from 'vitest';
import { watchLinks } from '../../../src/page/acts/links';
import { unitScope } from './unit-scope';

/** What listens, by event: a click of the person can be made by no script. */
const listening = vi.hoisted(() => new Map<string, (event: object) => void>());
vi.mock('../../../src/page/natives', async (original) => ({
  ...(await original<object>()),
  addListener: (type: string, listener: (event: object) => void) => listening.set(type, listener),
  targetOf: (event: { target: object }) => event.target,
  cancelEvent: () => void done.push('cancelled'),
  stopEvent: () => void done.push('stopped'),
}));
const done = vi.hoisted((): string[] => []);

it('a link that the person presses is neither told nor stopped, on a page that was judged neither', () => {
  const link = {};
  const Node = { prototype: { getRootNode: () => undefined } };
  const getAttribute = (name: string): string | null => (name === 'href' ? 'tel:555-0134' : null);
  const Element = { prototype: { getAttribute, closest: () => link } };
  const { scope, claims, defuse } = unitScope({ Node, Element, HTMLElement: { prototype: { click: () => undefined } } });
  watchLinks(scope);
  const press = (isTrusted: boolean): void => listening.get('click')?.({ isTrusted, target: link });
  press(true);
  defuse();
  press(true);
  expect([claims, done]).toEqual([[], []]);
  press(false);
  expect([claims, done]).toEqual([['external-link tel:555-0134'], ['cancelled', 'stopped']]);
}); // prettier-ignore
