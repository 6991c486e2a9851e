import journalTexts from '../../src/texts/en/journal.json';
import { emptyRoute } from '../../src/detection/frames/empty-facts';
import { factsOfUnreadFrame } from '../../src/detection/frames/unread-frame';
import { loadRules } from '../../src/detection/phrases/rules';
import { printConcepts, sentence, signed } from './print-verdict';
import { furtherFields, type JournalReport } from './read-incident';
import { say } from './say';

const texts: Record<string, string> = journalTexts;

/** A name and what it is, each further line of it under the first. */
const line = (name: string, value: string): void =>
  say(`  ${name.padEnd(8)} ${value.split(/\r?\n/).join(`\n${' '.repeat(11)}`)}`);

function printReasons({ reasons, injectedIntoHonestSite, phones, codes }: JournalReport): void {
  if (injectedIntoHonestSite) say(`  ${sentence('injected')}`);
  for (const { id, weight, values } of reasons)
    say(`  ${signed(weight)}  ${id.padEnd(22)} ${sentence(id, values)}`);
  if (phones.length > 0) line('numbers', phones.join('; '));
  if (codes.length > 0) line('codes', codes.join(', '));
}

function printPage({ address, host, title, chain, excerpt, screenshot }: JournalReport): void {
  line('address', address);
  if (!address.includes(host)) line('host', host);
  if (title) line('title', title);
  for (const from of chain) line('by way', from);
  line('picture', screenshot === null ? 'none' : `${Math.ceil(screenshot.length / 1000)} kB, in the file`);
  if (excerpt) line('text', excerpt);
}

/** Which concepts are in the words that were kept, by the rules of today. */
function printWords({ title, address, excerpt }: JournalReport): void {
  const claims = { top: true, address, title, acts: {}, actTexts: [], text: excerpt, area: 1 };
  const route = emptyRoute();
  say('  In the title, the address and the text that were kept, by the rules of today:');
  printConcepts({ frames: [factsOfUnreadFrame(claims, loadRules())], route });
}

/** Prints all that a report of the journal holds: the verdict as it was, because the facts it came from are not in it. */
export function printIncident(report: JournalReport, file: string): void {
  const { level, madeBy, madeAt, seenAt, lastSeenAt, times, closedBy, notes } = report;
  say(`\n${file}: ${level.toUpperCase()}, as it was judged then (${madeBy}, ${madeAt}).`);
  say('  The journal keeps the reasons and not the facts: nothing is judged anew.');
  const again = times > 1 || lastSeenAt !== seenAt ? `, the last of ${times} times ${lastSeenAt}` : '';
  line('seen', `${seenAt}${again}`);
  line('ended', texts[`journal.closedBy.${closedBy}`] ?? closedBy);
  printReasons(report);
  printPage(report);
  for (const [name, words] of Object.entries(notes)) if (words) line('note', `${name}: ${words}`);
  for (const [name, value] of furtherFields(report)) line(name, JSON.stringify(value));
  printWords(report);
}
