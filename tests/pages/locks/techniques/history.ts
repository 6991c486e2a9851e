import type { Technique } from '../technique';

/** The way back blocked, and pages that load themselves for ever. */
export const HISTORY: Technique[] = [
  {
    id: 'history-1000',
    does: 'a thousand history entries',
    at: 'load',
    script: `for (let i = 0; i < 1000; i++) try { history.pushState(i, '', '?' + i); } catch {}`,
  },
  {
    id: 'history-endless',
    does: 'history entries without end',
    at: 'load',
    script: `let i = 0; for (;;) try { history.pushState(i, '', '?' + i++); } catch {}`,
    traps: true,
    spins: true,
  },
  {
    id: 'history-popstate',
    does: 'a new entry whenever the person goes back',
    at: 'click',
    script: `history.pushState(0, '', '?a'); addEventListener('popstate', () => history.pushState(0, '', '?a'));`,
    keys: 'alt+Left',
  },
  {
    id: 'history-hash',
    does: 'a flood of #fragments',
    at: 'load',
    script: `let i = 0; setInterval(() => { for (let k = 0; k < 20; k++) location.hash = i++; }, 50);`,
  },
  { id: 'reload-loop', does: 'reloads itself for ever', at: 'load', script: 'location.reload();' },
  {
    id: 'meta-refresh',
    does: 'meta refresh loop',
    at: 'parse',
    markup: '<meta http-equiv="refresh" content="0">',
  },
  {
    id: 'replace-two-hosts',
    does: 'two sites that send the person to each other',
    at: 'load',
    script: `location.replace(location.host.startsWith('other-') ? location.href.replace('other-', '') : other + '/');`,
  },
];
