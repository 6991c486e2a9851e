import { pageOf } from '../page';
import type { Technique } from '../technique';

/** Windows opened over windows. */
const list: Technique[] = [
  {
    id: 'swarm-20',
    does: 'twenty windows',
    at: 'click',
    script: `for (let i = 0; i < 20; i++) open('/again?' + i, '_blank', 'width=300,height=200,left=' + i * 20);`,
    popups: true,
    traps: true,
  },
  {
    id: 'popunder',
    does: 'a window behind that comes again',
    at: 'click',
    script: `let w; setInterval(() => { if (!w || w.closed) { w = open('/again', 'under', 'width=300,height=200'); focus(); } }, 200);`,
    popups: true,
  },
  {
    id: 'open-on-close',
    does: 'a second window that opens the first again',
    at: 'click',
    script: `open('/keeper', '_blank', 'width=300,height=200');`,
    popups: true,
  },
  {
    id: 'window-moves',
    does: 'a window that moves about',
    at: 'click',
    script: `const w = open('/again', '_blank', 'width=300,height=200'); let i = 0;
      setInterval(() => w.moveTo((i += 30) % 800, (i * 7) % 500), 50);`,
    popups: true,
  },
  {
    id: 'window-refocus',
    does: 'a window that takes the focus back',
    at: 'click',
    script: `const w = open('/again', '_blank', 'width=300,height=200'); setInterval(() => w.focus(), 100);
      addEventListener('blur', () => focus());`,
    popups: true,
  },
  {
    id: 'window-on-top',
    does: 'a window that stays above all others',
    at: 'click',
    script: `documentPictureInPicture.requestWindow({ width: 900, height: 600 })
      .then((above) => above.document.body.append(words));`,
  },
  {
    id: 'video-on-top',
    does: 'a video that stays above all windows',
    at: 'click',
    markup: '<canvas width="640" height="360" hidden></canvas><video muted playsinline></video>',
    script: `const canvas = document.querySelector('canvas'), video = document.querySelector('video');
      const pen = canvas.getContext('2d'); setInterval(() => pen.fillRect(0, 0, 640, 360), 50);
      video.srcObject = canvas.captureStream(20); video.play();
      video.requestPictureInPicture().catch(() => video.addEventListener('loadedmetadata', () =>
        video.requestPictureInPicture(), { once: true }));`,
  },
];

const keeper = list.find(({ id }) => id === 'open-on-close') as Technique; // in the list above
keeper.files = {
  '/keeper': {
    body: `<!doctype html><title>.</title><script>setInterval(() => {
      if (!opener || opener.closed) open('/again', '_blank'); }, 100);</script>`,
  },
};
for (const technique of list)
  technique.files = {
    ...technique.files,
    '/again': { body: pageOf({ id: 'again', does: '', at: 'parse' }) },
  };

export const WINDOWS = list;
