import remoteTools from '../../../rules/remote-tools.json';
import { wildcardSource } from '../../messages/file-pattern';

/** One entry of a webNavigation URL filter. */
interface UrlFilter {
  hostSuffix?: string;
  pathPrefix?: string;
  urlMatches?: string;
}

/**
 * The addresses for which the browser has to wake the worker at all: sites of remote-control programs and files
 * named like them. Every other navigation costs nothing.
 */
export function guardedUrls(): UrlFilter[] {
  const files = remoteTools.tools.flatMap((tool) => tool.downloads).map(fileFilter);
  // One pattern for all: each is made ready anew whenever the worker starts, a hundred of them take Chrome 5 ms.
  return [...guardedSites(), { urlMatches: `([/=]|%2[Ff]|%3[Dd])(${files.join('|')})([?#&]|$)` }];
}

/**
 * The sites alone, for pages that have come: a file brings none. The pattern of the files is what an event with these
 * filters costs a worker at each start: ten times as much as all the sites (docs/browser-facts.md).
 */
export function guardedSites(): UrlFilter[] {
  return remoteTools.tools.flatMap((tool) => tool.sites).map(siteFilter);
}

/** Of a site with a path the rest of its host (somebody's mail) wakes nobody; remote-tools.ts looks closer. */
function siteFilter(site: string): UrlFilter {
  const [host = site, ...path] = site.split('/');
  return path.length === 0 ? { hostSuffix: host } : { hostSuffix: host, pathPrefix: `/${path.join('/')}` };
}

/**
 * `TeamViewer*.exe` as a pattern over the last part of a path or of a query's value, in either case.
 * Neither browser lets a filter carry flags, so each letter names both of its cases.
 */
function fileFilter(pattern: string): string {
  const eitherCase = wildcardSource(pattern, '[^/?#&]*').replace(
    /[a-z](?![^[]*\])/gi,
    (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`,
  );
  // Of a name with spaces, and of a path inside a value, addresses have what stands for them.
  return eitherCase.replaceAll(' ', '(%20|[+])');
}
