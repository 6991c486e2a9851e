import { readWords } from '../../../src/detection/frames/read-words';
import { loadRules, type Rules } from '../../../src/detection/phrases/rules';
import { PhraseIndex, type Entry } from '../../../src/detection/phrases/phrase-index';
import { NEXT, sortByFirstWords } from '../../../src/detection/phrases/first-words';
import { ruleData } from '../../../src/detection/phrases/rule-data';
import type { BrowserKind } from '../../rig/browser-rig';
import { servePages } from '../../rig/page-server';
import { startBrowser } from './bench-browser';
import { exponentsOf } from './growth';
import { article, benchSource, documentOf, framesPage, sentence } from './pages';
import { headOf, rounded, type GrowthResult } from './results';
import { median } from './statistics';
import { PAGE_CURVES, RULES_CURVE } from './targets';
import type { BenchBrowser } from './visit';

/** Words that open the gate in a page that only tells of scams: the detector reads it, and stays quiet. */
const TELLING =
  'A fake warning in the name of Microsoft says that your computer is infected with a virus and locked, and asks you to call support. ' +
  'This article explains how such a scam works and why you can simply close the tab. ';

interface Curve {
  name: (typeof PAGE_CURVES)[number];
  /** What it is chosen by, and the path of the page that is served. */
  path: string;
  sizes: readonly number[];
  html: (size: number) => string;
}

/** A page of so many kB of words in paragraphs of 1 kB. */
function textPage(kilobytes: number, first: string): string {
  const paragraphs = Array.from({ length: kilobytes }, (_, index) => `<p>${sentence(index, 170)}</p>`);
  return documentOf('Text', `<article><h1>Text</h1><p>${first}</p>${paragraphs.join('')}</article>`);
}

/** What is measured of each page in both browsers; Firefox tells it by its profiler. */
const UNITS: Record<BrowserKind, string> = {
  chromium: 'ms of main-thread script of the first page, ours minus the floor, Chromium',
  firefox:
    "ms of main-thread script of the first page's process by the browser's profiler, ours minus the floor, Firefox",
};

const TEXT_KB = [1, 10, 100, 1_000, 10_000];

const CURVES: readonly Curve[] = [
  {
    name: 'text of an ordinary page, kB',
    path: 'text',
    sizes: TEXT_KB,
    html: (size) => textPage(size, ''),
  },
  {
    name: 'text of a page that opens the gate, kB',
    path: 'telling',
    sizes: TEXT_KB,
    html: (size) => textPage(size, TELLING),
  },
  {
    name: 'elements',
    path: 'nodes',
    sizes: [1_000, 5_000, 20_000, 60_000, 200_000],
    html: (size) => article(size, 'Growth'),
  },
  { name: 'frames', path: 'frames', sizes: [1, 5, 20, 100, 500], html: framesPage },
];

/** Most of the growing pages are at rest after this, ms; the largest take longer to load than to be looked at. */
const WATCH_MS = 1_500;

async function measureCurve(
  kind: BrowserKind,
  browsers: { empty: BenchBrowser; ours: BenchBrowser },
  curve: Curve,
  count: number,
) {
  const server = await servePages(
    benchSource(({ path, query }) =>
      path === `/grow-${curve.path}` ? curve.html(Number(query.get('size') ?? 1)) : undefined,
    ),
  );
  const points: GrowthResult['points'] = [];
  for (const size of curve.sizes) {
    const url = server.address('growth', `/grow-${curve.path}?size=${size}`);
    const costs: number[] = [];
    for (let round = 0; round < count; round += 1) {
      const wanted = { url, again: 0, watch: WATCH_MS, busy: false, profiled: true };
      const [empty, ours] = [await browsers.empty.visit(wanted), await browsers.ours.visit(wanted)];
      costs.push(ours.script - empty.script);
    }
    points.push({ size, cost: rounded(median(costs)) });
    console.log(`${kind} growth, ${curve.name}: ${size} costs ${rounded(median(costs))} ms`);
  }
  server.close();
  return points;
}

