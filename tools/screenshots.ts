/**
 * `npm run screenshots`: every screen of the real extension in Chromium, in each language, light and dark, small and
 * large text, narrow and wide, into out/screenshots; axe-core looks at each. Ends with 1 when something is to be mended.
 *
 *   --only popup      screens whose name begins so      --language fr     one language
 *   --dist FOLDER     another build                     --keep            copies the best into docs/screenshots
 */
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { launchChromium, type PlaywrightRig } from '../tests/rig/chromium';
import { SCREENS } from './screenshots/screens';
import { fileName, shoot, type Look } from './screenshots/shoot';

const OUT = 'out/screenshots';

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

/** A quiet page of the extension through which settings are set and tabs are asked for. */
async function prepare({
  context,
  base,
}: PlaywrightRig): Promise<{ setLook: (look: Look) => Promise<void>; tab: number }> {
  const desk = await context.newPage();
  await desk.goto(`${base}src/ui/options/options.html`);
  const shown = await context.newPage();
  await shown.goto('data:text/html,<title>A quiet page</title><p>Hello');
  const tab = await desk.evaluate<number>(`chrome.tabs.query({}).then((tabs) => tabs.at(-1).id)`);
  const setLook = async ({ language, textSize }: Look): Promise<void> => {
    const person = {
      name: language === 'fr' ? 'Camille' : 'Alex',
      phone: language === 'fr' ? '01 99 00 12 34' : '555-0142',
    };
    const settings = { version: 1, language, textSize, trustedPerson: person };
    await desk.evaluate(`chrome.storage.local.set(${JSON.stringify({ settings, seenVersion: '0.1.0' })})`);
  };
  return { setLook, tab };
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
  mkdirSync(OUT, { recursive: true });
  const rig = await launchChromium(values.dist);
  let mend = 0;
  try {
    const { setLook, tab } = await prepare(rig);
    for (const look of languages.flatMap(looksFor)) {
      await setLook(look);
      for (const screen of screens) {
        if (screen.narrow && look.width !== 1280) continue;
        const file = `${OUT}/${fileName(screen, look)}`;
        const address = `${rig.base}src/ui/${screen.path.replace('TAB', String(tab))}`;
        const { trouble } = await shoot(rig.context, address, screen, look, file);
        console.log(`${trouble.length === 0 ? 'good' : 'MEND'}  ${file}`);
        for (const line of trouble) console.log(`      ${line}`);
        mend += trouble.length;
      }
    }
  } finally {
    await rig.close();
  }
  console.log(mend === 0 ? 'Nothing to mend.' : `${mend} things to mend.`);
  return mend === 0 ? 0 : 1;
}

process.exitCode = await main();
