import { bare } from '../page';
import type { Moment, Technique } from '../technique';

const CALLS = { alert: 'alert(words)', confirm: 'confirm(words)', prompt: 'prompt(words)', print: 'print()' };
/** A dialog without end; the server is told when the second one is due. */
export const loop = (call: string): string =>
  `for (let i = 0; ; i++) { if (i === 1) navigator.sendBeacon('/second'); ${call}; }`;

const MOMENTS: Record<Moment, string> = {
  parse: 'while the page is parsed',
  load: 'after load',
  click: 'after a click',
};

/** Each dialog, endlessly, at each moment. */
const inPage = Object.entries(CALLS).flatMap(([name, call]) =>
  Object.entries(MOMENTS).map(([at, when]): Technique => ({
    id: `${name}-${at}`,
    does: `endless ${name} ${when}`,
    at: at as Moment,
    script: loop(call),
    traps: true,
    loop: true,
  })),
);

const FRAMES = {
  frame: { does: 'in a frame of the same site', src: `'/frame'` },
  'frame-cross': { does: 'in a frame of another site', src: `other + '/frame'` },
  'frame-nested': { does: 'two frames deep', src: `'/nest'` },
};

/** Each dialog, endlessly, out of a frame. Browsers refuse some of these in frames of other sites. */
const inFrames = Object.entries(CALLS).flatMap(([name, call]) =>
  Object.entries(FRAMES).map(([where, { does, src }]): Technique => ({
    id: `${name}-${where}`,
    does: `endless ${name} ${does}`,
    at: 'load',
    script: `const f = document.createElement('iframe'); f.src = ${src}; document.body.append(f);`,
    files: {
      '/frame': { body: bare(loop(call)) },
      '/nest': { body: bare(`document.body.innerHTML = '<iframe src="/frame"></iframe>';`) },
    },
    traps: true,
    loop: true,
  })),
);

export const DIALOGS: Technique[] = [
  ...inPage,
  ...inFrames,
  {
    id: 'alert-interval',
    does: 'an alert again and again by timer',
    at: 'load',
    script: `let i = 0; setInterval(() => { if (++i === 2) navigator.sendBeacon('/second'); alert(words); }, 50);`,
    traps: true,
    loop: true,
  },
  {
    id: 'print-interval',
    does: 'a print flood by timer',
    at: 'load',
    script: `let i = 0; setInterval(() => { if (++i === 2) navigator.sendBeacon('/second'); print(); }, 50);`,
    traps: true,
    loop: true,
  },
  {
    id: 'alert-in-beforeunload',
    does: 'an alert loop in the beforeunload handler',
    at: 'click',
    script: `addEventListener('beforeunload', (e) => { e.preventDefault(); for (let i = 0; i < 1e4; i++) alert(words); });`,
  },
];
