/** Whether the code that asks is ours: jsdom itself asks elements for their properties, too, and stands between. */
function isAskedByUs(): boolean {
  const { prepareStackTrace, stackTraceLimit } = Error;
  // As it is, and no more of it: to look up its lines in the sources takes long.
  Object.assign(Error, {
    stackTraceLimit: 8,
    prepareStackTrace: (_: Error, sites: object[]) => sites.map(String),
  });
  const callers = new Error().stack as unknown as string[]; // by that
  Object.assign(Error, { stackTraceLimit, prepareStackTrace });
  const asking = callers.slice(2).find((caller) => !caller.includes('ProxyHandler'));
  return asking?.includes('/src/content/') ?? false;
}

/**
 * What a browser does, and jsdom does not: `<input name="closest">` takes the place of `form.closest`
 * ([LegacyOverrideBuiltIns] of HTMLFormElement, html.spec.whatwg.org), two of them as a list. Here for every name that a
 * form has, and the one that it has in Firefox alone.
 * @param field what stands there
 */
export function giveAllNamesAway(form: Element, field: object = document.createElement('input')): void {
  const give = (name: string, own: () => unknown): void =>
    void Object.defineProperty(form, name, {
      get: () => (isAskedByUs() ? field : own()),
      configurable: true,
    });
  for (const { prototype } of [HTMLFormElement, HTMLElement, Element, Node, EventTarget])
    for (const name of Object.getOwnPropertyNames(prototype))
      if (name !== 'constructor') give(name, () => Reflect.get(prototype, name, form));
  give('openOrClosedShadowRoot', () => undefined);
}

/** Two fields of one name, as the browser gives them. */
export function twoFields(): object {
  const form = document.createElement('form');
  form.innerHTML = '<input type="radio" name="two"/><input type="radio" name="two"/>';
  return form.elements.namedItem('two') as RadioNodeList; // there are two
}
