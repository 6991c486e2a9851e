import { emptyLooks } from '../../../../src/detection/frames/empty-facts';
import { loadRules } from '../../../../src/detection/phrases/rules';
import { factsOfUnreadFrame } from '../../../../src/detection/frames/unread-frame';
import type { ContentMessage } from '../../../../src/messages/content-messages';
import { gate } from '../scam-words';
import { startWorker } from '../worker-parts';

/** The page around the frames. */
export const SITE = 'https://mail.example/';
/** Neither is a scam by itself; both together are. */
export const PHISHING =
  'Security warning from Microsoft\nYour account has been blocked. A virus was found on your computer and your ' +
  'passwords may be stolen.\nOpen the security page of your account to unlock it.';
export const BOOKING =
  'Your booking at Hotel Lindenhof is confirmed.\nIf you have a question, please call us now at +1 888 555 0100.\n' +
  'Our support is there day and night.';
/** An article about scams, and the site around it. */
export const ARTICLE =
  'The baker of our village bakes his bread with flour, water, salt and a lot of patience each day.\n'.repeat(
    20,
  ) +
  'A virus alert that names Microsoft and a number to call is a scam. Never call a number shown in a fake alert.';
const HONEST = {
  navigation: true,
  footer: true,
  siteLinks: 20,
  outLinks: 6,
  article: 0.8,
  proseLength: 3_000,
};

/** What the detector tells of a frame, or a page, with this text. */
export function facts(text: string, top = false): ContentMessage {
  const claims = { top, address: '', title: '', acts: {}, actTexts: [], text, area: top ? 1 : 0.6 };
  const read = factsOfUnreadFrame(claims, loadRules());
  const structure = text === ARTICLE ? { ...read.structure, ...HONEST } : read.structure;
  const looks = { ...emptyLooks(), viewportWidth: 900, viewportHeight: 700 };
  return { type: 'facts', facts: { ...read, structure, looks } };
}
/** A box that came unasked. */
export const ALERT: ContentMessage = {
  type: 'act', act: 'alert', detail: 'Hello', at: 5, unasked: true, count: 1, title: '',
}; // prettier-ignore

/** Of what a message comes, where that matters: its frame's address, its document for the browser and for itself. */
export type Told = { address?: string; documentId?: string; doc?: string };

/** A tab whose frames tell something, one after the other. */
export async function start() {
  const { fake, tabStates } = await startWorker();
  const { receiveFromContent } = await import('../../../../src/background/content-inbox');
  const tab = fake.addTab(SITE);
  const tells = async (frameId: number, messages: ContentMessage[], told: Told = {}): Promise<void> => {
    const { doc = `d${frameId}`, ...of } = told;
    const from = {
      tabId: tab.id,
      frameId,
      address: 'about:srcdoc',
      tabAddress: SITE,
      incognito: false,
      ...of,
    };
    for (const one of messages) await receiveFromContent({ ...one, doc }, from);
  };
  const shows = (frameId: number, text: string, told?: Told) =>
    tells(frameId, [gate(text), facts(text, frameId === 0)], told);
  const list = (...ids: (number | { frameId: number; documentId: string })[]) =>
    fake.frames.set(
      tab.id,
      ids.map((id) => (typeof id === 'number' ? { frameId: id } : id)),
    );
  /** Its level, and the frames that are remembered. */
  const known = async (): Promise<string> => {
    const { level, frames } = await tabStates.read(String(tab.id));
    return `${level} ${Object.keys(frames).sort().join(' ')}`;
  };
  const asked = () => fake.calls.filter((call) => call === 'webNavigation.getAllFrames').length;
  return { fake, tab, tabStates, tells, shows, list, known, asked };
}
