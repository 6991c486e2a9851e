import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { withoutNumbers } from '../../../tools/kit/without-numbers';

describe('the numbers of a saved kit', () => {
  it.each([
    '<p>Call +1 (888) 555-0199 now</p>',
    '<p>01.99.00.12.34 or 18885550177</p>',
    '<a href="tel:+18885550155">Help</a>',
    '<script>const phone = "1-888-555-0166", other = "18885550144", said = \'Call (888)-555-0133!\';</script>',
    '<script>const phone = "1 888.555.0166", other = "+1 (888) 555 0144";</script>',
    '<button onclick="location = \'tel:18885550122\'">Help</button>',
    '<title>Call 1 888 555 0111</title>',
  ])('are not kept: %s', (html) => {
    const kept = withoutNumbers(html);
    expect(kept).toContain(html.slice(0, 3));
    expect(kept.replaceAll(/\D/g, '').replaceAll(/1*8885550100/g, '')).toBe('');
  });

  it.each([
    'lock = Date.now() > 1700000000000 && 4294967295 >>> 0;',
    'lock = speed * 0.70710678118 + (1280) - (200);',
    'lock = 1700000000000 - 86400000 / 2 + 43758.5453123;',
    'lock = side(100)-20000000+4294967295;',
  ])('leave a script able to run: %s', (code) => {
    expect(() => new Script(code)).not.toThrow();
    const left = /<script>(.*)<\/script>/.exec(withoutNumbers(`<p>Hi</p><script>${code}</script>`))?.[1];
    expect(() => new Script(left ?? '?')).not.toThrow();
  });

  it('leave the code of an attribute able to run', () => {
    const html = '<body onclick="if (Date.now() > 1700000000000) lock()">Hi</body>';
    expect(withoutNumbers(html)).toBe('<body onclick="if (Date.now() > 18885550100) lock()">Hi</body>');
  });

  it('leave what lies over the page on top of it', () => {
    const html = '<style>div { z-index: 2147483647 }</style><div style="z-index:999999999">';
    expect(withoutNumbers(html).match(/z-index: ?\d+[ "]/g)).toHaveLength(2);
  });
});
