import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserRig } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { servePages, type PageServer } from '../rig/page-server';
import { sleep, until } from '../rig/processes';
import { HONEST, KINDS, noticedAndClosed, openHonest, WORDS_ONLY } from './browsing';

const PAGES = ['warning', 'guide', 'journal', 'practice', 'options', 'welcome', 'guard', 'popup'];

/** A proxy that answers everything with 502 and writes down what was asked of it. */
async function recordingProxy(): Promise<{ server: Server; port: number; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url ?? ''}`);
    // A browser that is closed hangs up; a socket with nobody listening to that would end the whole run.
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 No\r\n\r\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, port: (server.address() as AddressInfo).port, asked };
}

/** Hosts of the browsers' own services, which may speak at any time. */
const OWN_SERVICES = /(?:^|\.)(?:google|googleapis|gvt1|mozilla|firefox)\.(?:com|net|org)$/;

/** Whether a line of the proxy, such as "CONNECT a.example:443", asks for one of the browser's own services. */
function ofTheBrowser(line: string): boolean {
  const [method, address = ''] = line.split(' ');
  const url = method === 'CONNECT' ? `https://${address}` : address;
  return URL.canParse(url) && OWN_SERVICES.test(new URL(url).hostname);
}

/** Everything but the test's own pages goes through the proxy, addresses of this machine included. */
function throughProxy(port: number) {
  return {
    switches: [`--proxy-server=127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>;*.localhost'],
    preferences: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
      'network.proxy.no_proxies_on': '.localhost',
      'network.proxy.allow_hijacking_localhost': true,
    },
  };
}

describe.each(KINDS)('the extension and the network in %s', (kind) => {
  let rig: BrowserRig;
  let server: PageServer;
  let proxy: Awaited<ReturnType<typeof recordingProxy>>;
  const served: string[] = [];
  beforeAll(async () => {
    proxy = await recordingProxy();
    server = await servePages(({ site, path }) => {
      served.push(site + path);
      return path === '/locker' ? WORDS_ONLY : HONEST;
    });
    rig = await launch(kind, throughProxy(proxy.port));
  });
  afterAll(async () => {
    await rig?.close();
    server?.close();
    proxy?.server.close();
  });

  it('the proxy hears a page that does ask for something', async () => {
    const page = await openHonest(rig, server.address('control', '/bread'));
    await rig.inPage(
      page,
      `fetch('http://control.example/heard', { mode: 'no-cors' }).then(() => 1, () => 0)`,
    );
    expect(proxy.asked.join()).toContain('control.example');
  });

  it('asks for nothing: a scam from notice to guide, and every page of its own', async () => {
    served.length = 0;
    const { id } = await noticedAndClosed(rig, server.address('scam', '/locker'));
    for (const name of PAGES) {
      const page = await rig.open(`${rig.base}src/ui/${name}/${name}.html?case=${id}`);
      const shows = () => rig.inPage<boolean>(page, `!!document.querySelector('h1, .state')`);
      expect(await until(5_000, async () => (await shows()) || undefined), name).toBe(true);
      await sleep(500);
    }
    await sleep(1_500);
    expect(served, 'only the page itself was asked for').toEqual(['scam/locker']);
    // From the start of the browser on, so that nothing said at installation is let pass.
    const others = proxy.asked.filter(
      (one) => !one.includes('//control.example/heard') && !ofTheBrowser(one),
    );
    expect(others).toEqual([]);
  });

  it.each(['POST http://stats.example/?ref=google.com', 'CONNECT notmozilla.org:443'])(
    'does not take %s for the browser itself',
    (line) => expect(ofTheBrowser(line)).toBe(false),
  );

  it('could not ask if it wanted to: its pages refuse every other host', async () => {
    for (const what of [
      `fetch('http://control.example/leak', { mode: 'no-cors' })`,
      `new Promise((done, fail) => { const one = new Image(); one.onload = done; one.onerror = fail;
        one.src = 'http://control.example/leak.png' })`,
    ])
      expect(await rig.ask<string>(`return ${what}.then(() => 'loaded', () => 'refused')`)).toBe('refused');
    expect(proxy.asked.join()).not.toContain('leak');
  });
});
