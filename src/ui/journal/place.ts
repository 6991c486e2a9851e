/** Which screen of the journal is shown; kept in the fragment, so that back, reload and a link to an entry work. */
export type Place = { screen: 'list' } | { screen: 'entry'; id: number } | { screen: 'report'; id: number };

/** Reads a fragment: '' is the list, '#12' an entry, '#12/report' its report. Anything else is the list. */
export function readPlace(fragment: string): Place {
  const [, number, report] = /^#(\d{1,15})(\/report)?$/.exec(fragment) ?? [];
  if (number === undefined) return { screen: 'list' };
  return { screen: report ? 'report' : 'entry', id: Number(number) };
}

/** The fragment of a place. */
export function fragmentOf(place: Place): string {
  if (place.screen === 'list') return '#';
  return place.screen === 'report' ? `#${place.id}/report` : `#${place.id}`;
}
