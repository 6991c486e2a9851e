import remoteTools from '../../../rules/remote-tools.json';
import { late } from '../../detection/late';
import { wildcardSource } from '../../messages/file-pattern';

/** A remote-control program that an address belongs to. */
export interface RemoteToolMatch {
  /** Id in rules/remote-tools.json. */
  id: string;
  name: string;
  by: 'site' | 'download';
}

/** A site is a host, and where it shares that with other things the path it begins with: `zoho.com/assist`. */
const sites = late(() =>
  remoteTools.tools.flatMap((tool) =>
    tool.sites.map((site) => {
      const [host = site, ...path] = site.split('/');
      return { tool, host: `.${host}`, path: path.map((part) => `/${part}`).join('') };
    }),
  ),
);
const downloads = late(() =>
  remoteTools.tools.flatMap((tool) =>
    tool.downloads.map((pattern) => ({ tool, named: fileRegExp(pattern) })),
  ),
);

/** The remote-control program whose site this address is, or whose file it names; null for all others. */
export function remoteToolAt(address: string): RemoteToolMatch | null {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  const { id, name } = toolOfSite(url) ?? {};
  const file = remoteToolFile(fileNames(url));
  if (id === undefined || name === undefined) return file;
  return { id, name, by: file === null ? 'site' : 'download' };
}

/**
 * The remote-control program whose file a frame in a page loads; null for all others. By the path alone, and only for
 * the program's own sites and for the site of the page: every advert can write a name into its address.
 * @param page address of the tab
 */
export function remoteToolInFrame(address: string, page: string): RemoteToolMatch | null {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  const isOfPage = URL.canParse(page) && isSameSite(url.hostname, new URL(page).hostname);
  if (!isOfPage && toolOfSite(url) === undefined) return null;
  return remoteToolFile(lastParts([url.pathname]));
}

/** The same host, with or without `www`, or one within the other. */
function isSameSite(...hosts: [string, string]): boolean {
  const [one, other] = hosts.map((host) => `.${host.replace(/^www\./, '')}`) as [string, string]; // as many as came
  return one.endsWith(other) || other.endsWith(one);
}

/** The remote-control program one of these file names belongs to. */
function remoteToolFile(names: readonly string[]): RemoteToolMatch | null {
  for (const { tool, named } of downloads()) {
    if (names.some((name) => named.test(name))) return { id: tool.id, name: tool.name, by: 'download' };
  }
  return null;
}

/** What the browser tells of a download. Chrome tells where its address led to, and at its beginning no name of a file. */
interface DownloadNames {
  url: string;
  finalUrl?: string | undefined;
  filename: string;
}

/** The remote-control program whose file a download is; null for all others. */
export function remoteToolOfDownload({ url, finalUrl, filename }: DownloadNames): RemoteToolMatch | null {
  const named = remoteToolFile([filename.split(/[/\\]/).at(-1) ?? '']);
  return named ?? remoteToolAt(url) ?? remoteToolAt(finalUrl ?? '');
}

/** The program whose host this is, or one below it, and whose path the address goes on from in whole parts. */
function toolOfSite({ hostname, pathname }: URL) {
  const within = `.${hostname.replace(/\.$/, '')}`;
  return sites().find(({ host, path }) => within.endsWith(host) && `${pathname}/`.startsWith(`${path}/`))
    ?.tool;
}

/** The last part of the path and of every value of the query: where servers put the name of a file. */
function fileNames(url: URL): string[] {
  return lastParts([url.pathname, ...url.searchParams.values()]);
}

function lastParts(values: string[]): string[] {
  return values.map((value) => plain(value.split('/').at(-1) ?? '')).filter((name) => name !== '');
}

function plain(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a broken escape is shown as it is
  }
}

function fileRegExp(pattern: string): RegExp {
  return new RegExp(`^${wildcardSource(pattern)}$`, 'i');
}
