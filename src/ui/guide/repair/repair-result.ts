/** The points of a trustworthy repair service, numbered as in the texts `repair.<n>`. The first weighs most. */
export const POINTS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Point = (typeof POINTS)[number];
/** From so many on they are most. */
const MOST_POINTS = 5;
/** That it stands in the official register of its country. */
export const REGISTER_POINT: Point = 4;

/**
 * What the ticked points say: part of the key `repair.result.<…>`. Someone who came with an alert is a clear no;
 * otherwise missing points are questions to ask, not a judgement.
 */
export function repairResult(ticked: ReadonlySet<Point>): 'empty' | 'careful' | 'few' | 'most' | 'all' {
  if (ticked.size === 0) return 'empty';
  if (!ticked.has(1)) return 'careful';
  if (ticked.size === POINTS.length) return 'all';
  return ticked.size >= MOST_POINTS ? 'most' : 'few';
}

/**
 * What the official register of companies may be called, by country: a name to search for, no address that may move.
 * From general knowledge, read at no source: said only as a name it may have.
 */
export const REGISTERS: Readonly<Record<string, string>> = {
  AT: 'Firmenbuch',
  AU: 'ABN Lookup',
  BE: 'BCE / KBO',
  CH: 'Zefix',
  DE: 'Handelsregister',
  DK: 'CVR',
  ES: 'Registro Mercantil',
  FR: 'Annuaire des Entreprises',
  GB: 'Companies House',
  IT: 'Registro Imprese',
  JP: '国税庁法人番号公表サイト',
  LU: 'LBR',
  NL: 'KVK',
  NO: 'Brønnøysundregistrene',
  NZ: 'Companies Register',
  PL: 'KRS / CEIDG',
  SE: 'Bolagsverket',
};
