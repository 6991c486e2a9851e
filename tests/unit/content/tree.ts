/** Builds a tree from [tag, ...children]; strings become text. */
export type Tree = string | [string, ...Tree[]];
export function grow(tree: Tree): Node {
  if (typeof tree === 'string') return document.createTextNode(tree);
  const element = document.createElement(tree[0]);
  element.append(...tree.slice(1).map((child) => grow(child as Tree)));
  return element;
}
export const show = (...trees: Tree[]): void => document.body.replaceChildren(...trees.map(grow));
