import type { ActName, Acts, PhoneFact } from '../../../src/detection/facts';
import { emptyLooks, emptyRoute, emptyStructure } from '../../../src/detection/frames/empty-facts';
import type { JoinedFacts } from '../../../src/detection/frames/joined-facts';

const ROUTE = emptyRoute();

interface Given {
  concepts?: Record<string, number>;
  brands?: Record<string, number>;
  dialog?: Record<string, number>;
  phones?: Partial<PhoneFact>[];
  /** How often an act happened; all of them unasked when `unasked` is set. */
  acts?: Partial<Record<ActName, number>>;
  unasked?: boolean;
  looks?: Partial<JoinedFacts['looks']>;
  structure?: Partial<JoinedFacts['structure']>;
  route?: Partial<JoinedFacts['route']>;
  rest?: Partial<JoinedFacts>;
}

/** Facts of a tab of which nothing is known but what is given. */
export function joined(given: Given): JoinedFacts {
  const acts: Acts = {};
  for (const [name, count] of Object.entries(given.acts ?? {}))
    acts[name as ActName] = { count, unasked: given.unasked ? count : 0, firstAt: 0, lastAt: 0 }; // keys of acts
  const phone = {
    shown: '555-0101',
    digits: '5550101',
    count: 1,
    prominence: 1,
    fromAddress: false,
    nearCall: true,
  };
  const phones = (given.phones ?? []).map((one) => ({ ...phone, ...one }));
  return {
    concepts: new Map(Object.entries(given.concepts ?? {})),
    brands: new Map(Object.entries(given.brands ?? {})),
    actTextConcepts: new Map(Object.entries(given.dialog ?? {})),
    phones,
    onlyPhone: phones.length === 1 ? (phones[0] ?? null) : null,
    actTextPhone: false,
    largeActTextPhone: given.rest?.actTextPhone ?? false,
    codes: [],
    acts,
    actsOfEach: [given.rest?.acts ?? acts],
    actsOfLarge: [given.rest?.acts ?? acts],
    looks: { ...emptyLooks(), ...given.looks },
    structure: { ...emptyStructure(), ...given.structure },
    length: 0,
    threatShare: 0,
    wording: 0,
    addressCall: false,
    addressSays: [],
    official: false,
    seen: true,
    onlyActTexts: false,
    route: { ...ROUTE, ...given.route },
    ...given.rest,
  };
}
