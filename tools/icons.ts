/** `node tools/bootstrap.mjs tools/icons.ts`: renders docs/icons/*.svg into src/static/icons/<name>-<size>.png with Chromium. */
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../tests/rig/ensure-browsers';

const FROM = 'docs/icons';
const TO = 'src/static/icons';
/** The states are only shown in the toolbar; the icon itself also stands in stores and lists. */
const SIZES: Record<string, number[]> = { icon: [16, 32, 48, 64, 128] };
const TOOLBAR_SIZES = [16, 32];
/** Chrome's store asks for some air around the 128 px icon (pixels on each side). */
const AIR: Record<number, number> = { 128: 16 };

const browser = await chromium.launch({
  executablePath: findBrowser('chromium'),
  chromiumSandbox: process.getuid?.() !== 0,
});
try {
  mkdirSync(TO, { recursive: true });
  for (const file of readdirSync(FROM).filter((name) => name.endsWith('.svg'))) {
    const name = basename(file, '.svg');
    const drawing = `data:image/svg+xml;base64,${readFileSync(`${FROM}/${file}`).toString('base64')}`;
    for (const size of SIZES[name] ?? TOOLBAR_SIZES) {
      const air = AIR[size] ?? 0;
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      const style = `position:absolute;left:${air}px;top:${air}px;width:${size - 2 * air}px;height:${size - 2 * air}px`;
      await page.setContent(`<body style="margin:0"><img src="${drawing}" style="${style}">`);
      const path = `${TO}/${name}-${size}.png`;
      await page.screenshot({ path, omitBackground: true });
      await page.close();
      console.log(path);
    }
  }
} finally {
  await browser.close();
}
