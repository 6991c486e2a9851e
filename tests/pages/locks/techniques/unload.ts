import type { Technique } from '../technique';

const STAY = `(e) => { e.preventDefault(); e.returnValue = words; return words; }`;

/** "Leave this page?" in every way it is put in place; browsers ask only after a click. */
export const UNLOAD: Technique[] = [
  { id: 'beforeunload-property', does: 'beforeunload by property', script: `onbeforeunload = ${STAY};` },
  {
    id: 'beforeunload-listener',
    does: 'beforeunload by listener',
    script: `addEventListener('beforeunload', ${STAY});`,
  },
  { id: 'beforeunload-attribute', does: 'beforeunload by attribute', body: `onbeforeunload="return 'stay'"` },
  {
    id: 'beforeunload-frame',
    does: 'beforeunload in a frame that was clicked',
    markup: `<iframe style="position:fixed;inset:0;width:100%;height:100%;border:0;z-index:9" src="/frame"></iframe>`,
    files: {
      '/frame': {
        body: `<!doctype html><body style="height:90vh"><script>addEventListener('click', () => {
          addEventListener('beforeunload', (e) => { e.preventDefault(); e.returnValue = 'stay'; });
          parent.postMessage('go', '*'); });</script></body>`,
      },
    },
    script: '',
  },
  {
    id: 'beforeunload-again',
    does: 'beforeunload put in place again every 100 ms',
    script: `setInterval(() => { onbeforeunload = ${STAY}; addEventListener('beforeunload', ${STAY}); }, 100);`,
  },
  {
    id: 'beforeunload-busy',
    does: 'beforeunload, then a loop that never ends',
    script: `onbeforeunload = ${STAY}; setTimeout(() => { for (;;); }, 100);`,
    traps: true,
    spins: true,
  },
  {
    id: 'unload-spin',
    does: 'a handler that keeps the page from ending for 8 s',
    script: `const spin = () => { const end = Date.now() + 8000; while (Date.now() < end); };
      for (const name of ['beforeunload', 'pagehide', 'unload']) addEventListener(name, spin);`,
  },
].map((technique) => ({ at: 'click', ...technique }) as Technique);
