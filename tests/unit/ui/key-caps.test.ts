// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';

const commands = vi.hoisted(() => ({ getAll: vi.fn() }));
vi.mock('../../../src/browser/api', () => ({ browser: { commands } }));

import { loadTexts } from '../../../src/ui/shared/i18n';
import { closeKeys, keyCaps } from '../../../src/ui/shared/key-caps';

describe('our keys', () => {
  it('are those the person set, none where there are none', async () => {
    commands.getAll.mockResolvedValueOnce([
      { name: 'open-guide', shortcut: 'Alt+Shift+G' },
      { name: 'close-scam-tab', shortcut: 'Ctrl+Shift+F9' },
    ]);
    expect(await closeKeys()).toEqual(['Ctrl', 'Shift', 'F9']);
    commands.getAll.mockResolvedValueOnce([{ name: 'close-scam-tab', shortcut: '' }]);
    expect(await closeKeys()).toEqual([]);
  });

  it('do not keep a page from opening where the browser has no commands', async () => {
    commands.getAll.mockImplementationOnce(() => {
      throw new TypeError('not here');
    });
    expect(await closeKeys()).toEqual([]);
  });

  it('are called what stands on the keyboard of the language', async () => {
    await loadTexts('fr', ['common']);
    expect(keyCaps(['Alt', 'Shift', 'Q']).textContent).toBe('Alt + Maj ⇧ + Q');
    expect(keyCaps(['esc']).textContent).toBe('Échap');
    await loadTexts('de', ['common']);
    expect(keyCaps(['ctrl', 'del']).textContent).toBe('Strg + Entf');
  });
});
