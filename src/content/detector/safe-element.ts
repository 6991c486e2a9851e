/**
 * An element's own properties, read past the fields of a form: `<form><input name="closest"></form>` takes the place of
 * `form.closest` in every world, and one such name would keep all of a page from being read.
 */
const { prototype: node } = Node;
const { prototype: element } = Element;

function property<T>(owner: object, name: string): (of: Node) => T {
  const get = Object.getOwnPropertyDescriptor(owner, name)?.get;
  return (of) => get?.call(of) as T; // what the getter of its class gives
}

/** What it is: the same in HTML, XHTML and SVG, without the prefix that a page can give it (an `x:form` is a form). */
export const nameOf = property<string>(element, 'localName');
export const parentOf = property<Element | null>(node, 'parentElement');
export const previousOf = property<Node | null>(node, 'previousSibling');
/** All text in an element. */
export const textOf = property<string>(node, 'textContent');
export const childCount = property<number>(element, 'childElementCount');
/** The style in the markup of an element of HTML. */
export const styleOf = property<CSSStyleDeclaration>(HTMLElement.prototype, 'style');
/** CSS px by which its contents are scrolled down. */
export const scrolledBy = property<number>(element, 'scrollTop');

export const contains = (outer: Node, inner: Node | null): boolean => node.contains.call(outer, inner);
/** The document or the shadow root that it stands in. */
export const rootOf = (of: Node): Node => node.getRootNode.call(of);
export const attributeOf = (of: Element, name: string): string | null => element.getAttribute.call(of, name);
export const rectOf = (of: Element): DOMRect => element.getBoundingClientRect.call(of);
/** The nearest element around it, itself included, that a selector means. */
export const nearest = (of: Element, selector: string): Element | null => element.closest.call(of, selector);
export const isA = (of: Element, selector: string): boolean => element.matches.call(of, selector);
export const partsOf = (of: Element): NodeListOf<Element> => element.querySelectorAll.call(of, '*');

const { checkVisibility } = element as Partial<Element>; // missing in jsdom
/** Whether it has a box that is not invisible, and neither transparent nor in one that is: asked for its opacity or not. */
export const isShown = (of: Element, { opacityProperty = true } = {}): boolean =>
  checkVisibility?.call(of, {
    opacityProperty,
    visibilityProperty: true,
    // Chromium 120 knows them by their older names alone.
    checkOpacity: opacityProperty,
    checkVisibilityCSS: true,
  }) ?? true;
