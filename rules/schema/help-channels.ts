import * as v from 'valibot';

/** `YYYY-MM-DD`. */
const day = v.pipe(v.string(), v.isoDate());
const httpsAddress = v.pipe(v.string(), v.url(), v.startsWith('https://'));
const clock = v.pipe(v.string(), v.regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time such as 08:30'));

/** A fact someone read on a page: what, which day, where. Nothing recalled from memory may be written here. */
function fact<T extends v.GenericSchema>(value: T) {
  return v.strictObject({
    value,
    verified: day,
    source: v.pipe(v.string(), v.url()),
    sourceKind: v.picklist(['official', 'secondary']),
  });
}

/** Digits with the usual separators, `#` and `+`; never letters, so that nothing but a number is shown as one. */
const phoneNumber = v.pipe(v.string(), v.regex(/^[+#]?\d[\d -]*(?: ext\. \d+)?$/, 'a number without words'));

const openingHours = v.pipe(
  v.array(v.strictObject({ days: v.picklist(['every-day', 'weekdays', 'weekend']), from: clock, to: clock })),
  v.minLength(1),
);

const cost = v.variant('kind', [
  v.strictObject({ kind: v.literal('free') }),
  v.strictObject({
    kind: v.literal('paid'),
    perMinute: v.number(),
    currency: v.pipe(v.string(), v.length(3)),
  }),
]);

const channel = v.pipe(
  v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
    /** ISO 3166 alpha-2, or `*` for everywhere. */
    country: v.pipe(v.string(), v.regex(/^(?:[A-Z]{2}|\*)$/)),
    /** ISO 3166-2 part after the dash, null for the whole country. */
    region: v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{2,3}$/))),
    name: v.pipe(v.string(), v.minLength(2)),
    category: v.picklist([
      'block-card',
      'bank',
      'report',
      'advice',
      'identity',
      'victim-support',
      'practice',
    ]),
    /** Text keys `help.purpose.<id>`. */
    purposes: v.pipe(v.array(v.string()), v.minLength(1)),
    /** Only those a page names; none where none does. */
    languages: v.array(v.pipe(v.string(), v.regex(/^[a-z]{2}$/))),
    url: v.nullable(fact(httpsAddress)),
    phone: v.nullable(v.strictObject({ ...fact(phoneNumber).entries, kind: v.picklist(['call', 'text']) })),
    hours: v.nullable(fact(openingHours)),
    cost: v.nullable(fact(cost)),
    /** Text keys `help.note.<id>`. */
    notes: v.array(v.string()),
  }),
  v.check((row) => row.url !== null || row.phone !== null, 'a row needs an address or a number'),
  v.check(
    ({ url, phone }) =>
      phone === null ||
      url !== null ||
      (phone.sourceKind === 'official' && phone.source.startsWith('https:')), // our pages draw no other link
    'a number stands beside a link to an official page: its address, else its source',
  ),
  v.check(
    (row) => row.phone?.sourceKind !== 'secondary' || row.notes.includes('check-number'),
    'a number seen only on a page of others carries the note check-number',
  ),
);

/** Shape of rules/help-channels.json. */
export const helpChannelsSchema = v.strictObject({ about: v.string(), channels: v.array(channel) });

export type HelpChannel = v.InferOutput<typeof channel>;
