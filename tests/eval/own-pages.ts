import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../rig/dist';
import type { CorpusPage } from './corpus';

/** The project's own pages, tests/pages/{scam,honest}/<language>/<kind>.html, with the scripts they carry. */
export function ownPages(): CorpusPage[] {
  return (['scam', 'honest'] as const).flatMap((group) => {
    const folder = join(ROOT, 'tests/pages', group);
    const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
    return files
      .filter((name) => name.endsWith('.html'))
      .map((name) => {
        const [language = '', kind = ''] = name.replace('.html', '').split(/[\\/]/);
        const html = readFileSync(join(folder, name), 'utf8');
        return {
          id: `${group}/${name}`,
          class: group,
          language,
          kind,
          path: '/',
          trace: [],
          load: { html },
          click: null,
        };
      });
  });
}
