// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { begin, eachWithItsOwnSchedules } from './schedules';

const parser = vi.hoisted(() => ({ isAtWork: false }));
vi.mock('../../../../src/content/safe-document', async (original) => ({
  ...(await original<object>()),
  isLoading: () => parser.isAtWork,
}));

eachWithItsOwnSchedules();

const SVG = 'http://www.w3.org/2000/svg';

/** The parser puts it in; a microtask later the change is told. */
async function put(where: Element, element: Element, words = ''): Promise<void> {
  element.textContent = words;
  where.append(element);
  await vi.advanceTimersByTimeAsync(0);
}

describe('while a document without a body is parsed', () => {
  const root = document.documentElement;
  beforeEach(() => {
    parser.isAtWork = true;
    root.replaceChildren();
  });
  afterEach(() => {
    parser.isAtWork = false;
    root.replaceChildren(document.createElement('head'), document.createElement('body'));
  });

  it('looks at its words before a script that follows them can jam it', async () => {
    const look = vi.fn();
    begin(look);
    await put(root, document.createElement('div'), 'words');
    expect(look).not.toHaveBeenCalled();
    await put(root, document.createElement('script'));
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('and at what is beside a head', async () => {
    const look = vi.fn();
    begin(look);
    await put(root, document.createElement('head'));
    await put(root, document.createElement('div'), 'words');
    await put(root, document.createElement('script'));
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('looks at drawn words, which stand in one group, as soon', async () => {
    const look = vi.fn();
    root.append(document.createElementNS(SVG, 'g'));
    begin(look);
    const group = root.firstElementChild ?? root;
    await put(group, document.createElementNS(SVG, 'text'), 'words');
    await put(group, document.createElementNS(SVG, 'script'));
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('looks by the clock where it never ends to load', async () => {
    const look = vi.fn();
    begin(look);
    await put(root, document.createElement('div'), 'words');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(look).toHaveBeenCalled();
  });

  it('a head alone shows nothing, whatever scripts it has', async () => {
    const look = vi.fn();
    begin(look);
    const head = document.createElement('head');
    await put(root, head);
    await put(head, document.createElement('title'), 'words');
    await put(head, document.createElement('script'));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(look).not.toHaveBeenCalled();
  });
});
