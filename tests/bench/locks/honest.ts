import type { BrowserKind } from '../../rig/browser-rig';
import { sleep, until } from '../../rig/processes';
import type { HonestPage } from '../../pages/locks/honest';
import type { LockServer } from '../../pages/locks/serve';
import type { Session } from './session';

/** What became of a page that makes a locker's calls for a good reason. */
export interface HonestRow {
  page: string;
  browser: BrowserKind;
  does: string;
  /** No warning, and its tab still there. */
  leftAlone: boolean;
  trouble: string;
  /** The build it was watched on (build-stamp.ts). */
  build: string;
}

/** Long enough for a verdict after everything the page and the person did. */
const WATCH_MS = 4_000;
const PAUSE_MS = 600;
const MIDDLE = { x: 640, y: 600 };

/** Opens the page, uses it as a person would, and looks whether the product kept out of it. Never throws. */
export async function runHonest(
  session: Session,
  server: LockServer,
  page: HonestPage,
  run: string,
): Promise<Omit<HonestRow, 'build'>> {
  const row: Omit<HonestRow, 'build'> = {
    page: page.id,
    browser: session.kind,
    does: page.does,
    leftAlone: false,
    trouble: '',
  };
  try {
    await session.ready(true);
    const address = server.address(page, run);
    await session.openVictim(address);
    if (!(await until(10_000, () => server.loaded(page, run) || undefined)))
      throw new Error('the page did not load');
    await sleep(PAUSE_MS);
    for (let turn = 0; turn < (page.clicks ?? 1); turn += 1) {
      if (page.clicks) await session.screen.click(MIDDLE.x, MIDDLE.y);
      await sleep(PAUSE_MS);
      if (page.keys) await session.screen.key(page.keys);
    }
    await sleep(WATCH_MS);
    const noticed = await session.caseOf(new URL(address).host);
    row.leftAlone = noticed === undefined && (await session.goneAt()) === null;
  } catch (error) {
    row.trouble = error instanceof Error ? error.message : String(error);
    await session.restart();
  }
  await session.tidy().catch(() => session.restart());
  return row;
}
