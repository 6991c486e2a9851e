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
    '<p>Call 1&nbsp;888&nbsp;555&nbsp;0178</p>',
    '<p>Call 1&#160;888&#xA0;555&thinsp;0178</p>',
    '<p>Call 1\u00a0888\u2009555\u202f0178</p>',
    '<p>Call 1\u2013888\u2011555\u22120178</p>',
    '<p>Call \uff11-\uff18\uff18\uff18-\uff15\uff15\uff15-\uff10\uff11\uff17\uff18</p>',
    '<p>Call &#49;-&#56;&#56;&#x38;-555-0178</p>',
    '<p>Call 1-888-<b>555</b>-<!-- -->0178</p>',
    '<p>Call <span>1</span> (<b class="big">888</b>)\n  <i>555</i>&nbsp;&ndash;&nbsp;0178</p>',
    '<p>Call 1/888/555/0178 or 01/99/00/12/34</p>',
    '<a title="1&nbsp;888&nbsp;555&nbsp;0178" onclick="call(\'1/888/555/0178\')">Help</a>',
    '<script>help.innerHTML = "1-888-<b>555</b>-0178", other = "1&nbsp;888&nbsp;555\\u00a00178";</script>',
  ])('are not kept: %s', (html) => {
    const kept = withoutNumbers(html);
    expect(kept).toContain(html.slice(0, 3));
    expect(kept.replaceAll(/\P{Nd}/gu, '').replaceAll(/1*8885550100/g, '')).toBe('');
    expect(kept).not.toMatch(/&#(?:x3|[45])/);
  });

  it('are taken out from between tags, which stay', () => {
    const kept = withoutNumbers('<p>Call 1-888-<b class="x">555</b>-0178 <i>now</i></p>');
    expect(kept).toBe('<p>Call +1 888 555 0100<b class="x"></b> <i>now</i></p>');
  });

  it.each([
    '<p>On 28/11/2026, at 9:41</p>',
    '<li>1234</li><li>5678</li><li>9012</li>',
    '<p>Case 1234567</p>',
  ])('are not seen in what is none: %s', (html) => expect(withoutNumbers(html)).toBe(html));

  it('are looked for in no more than a moment, however long the page', () => {
    const begin = Date.now();
    for (const part of ['1 ', '1&nbsp;', '1<b>', '( ', '12345 x', '&#49', '1-888 ' + '-'.repeat(9)])
      withoutNumbers(part.repeat(50_000));
    expect(Date.now() - begin).toBeLessThan(3_000);
  });

  it.each([
    'lock = Date.now() > 1700000000000 && 4294967295 >>> 0;',
    'lock = speed * 0.70710678118 + (1280) - (200);',
    'lock = 1700000000000 - 86400000 / 2 + 43758.5453123;',
    'lock = side(100)-20000000+4294967295;',
    'days = Math.floor(left / 86400000) + left/1000/60/60/24 + 1/888/555/100;',
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
