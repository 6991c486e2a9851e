// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { h, show, svg } from '../../../src/ui/shared/h';
import { ICON_NAMES, icon } from '../../../src/ui/shared/icon';

describe('h', () => {
  it('makes elements with attributes, properties, listeners and nested children', () => {
    const onclick = vi.fn();
    const made = h('button', { class: 'a', onclick, hidden: true, disabled: false, 'aria-label': 'x' }, [
      '1',
      [2, null],
    ]);
    made.click();
    expect(made.outerHTML).toBe('<button class="a" hidden="" aria-label="x">12</button>');
    expect(onclick).toHaveBeenCalledOnce();
    expect(h('select', { value: 'b' }, h('option', { value: 'a' }), h('option', { value: 'b' })).value).toBe(
      'b',
    );
  });

  it('keeps text text', () => {
    const made = h('p', null, '<img src=x onerror=alert(1)>');
    expect(made.children).toHaveLength(0);
    expect(made.textContent).toContain('<img');
  });

  it.each([
    ['style', 'color:red'],
    ['srcdoc', '<p>'],
    ['innerHTML', '<p>'],
    ['onclick', 'alert(1)'],
    ['href', 'javascript:alert(1)'],
    ['href', ' javascript:alert(1)'],
    ['src', 'data:text/html,x'],
    ['href', 'http://example.org'],
  ])('refuses %s="%s"', (name, value) => {
    expect(() => h('a', { [name]: value })).toThrow(TypeError);
  });

  it('replaces what was there', () => {
    const box = h('div', null, 'old');
    show(box, 'new', h('b', null, '!'));
    expect(box.innerHTML).toBe('new<b>!</b>');
  });

  it('draws every icon, hidden from screen readers', () => {
    for (const name of ICON_NAMES) {
      const drawn = icon(name);
      expect(drawn.getAttribute('aria-hidden')).toBe('true');
      for (const path of drawn.children) expect(path.getAttribute('d'), name).toMatch(/^M[\d.\sa-z-]+$/i);
    }
    expect(svg('path', { d: 'M0 0' }).namespaceURI).toBe('http://www.w3.org/2000/svg');
  });
});
