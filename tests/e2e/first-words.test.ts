import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserRig } from '../rig/browser-rig';
import { ensureBuilt } from '../rig/dist';
import { launch } from '../rig/launch';
import { comesTrue, KINDS, WARNING } from './browsing';

/** The warning of a build in which its script never comes, as between the page's HTML and its script. */
describe.each(KINDS)('before its script has run, the warning in %s', (kind) => {
  let rig: BrowserRig;
  let dist: string;
  beforeAll(async () => {
    dist = await mkdtemp(join(tmpdir(), 'sangfroid-first-words-'));
    await cp(await ensureBuilt(kind === 'chromium' ? 'chrome' : 'firefox'), dist, { recursive: true });
    const page = join(dist, WARNING);
    const html = await readFile(page, 'utf8');
    expect(html).toContain('<script');
    await writeFile(page, html.replace(/<script[^>]*><\/script>/, ''));
    rig = await launch(kind, { dist });
  });
  afterAll(async () => {
    await rig?.close();
    await rm(dist, { recursive: true, force: true });
  });

  /** What a person reads there, once the page is loaded, and how far it is scrolled (CSS px). */
  async function readAt(fragment: string): Promise<{ text: string; scrolled: number }> {
    const page = await rig.open(`${rig.base}${WARNING}?case=c1&tab=1${fragment}`);
    const isThere = `location.href === ${JSON.stringify(page.url)} && document.readyState === 'complete'`;
    const loaded = (): Promise<boolean> => rig.inPage(page, isThere);
    expect(await comesTrue(10_000, loaded)).toBe(true);
    return rig.inPage(page, `({ text: document.body.innerText.trim(), scrolled: scrollY })`);
  }

  it('says in one language what this is and what not to do', async () => {
    const { text, scrolled } = await readAt('#fr');
    expect(text.split(/\n+/)).toEqual([
      'Cette page est très probablement une arnaque.',
      'Votre ordinateur va très probablement bien.',
      'N’appelez aucun numéro qu’elle affiche.',
    ]);
    expect(scrolled).toBe(0);
    expect((await readAt('#ja')).text).toContain('詐欺の可能性');
  });

  it.each(['', '#zh', '#app'])(
    'says nothing where the address names no language of ours: "%s"',
    async (fragment) => {
      expect((await readAt(fragment)).text).toBe('');
    },
  );
});
