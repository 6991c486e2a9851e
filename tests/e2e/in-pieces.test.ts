import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesOf, type BrowserRig } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { sleep } from '../rig/processes';
import { comesTrue, KINDS, WORDS_ONLY } from './browsing';

/** Between two pieces, ms: less than the gate waits before its first look by the clock. */
const PAUSE_MS = 30;
/** The page is jammed so long; it has to be known before that, by what was read before the script ran. */
const JAM_MS = 25_000;
const COME_MS = 12_000;

const BODY = /<body[^>]*>(.*)<\/body>/su.exec(WORDS_ONLY)?.[1] ?? '';
/** It stands until somebody answers, and nobody does. */
const ALERT = '<script>alert("Attention")</script>';
const JAM = `<script>for (const end = performance.now() + ${JAM_MS}; performance.now() < end; );</script>`;

const JAM_IN_SVG = JAM.replace('<script>', '<script><![CDATA[').replace('</script>', ']]></script>');

/** The same words as a drawing that is a page of its own, and has no body. */
const DRAWN = [...new Set(BODY.replace(/<[^>]+>/gu, '\n').split('\n'))]
  .filter((line) => line.trim() !== '')
  .map((line, at) => `<text x="20" y="${40 + at * 30}" font-size="20">${line.trim()}</text>`)
  .join('');
const A_DRAWING = 'as a drawing';

/** What each page is sent as: the scam's words come late, with a script after them that never lets go. */
const PAGES: Record<string, string[]> = {
  'in the body': ['<!doctype html><title>Help</title><body>', `${BODY}${JAM}`],
  'in an element that was opened a piece before': [
    '<!doctype html><title>Help</title><body><main>',
    '<section><div>',
    `<div>${BODY}</div><footer><div>${JAM}`,
  ],
  'behind a dialog that says nothing': ['<!doctype html><title>Help</title><body>', `${BODY}${ALERT}`],
  [A_DRAWING]: ['<svg xmlns="http://www.w3.org/2000/svg">', `<g>${DRAWN}${JAM_IN_SVG}`],
};

describe.each(KINDS)('a page that comes in pieces and holds itself up before it is parsed in %s', (kind) => {
  let rig: BrowserRig;
  let server: Server;
  beforeAll(async () => {
    server = createServer((request, response) => {
      void (async () => {
        const [name = '', pieces = []] = Object.entries(PAGES)[Number(request.url?.slice(1))] ?? [];
        const type = name === A_DRAWING ? 'image/svg+xml' : 'text/html; charset=utf-8';
        response.writeHead(200, { 'content-type': type });
        for (const piece of pieces) {
          response.write(piece);
          await sleep(PAUSE_MS);
        }
        response.end();
      })();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    rig = await launch(kind);
  });
  afterAll(async () => {
    await rig?.close();
    server?.close();
  });

  it.each(Object.keys(PAGES).map((name, index) => [name, index] as const))(
    'is known by its words %s',
    async (_name, index) => {
      const { port } = server.address() as AddressInfo; // it listens on a port
      const address = `http://pieces-${index}.localhost:${port}/${index}`;
      await rig.open(address);
      const { hostname } = new URL(address);
      const known = async () => (await casesOf(rig)).some(({ host }) => host === hostname);
      expect(await comesTrue(COME_MS, known), 'known while the page was held up').toBe(true);
      await rig.closeOthers();
    },
    60_000,
  );
});
