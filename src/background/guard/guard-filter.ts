import remoteTools from '../../../rules/remote-tools.json';
import { escapeRegExp } from '../../messages/file-pattern';

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
  return [...guardedSites(), { urlMatches: filesPattern() }];
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

/** What a name may go on with: one character of a written address that ends neither path nor value. */
const IN_NAME = "[!$%'-.0->@-~]";

/**
 * All files as one pattern over the last part of a path or of a query's value: how a name begins, and how any of them
 * ends. It lets some more through than the table has (`AnyDesk.rpm`); remote-tools.ts looks closer. The browser makes
 * it ready anew whenever the worker starts: with every name in full that took four times as long
 * (docs/browser-facts.md).
 */
function filesPattern(): string {
  const files = remoteTools.tools.flatMap((tool) => tool.downloads.map((name) => name.toLowerCase()));
  const starts = new Set(files.map((name) => /^[^*. (]+/.exec(name)?.[0] ?? ''));
  const ends = new Set(files.map((name) => name.split('.').at(-1) ?? ''));
  return `([/=]|%2[Ff]|%3[Dd])(${anyCase(shortest(starts))})${IN_NAME}*[.](${anyCase(ends)})([?#&]|$)`;
}

/** Without those that begin like another of them. */
const shortest = (starts: ReadonlySet<string>): string[] =>
  [...starts].filter((one) => ![...starts].some((other) => other !== one && one.startsWith(other)));

/** One of these words in either case: neither browser lets a filter carry flags, so each letter names both. */
const anyCase = (words: Iterable<string>): string =>
  [...words]
    .map(escapeRegExp)
    .join('|')
    .replace(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`);
