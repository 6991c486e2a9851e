import type { Technique } from '../technique';
import { TONE } from './sound';

const LOCKS = `${TONE} const a = new Audio(tone); a.loop = true; a.play();
  document.documentElement.requestFullscreen().catch(() => {});
  navigator.keyboard?.lock().catch(() => {}); document.body.requestPointerLock();
  document.documentElement.style.cursor = 'none'; onbeforeunload = () => 'stay';`;

/** What kits do together at the first click. */
export const COMBINED: Technique[] = [
  {
    id: 'kit-click',
    does: 'sound, full screen, keyboard and pointer lock, no cursor and beforeunload at the first click',
    at: 'click',
    script: LOCKS,
    traps: true,
  },
  {
    id: 'kit-click-history',
    does: 'the same with a history flood and blocked keys',
    at: 'click',
    script: `${LOCKS} for (let i = 0; i < 200; i++) try { history.pushState(i, ''); } catch {}
      addEventListener('keydown', (e) => e.preventDefault(), true);
      addEventListener('contextmenu', (e) => e.preventDefault());`,
    traps: true,
  },
  {
    id: 'kit-click-alert',
    does: 'the same, then alerts without end',
    at: 'click',
    script: `${LOCKS} setTimeout(() => { for (;;) alert(words); }, 700);`,
    traps: true,
  },
];
