import { guardedUrls } from '../../../../src/background/guard/guard-filter';

/** Whether an address wakes the worker, by the conditions of webNavigation's filters that we use. */
export function wakesFor(address: string, filters = guardedUrls()): boolean {
  const { hostname, pathname } = new URL(address);
  return filters.some(({ hostSuffix = '', pathPrefix = '', urlMatches = '' }) => {
    return (
      hostname.endsWith(hostSuffix) && pathname.startsWith(pathPrefix) && new RegExp(urlMatches).test(address)
    );
  });
}
