import type { FrameFacts } from '../../../src/detection/facts';
import type { Case, LocalReport } from '../../../src/messages/ui-messages';
import { CONTENT_MESSAGES } from '../../property/messages';
import { startWorker } from './worker-parts';

export const PAGE = 'http://bakery.test/oven?visitor=77';
export const MET_AT = 1; // noticedAt of the case in worker-parts

export const told = CONTENT_MESSAGES.flatMap((one) =>
  one.type === 'facts' ? [one.facts] : [],
)[0] as FrameFacts;

/** Its words as a report has them. */
export const reportedWords = {
  ...told.words,
  phones: told.words.phones.map((phone) => ({ ...phone, shown: '55•-••••', digits: '0000001' })),
  codes: ['ER-••'],
};

/** A tab that was warned of wrongly, with what its page had told. */
export async function alarmed(change: Partial<Case> = {}) {
  const worker = await startWorker();
  const { fake, tell, openCase, newFrame } = worker;
  const { answerUi } = await import('../../../src/background/ui-requests');
  const { noteScam, lastScamAt } = await import('../../../src/background/state/scam-times');
  const incognito = change.incognito ?? false;
  const tab = fake.addTab(PAGE, { incognito });
  const about = incognito ? { address: '', host: '', incidentId: null } : {};
  await openCase(tab.id, { ...about, ...change });
  const frame = { ...newFrame('d', PAGE), facts: { ...told, address: PAGE } };
  /** The page tells what it shows. */
  const tellAlarm = () => tell(tab.id, { level: 'warn', incognito, frames: { 0: frame } });
  await tellAlarm();
  const entry = incognito ? null : 7;
  await noteScam({ at: MET_AT, entry }, incognito);
  /** What the popup over an address offers. */
  const offered = async (url = PAGE): Promise<LocalReport | null> => {
    const { id } = fake.addTab(url, { incognito });
    return (await answerUi<'tab-mistake'>({ type: 'tab-mistake', tabId: id })).report;
  };
  return { ...worker, answerUi, lastScamAt, tab, offered, tellAlarm };
}
