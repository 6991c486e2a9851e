/**
 * `npm run screenshots`: every screen of the real extension, built anew, in Chromium, in each language, light and dark,
 * small and large text, narrow and wide, into out/screenshots; axe-core looks at each. Ends with 1 when something is to be
 * mended.
 *
 *   --only popup      screens whose name begins so      --language fr     one language
 *   --dist FOLDER     another build                     --keep            also the pictures of docs/screenshots and the tile
 */
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { launchChromium, type PlaywrightRig } from '../tests/rig/chromium';
import { buildExtension } from '../tests/rig/dist';
import { KEPT, SCREENS, type Screen } from './screenshots/screens';
import { fileName, shoot, type Look } from './screenshots/shoot';
import { setStage, type Stage } from './screenshots/stage';

const OUT = 'out/screenshots';
const KEPT_IN = 'docs/screenshots';
/** Chrome's store wants this size. */
const TILE = { name: 'docs/store/tile', width: 440, height: 280 };

/** Not the full product of all sizes: each extreme once with each language. */
function looksFor(language: string): Look[] {
  return [
    { language, theme: 'light', textSize: 100, width: 1280 },
    { language, theme: 'dark', textSize: 100, width: 1280 },
    { language, theme: 'light', textSize: 100, width: 360 },
    { language, theme: 'dark', textSize: 200, width: 1280 },
    { language, theme: 'light', textSize: 200, width: 360 },
    { language, theme: 'light', textSize: 100, width: 1920 },
  ];
}

function addressOf(screen: Screen, stage: Stage): string {
  const path = screen.path.replace(
    /[A-Z]{3,}/,
    (word) => stage.values[word as keyof Stage['values']] ?? word,
  ); // unknown words stay
  return `src/ui/${path}`;
}

/** The few pictures that README and stores show, each no larger than a window. */
async function keepBest(rig: PlaywrightRig, stage: Stage): Promise<void> {
  mkdirSync(KEPT_IN, { recursive: true });
  for (const { screen: name, language, theme } of KEPT) {
    const screen = SCREENS.find((each) => each.name === name);
    if (!screen) throw new Error(`No screen is named ${name}.`);
    const look = { language, theme, textSize: 100, width: 1280 };
    const file = `${KEPT_IN}/${name}-${language}-${theme}.png`;
    await stage.setLook(look);
    await shoot(rig.context, rig.base + addressOf(screen, stage), screen, look, file, false);
    console.log(`kept  ${file}`);
  }
}

/** The store's small tile, from its drawing. */
async function keepTile(rig: PlaywrightRig): Promise<void> {
  const { name, ...size } = TILE;
  const page = await rig.context.newPage();
  await page.setViewportSize(size);
  await page.setContent(`<body style="margin:0">${readFileSync(`${name}.svg`, 'utf8')}`);
  await page.screenshot({ path: `${name}.png` });
  await page.close();
  console.log(`kept  ${name}.png`);
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      language: { type: 'string' },
      dist: { type: 'string' },
      keep: { type: 'boolean' },
    },
  });
  const languages = readdirSync('src/texts').filter((name) => !values.language || name === values.language);
  const screens = SCREENS.filter((screen) => screen.name.startsWith(values.only ?? ''));
  // Else it would look at nothing and say that there is nothing to mend.
  if (screens.length === 0)
    throw new Error(`No screen's name begins with ${values.only}: see tools/screenshots/screens.ts.`);
  if (languages.length === 0) throw new Error(`There is no language ${values.language}: see src/texts.`);
  mkdirSync(OUT, { recursive: true });
  // In the last build a new language would be English still, and a new screen missing.
  if (values.dist === undefined && process.env.SANGFROID_DIST === undefined) await buildExtension('chrome');
  const rig = await launchChromium(values.dist, ['--hide-scrollbars']); // they would be cut off at the right
  let mend = 0;
  try {
    const stage = await setStage(rig);
    for (const look of languages.flatMap(looksFor)) {
      await stage.setLook(look);
      for (const screen of screens.filter(({ narrow }) => !narrow || look.width === 1280)) {
        const file = `${OUT}/${fileName(screen, look)}`;
        const { trouble } = await shoot(rig.context, rig.base + addressOf(screen, stage), screen, look, file);
        console.log(`${trouble.length === 0 ? 'good' : 'MEND'}  ${file}`);
        for (const line of trouble) console.log(`      ${line}`);
        mend += trouble.length;
      }
    }
    if (values.keep) await keepBest(rig, stage).then(() => keepTile(rig));
    stage.close();
  } finally {
    await rig.close();
  }
  console.log(mend === 0 ? 'Nothing to mend.' : `${mend} things to mend.`);
  return mend === 0 ? 0 : 1;
}

process.exitCode = await main();
