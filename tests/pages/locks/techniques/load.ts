import type { Technique } from '../technique';

/** Pages that use up the machine. Memory stops at one gigabyte. */
export const LOAD: Technique[] = [
  {
    id: 'busy-parse',
    does: 'a loop that never ends, while parsed',
    at: 'parse',
    script: 'for (;;);',
    traps: true,
    spins: true,
  },
  {
    id: 'busy-load',
    does: 'a loop that never ends, after load',
    at: 'load',
    script: 'for (;;);',
    traps: true,
    spins: true,
  },
  {
    id: 'busy-click',
    does: 'a loop that never ends, after a click',
    at: 'click',
    // Behind the warning Firefox lets the timer wait for up to four seconds.
    script: `setTimeout(() => { navigator.sendBeacon('/second'); for (;;); }, 600);`,
    traps: true,
    loop: true,
    spins: true,
  },
  {
    id: 'memory-growth',
    does: 'takes memory up to one gigabyte',
    at: 'load',
    script: `const kept = []; const t = setInterval(() => { kept.push(new Uint8Array(64 << 20).fill(1));
      if (kept.length === 16) clearInterval(t); }, 100);`,
  },
  {
    id: 'nodes-100000',
    does: 'a hundred thousand elements',
    at: 'load',
    script: `const box = document.createElement('div'); box.hidden = true; document.body.append(box); let n = 0;
      const t = setInterval(() => { for (let i = 0; i < 2000; i++) box.append(document.createElement('i'));
      if ((n += 2000) >= 1e5) clearInterval(t); }, 20);`,
  },
];
