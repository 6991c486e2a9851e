import type { CdpPipe } from './cdp-pipe';

/** A page answers to a click in a few ms, or sits in a dialog. */
const CLICK_LIMIT_MS = 1_000;

interface Spot {
  x: number;
  y: number;
}

/** The page has not answered in time, as one that goes full screen or opens a dialog at the click. */
const isLate = (error: unknown): boolean => error instanceof Error && error.message.includes('no answer in');

/** Trusted clicks on the pages of one Chromium; knows which of them have crashed. */
export class ChromiumClicks {
  private readonly crashed = new Set<unknown>();

  constructor(private readonly pipe: Pick<CdpPipe, 'on' | 'send'>) {
    pipe.on('Target.targetCrashed', ({ targetId }) => this.crashed.add(targetId));
  }

  /**
   * Clicks, and waits for the page's answer only a moment. A page that the click closes is no trouble.
   * @throws where the page has crashed, or is there and was not clicked
   */
  async click(targetId: string, sessionId: string, place: Spot): Promise<void> {
    const mouse = (type: string, button: string, clickCount: number) =>
      this.pipe.send(
        'Input.dispatchMouseEvent',
        { type, ...place, button, clickCount },
        sessionId,
        CLICK_LIMIT_MS,
      );
    await mouse('mouseMoved', 'none', 0).catch(() => undefined);
    const press = mouse('mousePressed', 'left', 1);
    const release = mouse('mouseReleased', 'left', 1);
    const answers = await Promise.allSettled([press, release]);
    const reasons = answers.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    // One that was loaded again since answers.
    if (reasons.length > 0 && this.crashed.has(targetId)) throw new Error('The page has crashed.');
    const refused = reasons.length === answers.length && !reasons.some(isLate);
    if (refused && (await this.isThere(targetId))) throw reasons[0];
  }

  private async isThere(targetId: string): Promise<boolean> {
    const { targetInfos } = await this.pipe.send<{ targetInfos: { targetId: string }[] }>(
      'Target.getTargets',
    );
    return targetInfos.some((one) => one.targetId === targetId);
  }
}
