/** A part of a country's own kind of name, as "co" in shop.co.uk: longer than this it is a site's name. */
const KIND_LENGTH = 3;

/**
 * The same site's host with "www.", which many a site leads to from its bare name: of "example.org" and
 * "shop.co.uk", null of all others, which name one part of a site.
 */
export function wwwTwin(host: string): string | null {
  const parts = host.split('.');
  const [, kind = ''] = parts;
  const last = parts.at(-1) ?? '';
  if (parts[0] === 'www' || !/^\D[^.]+$/.test(last) || last === 'localhost') return null;
  const isBare =
    parts.length === 2 || (parts.length === 3 && kind.length <= KIND_LENGTH && last.length === 2);
  return isBare ? `www.${host}` : null;
}
