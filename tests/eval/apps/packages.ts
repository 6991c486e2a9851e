import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../rig/processes';
import { spread } from '../spread';

/** Free software with pages in its package: a name and version of npm, and which of its pages are opened. */
interface Source {
  package: string;
  pages: RegExp;
  /** At most so many, spread evenly over what there is. */
  most: number;
}

const SOURCES: readonly Source[] = [
  // The same to-do list written with some fifty frameworks: adding and ticking entries is real use.
  { package: 'todomvc@0.1.1', pages: /^examples\/[\w-]+\/index\.html$/, most: 30 },
  { package: 'vis@4.21.0', pages: /^examples\/.*\.html$/, most: 12 },
  { package: 'ckeditor4@4.25.2', pages: /^samples\/.*\.html$/, most: 6 },
  { package: 'clipboard@2.0.11', pages: /^demo\/.*\.html$/, most: 4 },
  { package: 'jodit@4.15.13', pages: /^examples\/.*\.html$/, most: 4 },
  { package: 'medium-editor@5.23.3', pages: /^demo\/.*\.html$/, most: 4 },
  { package: 'mathjax@2.7.9', pages: /^test\/.*\.html$/, most: 3 },
  { package: 'springy@2.8.0', pages: /^demo.*\.html$/, most: 3 },
  { package: 'reveal.js@5.2.1', pages: /^(?:demo|index)\.html$/, most: 2 },
  { package: 'impress.js@1.1.0', pages: /^(?:index|examples\/.*)\.html$/, most: 2 },
  { package: 'video.js@8.24.1', pages: /^dist\/examples\/.*\.html$/, most: 3 },
  { package: 'jsxgraph@1.13.3', pages: /^(?!.*docs\/symbols).*\.html$/, most: 3 },
  { package: 'raphael@2.3.0', pages: /^dev\/raphaelTest\.html$/, most: 1 },
  { package: 'mediaelement@7.1.0', pages: /^demo\/index\.html$/, most: 1 },
  { package: 'jquery-ui-dist@1.13.3', pages: /^index\.html$/, most: 1 },
  { package: 'codemirror@5.65.19', pages: /\.html$/, most: 1 },
  { package: 'swagger-ui-dist@5.35.0', pages: /^index\.html$/, most: 1 },
  { package: 'ace-builds@1.45.2', pages: /^editor\.html$/, most: 1 },
  { package: 'lightbox2@2.12.0', pages: /^examples\/index\.html$/, most: 1 },
  { package: 'dragula@3.7.3', pages: /^index\.html$/, most: 1 },
  { package: 'luckysheet@2.1.13', pages: /^dist\/index\.html$/, most: 1 },
  { package: 'particles.js@2.0.0', pages: /^demo\/index\.html$/, most: 1 },
  { package: 'pell@1.0.6', pages: /^demo\.html$/, most: 1 },
  { package: 'slick-carousel@1.8.1', pages: /^index\.html$/, most: 1 },
  { package: 'svgedit@7.4.1', pages: /^dist\/editor\/(?:iife-)?index\.html$/, most: 2 },
  { package: 'jsoneditor@10.4.3', pages: /^examples\/\d\w*\.html$/, most: 5 },
  { package: 'editor.md@1.5.0', pages: /^examples\/[a-z-]+\.html$/, most: 5 },
  { package: 'snapsvg@0.5.1', pages: /^demos\/(?:clock|pattern|animated-\w+)\/index\.html$/, most: 4 },
  { package: 'uikit@3.21.16', pages: /^tests\/[a-z-]+\.html$/, most: 5 },
  { package: 'featherlight@1.7.14', pages: /^(?:index|gallery)\.html$/, most: 2 },
  { package: 'swagger-editor-dist@4.14.8', pages: /^index\.html$/, most: 1 },
  { package: 'x-data-spreadsheet@1.1.9', pages: /^dist\/index\.html$/, most: 1 },
];

/** One page to open: `todomvc/examples/react/index.html` below the folder. */
export interface WebApps {
  folder: string;
  pages: string[];
}

/**
 * Fetches the packages into a temporary folder; nothing of them is installed, run outside a page, or kept.
 * A package that is not to be had is named and left out. At most `limit` pages of each.
 */
export function fetchWebApps(only: string | undefined, limit: number): WebApps {
  const folder = temporaryFolder('web-apps');
  const wanted = SOURCES.filter(({ package: name }) => only === undefined || name.startsWith(only));
  return { folder, pages: wanted.flatMap((source) => unpack(folder, source, limit)) };
}

function unpack(folder: string, { package: name, pages, most }: Source, limit: number): string[] {
  const [plain = name] = name.split('@');
  const target = join(folder, plain);
  mkdirSync(target);
  const npm = spawnSync('npm', ['pack', '--silent', '--ignore-scripts', name], {
    cwd: target,
    encoding: 'utf8',
  });
  const file = npm.stdout.trim().split('\n').at(-1) ?? '';
  if (npm.status !== 0 || !existsSync(join(target, file))) {
    console.log(`${name} is not to be had and left out.`);
    return [];
  }
  execFileSync('tar', ['xzf', file, '--strip-components=1'], { cwd: target });
  const found = readdirSync(target, { recursive: true, encoding: 'utf8' }).filter((path) => pages.test(path));
  return spread(found.sort(), Math.min(most, limit)).map((path) => `${plain}/${path}`);
}