/**
 * The rules with every phrase there `times` times; all but one end in a word that never comes. The worst kind of
 * growth: they begin with words that do occur, are tried, and no hit ever brings the reading to its cap.
 */
function multiplied(times: number): Rules {
  const { labels, brands } = loadRules();
  const { packs } = ruleData();
  const entries: Entry[] = [];
  for (let copy = 0; copy < times; copy += 1) {
    let label = 0;
    for (const { gaps, counts, phrases } of packs) {
      const all = phrases.split(NEXT);
      for (const count of counts) {
        for (const phrase of all.splice(0, count))
          entries.push({ source: copy === 0 ? phrase : `${phrase} zq${copy}`, gaps, label, phrase: null });
        label += 1;
      }
    }
  }
  const entryAt = (number: number): Entry => {
    const entry = entries[number];
    if (!entry) throw new Error(`There is no phrase ${number}.`);
    return entry;
  };
  return {
    labels,
    brands,
    index: new PhraseIndex(entryAt, sortByFirstWords(entries.map(({ source }) => source))),
  };
}

const RULE_TIMES = [1, 2, 5, 10, 20];
/** Characters of the text that is read with ever more rules. */
const RULES_TEXT = 100_000;

/** One reading is short, and the noise of single ones was as large as what the curve is to show. */
const READINGS = 31;

/** Reading one text with ever more rules, in this process; each point is the median of READINGS. */
function growthOfRules(): Pick<GrowthResult, 'points' | 'unit' | 'exponent' | 'tail'> {
  const text = (TELLING + sentence(3, 40)).repeat(RULES_TEXT / 400).slice(0, RULES_TEXT);
  const points = RULE_TIMES.map((size) => {
    const rules = multiplied(size);
    const segments =
      text.match(/.{1,1000}/gsu)?.map((part) => ({ text: part, quoted: false, prominence: 0.4 })) ?? [];
    const read = () => {
      const began = process.cpuUsage();
      readWords({ segments, title: '', actTexts: [], address: 'https://example.test/' }, rules);
      const { user, system } = process.cpuUsage(began);
      return (user + system) / 1000;
    };
    for (let warm = 0; warm < 8; warm += 1) read();
    const cost = rounded(median(Array.from({ length: READINGS }, read)));
    console.log(`growth, rules × ${size}: ${cost} ms`);
    return { size, cost };
  });
  return {
    points,
    unit: `ms of CPU to read ${RULES_TEXT} characters, Node ${process.version}`,
    ...exponentsOf(points),
  };
}

const RULES = 'rules';

/** The names of all curves; the one of the rules needs no browser and is measured with Chromium's. */
export const CURVE_NAMES: readonly string[] = [RULES, ...CURVES.map(({ path }) => path)];

/**
 * The chosen curves of a browser; `keep` is called with each at once.
 * @param names some of CURVE_NAMES
 * @param count pairs at each point
 */
export async function runGrowth(
  kind: BrowserKind,
  names: readonly string[],
  count: number,
  keep: (result: GrowthResult) => void,
): Promise<void> {
  const rules = kind === 'chromium' && names.includes(RULES) ? growthOfRules() : null;
  const browsers = { empty: await startBrowser(kind, 'empty'), ours: await startBrowser(kind, 'ours') };
  const { version } = browsers.ours;
  if (rules) keep({ kind: 'growth', ...headOf(kind, version, RULES_CURVE, READINGS), ...rules });
  for (const curve of CURVES.filter(({ path }) => names.includes(path))) {
    const points = await measureCurve(kind, browsers, curve, count);
    const head = headOf(kind, version, curve.name, count);
    keep({ kind: 'growth', ...head, unit: UNITS[kind], points, ...exponentsOf(points) });
  }
  for (const browser of Object.values(browsers)) await browser.close();
}
