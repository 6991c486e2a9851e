import type { Incident } from '../../storage/incident';
import type { TextKey } from '../shared/text-keys';

/** One line of a report: what it is, what was found, and whether it was seen, written by the person, or the page's own text. */
export interface ReportLine {
  label: string;
  values: string[];
  part: 'seen' | 'own' | 'text';
}

/** How a report finds its words; handed in, so that the report itself stays plain data. */
export interface ReportWords {
  t: (key: TextKey) => string;
  when: (at: number) => string;
  ending: string;
  reasons: string[];
}

/** Every fact of an incident in the order an officer or a bank clerk asks for them; empty ones are left out. */
export function reportLines(incident: Incident, words: ReportWords): ReportLine[] {
  const { t, when } = words;
  const { notes, otherAddresses = [] } = incident;
  const seen = [incident.at, ...(incident.lastAt === undefined ? [] : [incident.lastAt])].map(when);
  const line = (key: TextKey, values: readonly string[], part: ReportLine['part'] = 'seen'): ReportLine => ({
    label: t(key),
    values: values.filter((value) => value.trim() !== ''),
    part,
  });
  const lines = [
    line('journal.fact.when', seen),
    line('journal.fact.times', incident.times > 1 ? [String(incident.times)] : []),
    line('journal.fact.address', [incident.address, ...otherAddresses]),
    line('journal.fact.title', [incident.title]),
    line('journal.fact.chain', incident.chain),
    line('journal.fact.phones', incident.phones),
    line('journal.fact.codes', incident.codes),
    line('journal.fact.ending', [words.ending]),
    line('journal.fact.reasons', words.reasons),
    line('journal.notes.caller', [notes.caller], 'own'),
    line('journal.notes.otherNumbers', [notes.otherNumbers], 'own'),
    line('journal.notes.amounts', [notes.amounts], 'own'),
    line('journal.notes.program', [notes.program], 'own'),
    line('journal.notes.text', [notes.text], 'own'),
    line('journal.fact.text', [incident.excerpt], 'text'),
  ];
  return lines.filter(({ values }) => values.length > 0);
}

/** The report as plain text, lines ended by \n; `made` is the sentence that tells when and by what it was made. */
export function reportText(title: string, made: string, lines: readonly ReportLine[]): string {
  const parts = lines.map(({ label, values }) =>
    [label, ...values.map((value) => `  ${indent(value)}`)].join('\n'),
  );
  return [title, made, '', ...parts, ''].join('\n');
}

/** Every sign that some program shows as a new line: a page must not write lines that pass for ours. */
const LINE_ENDS = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

function indent(value: string): string {
  return value.split(LINE_ENDS).join('\n  ');
}

/** The report as JSON for those who collect such cases: names in English, times as ISO 8601. */
export function reportJson(incident: Incident, madeAt: number, version: string): string {
  const { at, lastAt, ...rest } = incident;
  const report = {
    format: 'sangfroid-incident',
    formatVersion: 1,
    madeAt: iso(madeAt),
    madeBy: `Sangfroid ${version}`,
    seenAt: iso(at),
    lastSeenAt: iso(lastAt ?? at),
    ...rest,
    id: undefined, // a key of this computer's database, of no use elsewhere
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** A file name with the day of the incident, the same that the report says, without anything of the page in it. */
export function reportFileName(incident: Incident, kind: 'txt' | 'json'): string {
  return `sangfroid-${dayHere(incident.at)}-${incident.id ?? 0}.${kind}`;
}

/** Not that of Greenwich: in Canada the next one begins there in the evening. */
function dayHere(at: number): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return '';
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** A broken time is no reason to lose a report. */
function iso(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
