// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { addressBreaks } from '../../../src/ui/shared/address-breaks';
import { h } from '../../../src/ui/shared/h';
import { buttonLink } from '../../../src/ui/shared/parts';

const drawn = (text: string) => h('p', null, ...addressBreaks(text));

describe('an address on a narrow screen', () => {
  it('may end a line behind each of its strokes, never inside of a name or between two strokes', () => {
    expect(drawn('To change it, open edge://extensions/shortcuts.').innerHTML).toBe(
      'To change it, open edge://<wbr>extensions/<wbr>shortcuts.',
    );
  });

  it('may end a line before a dot within a name, also on a button, and not behind a sentence', () => {
    const link = buttonLink('Cybermalveillance.gouv.fr', 'https://www.example/', 'globe');
    expect(link.querySelector('span')?.innerHTML).toBe('Cybermalveillance<wbr>.gouv<wbr>.fr');
    expect(drawn('Done. Version 1.2, at 3.').innerHTML).toBe('Done. Version 1.2, at 3.');
  });

  it('reads and is copied as it is', () => {
    expect(drawn('chrome://settings/content/notifications').textContent).toBe(
      'chrome://settings/content/notifications',
    );
  });

  it('leaves a sentence without one alone', () => {
    expect(drawn('Open the settings.').innerHTML).toBe('Open the settings.');
  });
});
