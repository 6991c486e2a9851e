import * as v from 'valibot';
import { LEVELS } from '../../src/detection/verdict';

/** The mark and the version of the journal's report as JSON (src/ui/journal/report-facts.ts). */
const FORMAT = 'sangfroid-incident';
const VERSION = 1;

const texts = v.array(v.string());
/** Fields of later versions stay in it: they are printed, too. */
const reportShape = v.looseObject({
  format: v.literal(FORMAT),
  formatVersion: v.literal(VERSION),
  madeAt: v.string(),
  madeBy: v.string(),
  seenAt: v.string(),
  lastSeenAt: v.string(),
  level: v.picklist(LEVELS),
  closedBy: v.string(),
  address: v.string(),
  host: v.string(),
  chain: texts,
  title: v.string(),
  excerpt: v.string(),
  phones: texts,
  codes: texts,
  reasons: v.array(
    v.object({
      id: v.string(),
      weight: v.pipe(v.number(), v.finite()),
      values: v.optional(v.record(v.string(), v.string())),
    }),
  ),
  injectedIntoHonestSite: v.optional(v.boolean()),
  screenshot: v.nullable(v.string()),
  times: v.number(),
  notes: v.record(v.string(), v.string()),
});

/** What the journal saves of one entry, for the police, the bank and us. */
export type JournalReport = v.InferOutput<typeof reportShape>;

/**
 * The journal's report, as parsed from JSON; null for something else.
 * @throws Error that says what is wrong with one of another version, or with a part missing
 */
export function incidentIn(data: unknown): JournalReport | null {
  const head = v.safeParse(v.looseObject({ format: v.literal(FORMAT), formatVersion: v.unknown() }), data);
  if (!head.success) return null;
  const { formatVersion } = head.output;
  if (formatVersion !== VERSION)
    throw new Error(`It is a journal's report of version ${JSON.stringify(formatVersion)}; this reads version ${VERSION}.`); // prettier-ignore
  const { success, output, issues } = v.safeParse(reportShape, data);
  if (success) return output;
  const [issue] = issues;
  throw new Error(
    `It is a journal's report, but not a whole one: ${v.getDotPath(issue) ?? ''}: ${issue.message}`,
  );
}

/** What a report holds beyond the fields of today, by name. */
export function furtherFields(report: JournalReport): [name: string, value: unknown][] {
  return Object.entries(report).filter(([name]) => !(name in reportShape.entries));
}
