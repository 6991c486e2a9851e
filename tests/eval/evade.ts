/**
 * `npm run evade [-- --only NAME] [--json FILE]`: hides the words of ten own scam pages in every way that kits use,
 * and prints which are still caught in a real Chromium.
 */
import { parseArgs } from 'node:util';
import { buildExtension } from '../rig/dist';
import { ensureBrowsers } from '../rig/ensure-browsers';
import { keepFile } from '../rig/keep-file';
import { servePages, type PageServer } from '../rig/page-server';
import { runTool } from '../rig/run-tool';
import { wholeNumber } from '../rig/whole-number';
import type { CorpusPage } from './corpus';
import * as filler from './evade/filler';
import * as letters from './evade/letters';
import * as numbers from './evade/numbers';
import * as places from './evade/places';
import * as styles from './evade/styles';
import { caughtText, keptCells, type Cell } from './evade/caught';
import { ownPages } from './own-pages';
import { corpusSource, siteOf } from './replay';
import type { Row } from './row';
import { Slot } from './slot';

/** A page of the same kind, and the address it is opened with where that matters. */
type Hidden = string | { html: string; path: string };
type Hide = (html: string, page: CorpusPage, server: PageServer) => Hidden;

/** Ten pages of different make and language. */
const SUBJECTS = [
  'own-en-scam-defender', 'own-en-scam-chat', 'own-en-scam-bsod', 'own-en-scam-mac', 'own-en-scam-suspended',
  'own-en-scam-notification', 'own-fr-scam-defender', 'own-de-scam-defender', 'own-es-scam-bsod', 'own-ja-scam-defender',
]; // prettier-ignore

const innerId = (page: CorpusPage) => `${page.id}-inner`;

const WAYS: Record<string, Hide> = {
  'as it is': (html) => html,
  'zero-width characters': letters.zeroWidth,
  'soft hyphens': letters.softHyphens,
  'look-alike letters': letters.homoglyphs,
  'full-width letters': letters.fullWidth,
  'words split over nodes': letters.splitNodes,
  'words split over other elements': letters.splitOthers,
  'words split over boxes': letters.splitBoxes,
  'each word in a box': letters.wordBoxes,
  'line breaks that a style takes away': styles.hiddenBreaks,
  'blanks drawn together': styles.narrowBlanks,
  'unseen letters inside words': letters.hiddenInside,
  'flex row-reverse': letters.rowReverse,
  'direction rtl': letters.rightToLeft,
  'CSS order': letters.cssOrder,
  'CSS float': letters.floatRight,
  'CSS content': letters.cssContent,
  'O for zero': letters.lettersForZeros,
  'number in words': letters.numberWords,
  'number in a tel: link': numbers.telLink,
  'number in base64 address': numbers.base64Address,
  'SVG text': places.svgText,
  'SVG text used from elsewhere': places.usedSvg,
  'canvas text': places.canvasText,
  'canvas text in lists': places.canvasLists,
  'canvas text in outline': places.canvasOutline,
  'canvas text letter by letter': places.canvasLetters,
  'CSS content of any attribute': styles.otherAttribute,
  'style elements that are shown': styles.shownStyle,
  'late, by a rule of the style sheet': styles.shownByRule,
  'text boxes': styles.textBoxes,
  'pictures with alt': places.picturesWithAlt,
  'one picture without alt': places.onePicture,
  'modal dialog in a transparent box': places.modalDialog,
  'open shadow root': places.openShadow,
  'closed shadow root': places.closedShadow,
  'closed root inside another': places.nestedShadow,
  'closed root of the body': places.closedBody,
  'closed root over other words': places.closedBox,
  'the same further inside': places.closedInside,
  'srcdoc frame': places.srcdocFrame,
  'frame of a blob': places.blobFrame,
  'frame of a data: address': places.dataFrame,
  'frame of another site': (_html, page, server) =>
    places.otherSiteFrame(server.address(siteOf(innerId(page)))),
  'document.write of base64': places.writtenFromBase64,
  'eight seconds late': places.late,
  'after the first click': places.afterClick,
  'after a fake captcha': places.fakeCaptcha,
  'title and dialog only': places.titleAndDialog,
  'hidden prose around': filler.hiddenProse,
  'hidden menu, article and foot': filler.hiddenFurniture,
  'prose below the screen': filler.proseBelow,
  'menu, article and foot below the screen': filler.furnitureBelow,
  'over a long article': filler.overLongArticle,
  'blank texts first and last': filler.blankNodes,
  'invisible letters first': filler.invisibleLead,
  'a few invisible letters everywhere': filler.invisibleEverywhere,
  'invisible letters between all': filler.invisibleBetween,
};

/** Looked at long enough for what comes late. */
const LATE_TRACE: CorpusPage['trace'] = [{ t: 8_500, stage: 'load', top: true, api: 'document.write' }];

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    json: { type: 'string' },
    jobs: { type: 'string', default: '2' },
    build: { type: 'boolean', default: process.env.SANGFROID_DIST === undefined },
  },
});

const isWanted = (way: string): boolean => options.only === undefined || way.includes(options.only);

function cellsOf(subjects: CorpusPage[], server: PageServer): Cell[] {
  const ways = Object.entries(WAYS).filter(([way]) => isWanted(way));
  return ways.flatMap(([way, hide]) =>
    subjects.map((subject) => {
      const hidden = hide(subject.load.html, subject, server);
      const { html, path } = typeof hidden === 'string' ? { html: hidden, path: subject.path } : hidden;
      const trace = way.includes('late') ? LATE_TRACE : [];
      const page = { ...subject, id: `${subject.id} ${way}`, path, load: { html }, trace, click: {} };
      return { way, subject: subject.id, page };
    }),
  );
}

async function main(): Promise<void> {
  const jobs = wholeNumber('jobs', options.jobs);
  if (!Object.keys(WAYS).some(isWanted))
    throw new Error(`No way of hiding is named so: ${Object.keys(WAYS).join(', ')}.`);
  const subjects = ownPages().filter(({ id }) => SUBJECTS.includes(id));
  if (subjects.length !== SUBJECTS.length)
    throw new Error(
      `Only ${subjects.length} of the ${SUBJECTS.length} pages exist: see SUBJECTS in evade.ts.`,
    );
  await ensureBrowsers(['chromium']);
  if (options.build) await buildExtension('chrome');
  const pages: CorpusPage[] = subjects.map((page) => ({ ...page, id: innerId(page), path: '/' }));
  const served = [...pages];
  const server = await servePages((request) => corpusSource(served)(request));
  const cells = cellsOf(subjects, server);
  served.push(...cells.map(({ page }) => page));
  const rows = new Map<string, Row>();
  const queue = [...cells];
  const work = Array.from({ length: jobs }, async () => {
    const slot = new Slot('chromium', server.address);
    for (let cell = queue.shift(); cell; cell = queue.shift()) {
      rows.set(cell.page.id, await slot.judge(cell.page));
      if (rows.size % 10 === 0) console.log(`${rows.size}/${cells.length} (${cell.way})`);
    }
    await slot.close();
  });
  await Promise.all(work);
  server.close();
  console.log(caughtText(cells, rows));
  if (options.json) keepFile(options.json, JSON.stringify(keptCells(cells, rows), null, 1));
  // A run over nothing has caught nothing, and missed nothing either.
  const judged = [...rows.values()];
  if (judged.every(({ trouble }) => trouble !== undefined))
    throw new Error(`No page could be judged: ${judged[0]?.trouble ?? ''}`);
}

runTool(main);
