/** What the texts of boxes, voices and painted words say. */
import { ACT_TEXT_LENGTH } from '../facts';
import { cleanText } from '../text/normalise';
import { wordsIn } from '../text/text-stream';
import type { Label, Rules } from '../phrases/rules';

/**
 * Texts that are remembered: more than one tab can have (41 frames of ten), some MB of memory at most. The same texts come
 * with each report of a tab, and to read all of them each time would let one page keep the worker from every other.
 */
const REMEMBERED = 512;

type Said = readonly Label[];

const memories = new WeakMap<Rules, Map<string, Said>>();

function read(text: string, { index, labels }: Rules): Said {
  const hits = index.find(wordsIn(cleanText(text)));
  return [...new Set(hits.map(({ label }) => label))].flatMap((label) => labels[label] ?? []);
}

/** The concepts and companies named in the first ACT_TEXT_LENGTH characters of a text, each once a language. */
export function saidIn(actText: string, rules: Rules): Said {
  const text = actText.slice(0, ACT_TEXT_LENGTH);
  let memory = memories.get(rules);
  if (!memory) memories.set(rules, (memory = new Map()));
  const said = memory.get(text) ?? read(text, rules);
  // The last one asked for goes to the end: what is forgotten first is what no tab has said for longest.
  memory.delete(text);
  memory.set(text, said);
  if (memory.size > REMEMBERED) memory.delete(memory.keys().next().value ?? '');
  return said;
}
