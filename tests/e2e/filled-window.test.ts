import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { casesOf, type BrowserRig } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { servePages, type PageServer } from '../rig/page-server';
import { sleep } from '../rig/processes';
import { comesTrue, forgetCases, HONEST, KINDS, WORDS_ONLY } from './browsing';

/** Ways in which a page fills a window that it opens. */
const FILLED: Record<string, string> = {
  '/blank': "open('').document.body.innerHTML = page",
  '/written': "const made = open('').document; made.write(page); made.close()",
  '/blob': "open(URL.createObjectURL(new Blob([page], { type: 'text/html' })))",
  '/framed': `const made = open('').document; const frame = made.createElement('iframe');
    Object.assign(frame, { srcdoc: page, width: 900, height: 700 }); made.body.append(frame)`,
};
const lesson = (fill: string): string =>
  `<!doctype html><title>Lesson</title><p>How to know a fake alert.</p>
   <script>const page = ${JSON.stringify(WORDS_ONLY).replaceAll('<', '\\u003c')}; ${fill}</script>`;
/** A page is warned of well within this. */
const WARNED_MS = 12_000;
const LOOKED_MS = 4_000;

describe.each(KINDS)('a window that a page fills itself, in %s', (kind) => {
  let rig: BrowserRig;
  let server: PageServer;
  beforeAll(async () => {
    server = await servePages(({ path }) => {
      const advert = server.address('advert', path.replace('/around', ''));
      if (path.startsWith('/around')) return `${HONEST}<iframe src="${advert}"></iframe>`;
      return path in FILLED ? lesson(FILLED[path] ?? '') : HONEST;
    });
    rig = await launch(kind, { popupsAllowed: true });
    const settings = { version: 1, trustedSites: [{ host: 'training.localhost', since: 1, why: 'options' }] };
    await rig.ask(`await browser.storage.local.set({ settings: ${JSON.stringify(settings)} })`);
  });
  afterEach(async () => {
    await rig.closeOthers();
    await forgetCases(rig);
  });
  afterAll(async () => {
    await rig?.close();
    server?.close();
  });

  const isWarned = async (): Promise<boolean> => (await casesOf(rig)).length > 0;

  it.each(Object.keys(FILLED))('is left alone as the trusted site is: %s', async (path) => {
    await rig.open(server.address('training', path));
    await sleep(LOOKED_MS);
    expect(await casesOf(rig)).toEqual([]);
  });

  it.each(['/blank', '/blob'])('is warned of where the site is not trusted: %s', async (path) => {
    await rig.open(server.address('scam', path));
    expect(await comesTrue(WARNED_MS, isWarned)).toBe(true);
  });

  it.each(['/blank', '/blob'])(
    'is warned of where a frame in the trusted page fills it: %s',
    async (path) => {
      await rig.open(server.address('training', `/around${path}`));
      expect(await comesTrue(WARNED_MS, isWarned)).toBe(true);
    },
  );
});
