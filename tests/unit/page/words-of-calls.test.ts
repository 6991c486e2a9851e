import { describe, expect, it } from 'vitest';
import { watchCommand } from '../../../src/page/acts/clipboard';
import { watchDialogs } from '../../../src/page/acts/dialogs';
import type { PageWindow } from '../../../src/page/natives';
import type { Unit } from '../../../src/page/scope';

/** What a unit tells of a window that has these members. */
function claimsIn(window: object, unit: Unit): unknown[] {
  const claims: unknown[] = [];
  const nothing = (): void => undefined;
  unit({
    window: window as PageWindow, // as much of one as the unit asks for
    claim: (act, detail) => claims.push([act, detail]),
    defused: () => false,
    onDefuse: nothing,
    undo: nothing,
    adopt: nothing,
  });
  return claims;
}

describe('the words of a dialog', () => {
  const dialogs = () => {
    const prompt: (...all: unknown[]) => string = () => 'typed';
    return { alert: () => undefined, confirm: () => true, prompt };
  };

  it('are also those that a prompt has in its field', () => {
    const window = dialogs();
    const claims = claimsIn(window, watchDialogs);
    expect(window.prompt('Windows is locked.', 'Call 1-888-555-0134')).toBe('typed');
    expect(claims).toEqual([['prompt', 'Windows is locked.\nCall 1-888-555-0134']]);
  });

  it('are those of a prompt alone where its field is empty', () => {
    const window = dialogs();
    const claims = claimsIn(window, watchDialogs);
    window.prompt('Your name?');
    expect(claims).toEqual([['prompt', 'Your name?']]);
  });
});

describe('a copy command', () => {
  const told = (command: unknown): number => {
    const execCommand: (command: unknown) => boolean = () => true;
    const prototype = { execCommand };
    const claims = claimsIn({ Document: { prototype } }, watchCommand);
    expect(prototype.execCommand(command)).toBe(true);
    return claims.length;
  };

  it.each(['copy', 'Copy', 'COPY', 'cOpY', 'cut', 'CUT', ['copy'], { toString: () => 'cut' }])(
    'is told in any case of letters: %s',
    (command) => {
      expect(told(command)).toBe(1);
    },
  );

  it.each(['bold', 'copyright', '', undefined, null, 7, ['copy', 'cut']])('%s is none', (command) => {
    expect(told(command)).toBe(0);
  });
});
