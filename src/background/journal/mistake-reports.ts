import type { LocalReport } from '../../messages/ui-messages';
import { SessionValue } from '../session/session-value';
import { hostOf } from '../state/host';
import { tabFacts } from '../state/tab-facts';
import { tabStates } from '../state/tab-state';
import { localReport } from './local-report';

/** The report of one alarm, made while the facts of its page were still there. */
interface Remembered {
  caseId: string | null;
  host: string;
  incognito: boolean;
  report: LocalReport;
  /** The person has said that it was a mistake; before, nobody is shown the report. */
  said: boolean;
}

/** Until the browser ends; what comes from a private window stays in the worker's memory. */
const reports = new SessionValue<Remembered[]>(
  'mistake-reports:now',
  () => [],
  (all) => all.filter(({ incognito }) => !incognito),
);
/** A report is 2 to 20 kB. */
const MOST = 10;

/** What a report is made of: the tab with the alarm, and the address that the alarm was about. */
export interface Alarm {
  tabId: number;
  caseId: string | null;
  address: string;
  incognito: boolean;
  /** The person has called it a mistake already. */
  said: boolean;
}

/**
 * Makes the report of an alarm and remembers it.
 * @returns the report; null where nothing is known of the page any more, or the tab shows another site by now.
 */
export async function rememberReport(alarm: Alarm): Promise<LocalReport | null> {
  const state = await tabStates.read(String(alarm.tabId));
  const host = hostOf(state.frames[0]?.address ?? '');
  if (host === '' || host !== hostOf(alarm.address)) return null;
  const report = localReport('mistake', tabFacts(state, Date.now()));
  const { caseId, incognito, said } = alarm;
  const fresh: Remembered = { caseId, host, incognito, report, said };
  await reports.update((all) => [...all, fresh].slice(-MOST));
  return report;
}

/** The person says that a case whose tab is closed already was a mistake. */
export async function sayMistake(caseId: string): Promise<void> {
  await reports.update((all) => all.map((one) => (one.caseId === caseId ? { ...one, said: true } : one)));
}

/** The last report of a mistake on this site, null where none is remembered. */
export async function mistakeReport(address: string, incognito: boolean): Promise<LocalReport | null> {
  const host = hostOf(address);
  const all = await reports.read();
  const found = all.findLast((one) => one.said && one.host === host && one.incognito === incognito);
  return found?.report ?? null;
}
