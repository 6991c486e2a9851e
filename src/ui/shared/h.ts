/**
 * Makes DOM nodes. The only way our pages build content: text stays text, there is no HTML from strings.
 */
export type Child = Node | string | number | null | undefined | false | readonly Child[];

/** `on…` takes a listener, `true` sets an empty attribute, `false`, `null` and `undefined` leave it out. */
export type Props = Record<
  string,
  string | number | boolean | null | undefined | ((event: never) => unknown)
> | null;

const SVG_SPACE = 'http://www.w3.org/2000/svg';
/** Attributes that would run or load something, or that our content security policy refuses. */
const REFUSED = new Set(['style', 'srcdoc', 'innerhtml', 'outerhtml']);
const SAFE_LINK =
  /^(?:https:|mailto:|tel:|chrome-extension:|moz-extension:|blob:|data:image\/|#|\?|\.{0,2}\/|[\w-]+\.html)/i;

function setProp(node: Element, name: string, value: NonNullable<Props>[string]): void {
  if (value === false || value === null || value === undefined) return;
  if (typeof value === 'function') {
    // A rejected listener surfaces as an unhandled rejection, which startPage turns into a sentence.
    node.addEventListener(name.slice(2).toLowerCase(), (event) => void value(event as never));
    return;
  }
  const lower = name.toLowerCase();
  const text = value === true ? '' : String(value);
  if (REFUSED.has(lower) || lower.startsWith('on')) throw new TypeError(`h(): ${name} is not allowed.`);
  if ((lower === 'href' || lower === 'src') && !SAFE_LINK.test(text))
    throw new TypeError(`h(): ${name} is not safe.`);
  if (name === 'value' && 'value' in node) node.value = text;
  else node.setAttribute(name, text);
}

function append(node: Node, child: Child): void {
  if (child === null || child === undefined || child === false) return;
  if (isList(child)) for (const each of child) append(node, each);
  else node.appendChild(typeof child === 'object' ? child : document.createTextNode(String(child)));
}

function isList(child: Child): child is readonly Child[] {
  return Array.isArray(child);
}

function fill<Made extends Element>(node: Made, props: Props, children: readonly Child[]): Made {
  append(node, children); // before the props, so that the value of a select finds its options
  for (const [name, value] of Object.entries(props ?? {})) setProp(node, name, value);
  return node;
}

/**
 * An HTML element with attributes, listeners and children:
 * `h('button', { class: 'main', onclick: close, 'aria-label': t('x') }, icon('close'), t('y'))`.
 * Throws for attributes that could run something (style, srcdoc, "on…" as text, unsafe addresses).
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props?: Props,
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  return fill(document.createElement(tag), props ?? null, children);
}

/** The same for SVG elements. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  props?: Props,
  ...children: Child[]
): SVGElementTagNameMap[Tag] {
  return fill(document.createElementNS(SVG_SPACE, tag), props ?? null, children);
}

/** Replaces everything inside a node. */
export function show(node: Element, ...children: Child[]): void {
  const fresh = document.createDocumentFragment();
  append(fresh, children);
  node.replaceChildren(fresh);
}
