import { vi } from 'vitest';
import type { UiRequest } from '../../../src/messages/ui-messages';
import type { PageOptions } from '../../../src/ui/shared/page';

/** A screen that has just changed takes no careful press for so long, ms. */
export const SETTLE_MS = 600;
/** Long enough for a document to come, had it been one. */
export const LATER_MS = 2_000;

export const FILE = 'https://files.example/AnyDesk.exe';
export const ASKED = `?program=AnyDesk&address=${encodeURIComponent(FILE)}`;

const AT_FIRST = {
  /** How the guard's own tab stands: "loading" while something is on its way. */
  status: 'complete',
  answers: [] as string[],
  removed: [] as number[],
  /** Before this (ms since 1970) a screen that has just changed takes no careful press. */
  settlesAt: 0,
  /** The window has the focus: without it no risky press counts. */
  focused: true,
  /** The worker does not answer. */
  silent: false,
  /** Whether the administrator lets the guard ask. */
  remoteGuard: true,
};
/** What the guard's page meets, and what it did. */
export const world = structuredClone(AT_FIRST);

export const back = vi.spyOn(window.history, 'back').mockImplementation(() => undefined);
export const historyLength = vi.spyOn(window.history, 'length', 'get');

/** Before each test: a page that has another one before it, and a clock that stands still. */
export function startWorld(): void {
  Object.assign(world, structuredClone(AT_FIRST));
  back.mockClear();
  historyLength.mockReturnValue(2);
  vi.useFakeTimers();
}

const shown: { options: PageOptions | null } = { options: null };

function mockAround(): void {
  vi.doMock('../../../src/browser/api', () => ({
    browser: {
      runtime: {
        getURL: (path: string) => path,
        sendMessage: (request: UiRequest) => {
          if (request.type === 'guard-answer') world.answers.push(request.answer);
          return world.silent ? new Promise(() => undefined) : Promise.resolve({ ok: true });
        },
      },
      tabs: {
        getCurrent: () => Promise.resolve({ id: 4, windowId: 1, status: world.status }),
        query: () => Promise.resolve([{ id: 3 }, { id: 4 }]),
        remove: (id: number) => Promise.resolve(void world.removed.push(id)),
      },
    },
  }));
  vi.doMock('../../../src/ui/shared/careful-press', () => ({
    careful: (kind: 'safe' | 'risky', act: () => unknown) => () =>
      Date.now() < world.settlesAt || (kind === 'risky' && !world.focused) ? undefined : act(),
    settleAgain: () => void (world.settlesAt = Date.now() + SETTLE_MS),
    watchSight: () => undefined,
  }));
  vi.doMock('../../../src/ui/shared/page', () => ({
    startPage: (options: PageOptions) => void (shown.options = options),
  }));
}

/** The guard's page at a query, drawn in English. */
export async function open(query: string): Promise<void> {
  vi.resetModules();
  mockAround();
  window.history.replaceState(null, '', query);
  const { loadTexts } = await import('../../../src/ui/shared/i18n');
  await loadTexts('en', ['common', 'errors', 'guard']);
  await import('../../../src/ui/guard/guard');
  const draw = (): Promise<void> => {
    document.body.replaceChildren(document.createElement('main'));
    const page = { redraw: draw, policy: { remoteGuard: world.remoteGuard } };
    shown.options?.render(document.body.firstElementChild as HTMLElement, page as never); // what it reads of the page
    return Promise.resolve();
  };
  await draw();
}

/** A press on one of its buttons, and what follows at once. */
export async function press(id: string): Promise<void> {
  document.getElementById(id)?.click();
  await vi.advanceTimersByTimeAsync(50);
}
