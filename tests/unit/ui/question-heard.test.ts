// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { deleteButton } from '../../../src/ui/journal/delete-button';
import { askTwice } from '../../../src/ui/shared/ask-twice';
import { loadTexts } from '../../../src/ui/shared/i18n';

beforeAll(() => loadTexts('en', ['common', 'errors', 'popup', 'journal']));

/** What a screen reader adds to the name of the button that has the keyboard now. */
function heard(): string | null | undefined {
  const at = document.activeElement?.getAttribute('aria-describedby') ?? '';
  return document.getElementById(at)?.textContent;
}

describe('a question that takes the keyboard to its safe answer', () => {
  it('is heard there: deleting the list', () => {
    const question = 'Delete every entry?';
    document.body.replaceChildren(
      deleteButton('delete-all', 'Delete', question, () => Promise.resolve(true)),
      deleteButton('delete-one', 'Delete', 'Delete this one?', () => Promise.resolve(true)),
    );
    document.getElementById('delete-one')?.click();
    document.getElementById('delete-all')?.click();
    expect(document.activeElement?.id).toBe('delete-all-no');
    expect(heard()).toBe(question);
  });

  it('is heard there: trusting a site beside a warning', () => {
    const values = { host: 'garden.example' };
    const work = () => Promise.resolve(null);
    document.body.replaceChildren(askTwice({ first: { id: 'safe' }, texts: 'popup.safe', values, work }));
    document.getElementById('safe')?.click();
    expect(document.activeElement?.id).toBe('safe-no');
    expect(heard()).toContain('Sangfroid will trust garden.example from now on.');
  });
});

describe('the keyboard after the second press', () => {
  const spoken = () => document.querySelector('[aria-live]')?.textContent ?? '';
  /** Pressed "yes", with the keyboard there or, before the work is done, elsewhere. */
  async function answered(elsewhere: boolean): Promise<Element | null> {
    const other = document.createElement('button');
    const work = () => Promise.resolve(other.focus()).then(() => 'popup.missedDone' as const);
    const first = { id: 'safe' };
    const asked = askTwice({
      first,
      texts: 'popup.safe',
      work: elsewhere ? work : async () => 'popup.missedDone',
    });
    document.body.replaceChildren(asked, other);
    document.getElementById('safe')?.click();
    document.getElementById('safe-yes')?.focus();
    document.getElementById('safe-yes')?.click();
    await vi.waitFor(() => expect(asked.textContent).toContain('Thank you.'));
    return document.activeElement;
  }

  it('is on what came of it', async () => {
    const at = await answered(false);
    expect([at?.tagName, at?.textContent]).toEqual(['P', 'Thank you. You can close this tab now.']);
    expect(spoken(), 'heard once').toBe('');
  });

  it('stays where the person has taken it meanwhile', async () => {
    expect((await answered(true))?.tagName).toBe('BUTTON');
    expect(spoken()).toBe('Thank you. You can close this tab now.');
  });
});
