import { dirname, relative, resolve, sep } from 'node:path';

/** Folders of src of which each inner folder is a place of its own. */
const DIVIDED = ['ui', 'background', 'detection'];

/**
 * What an arrow begins or ends at: a folder of src, a screen of src/ui (`ui/popup`), a folder of the worker or of the
 * detection (`background/close`), `rules`, `rules/schema`, or else the first part of the path (`tests`, `manifest.json`).
 */
function placeOf(path) {
  const [top, folder, ...inner] = path.split('/');
  if (top === 'rules') return folder === 'schema' ? 'rules/schema' : 'rules';
  if (top !== 'src') return top;
  return DIVIDED.includes(folder) && inner.length > 1 ? `${folder}/${inner[0]}` : folder;
}

const folderOf = (place) => place.split('/')[0];

/** Inside a folder with steps: each may take from those that stand before it. */
function allowedInside(from, to, steps) {
  const [begin, end] = [from, to].map((place) => steps.indexOf(place.split('/')[1] ?? ''));
  return begin >= 0 && end >= 0 && end < begin ? 'all' : 'nothing';
}

/** What a place may take from another: 'all', 'types' or 'nothing'. */
function allowedBetween(from, to, arrows, steps) {
  if (from === to) return 'all';
  const [begin, end] = [folderOf(from), folderOf(to)];
  if (begin === end && begin in steps) return allowedInside(from, to, steps[begin]);
  if (begin === 'ui' && end === 'ui') return to === 'ui/shared' ? 'all' : 'nothing';
  const { all = [], types = [] } = arrows[begin] ?? {};
  const place = end in steps ? end : to;
  if (all.includes(place)) return 'all';
  return types.includes(place) ? 'types' : 'nothing';
}

/**
 * ESLint rule: imports go only along the arrows of its options: `{ folder: { all: [places], types: [places] } }`, and the
 * folders of `{ folder: [inner folders] }` in their order.
 * Paths are resolved first: `../tools/search` is the guide's own folder, `../../../../tools/search` is not.
 */
export const arrows = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object' }, { type: 'object' }],
    messages: { closed: '{{words}}' },
  },
  create(context) {
    const [table, steps] = context.options;
    const from = placeOf(relative(context.cwd, context.filename).split(sep).join('/'));
    const check = (node, source, isType) => {
      if (typeof source?.value !== 'string' || !source.value.startsWith('.')) return;
      const target = resolve(dirname(context.filename), source.value);
      const to = placeOf(relative(context.cwd, target).split(sep).join('/'));
      const allowed = allowedBetween(from, to, table, steps);
      if (allowed === 'all' || (allowed === 'types' && isType)) return;
      const what = allowed === 'types' ? 'only types of' : 'nothing of';
      const words = `${from} may import ${what} ${to} (src/README.md; the arrows stand in eslint.config.js).`;
      context.report({ node, messageId: 'closed', data: { words } });
    };
    return {
      // Not `import { type X }`: of that the bundler keeps an import of the whole file.
      ImportDeclaration: (node) => check(node, node.source, node.importKind === 'type'),
      ExportNamedDeclaration: (node) => check(node, node.source, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => check(node, node.source, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, node.source, false),
      TSImportType: (node) => check(node, node.source, true),
    };
  },
};
