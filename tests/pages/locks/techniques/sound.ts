import { bare } from '../page';
import type { Technique } from '../technique';

/** Makes a short tone as a WAV address, in the page. */
export const TONE = `const tone = (() => {
  const n = 8000, b = new Uint8Array(44 + n), v = new DataView(b.buffer);
  const put = (at, text) => [...text].forEach((c, i) => (b[at + i] = c.charCodeAt(0)));
  put(0, 'RIFF'); v.setUint32(4, 36 + n, true); put(8, 'WAVEfmt '); v.setUint32(16, 16, true);
  v.setUint16(20, 1, true); v.setUint16(22, 1, true); v.setUint32(24, 8000, true); v.setUint32(28, 8000, true);
  v.setUint16(32, 1, true); v.setUint16(34, 8, true); put(36, 'data'); v.setUint32(40, n, true);
  for (let i = 0; i < n; i++) b[44 + i] = 128 + 60 * Math.sin(i / 4);
  return URL.createObjectURL(new Blob([b], { type: 'audio/wav' }));
})();`;

/** Sound in a loop. Browsers want a click before it, so each starts at the click. */
export const SOUND: Technique[] = [
  {
    id: 'sound-loop',
    does: 'an audio element in a loop',
    script: `${TONE} const a = new Audio(tone); a.loop = true; a.play();`,
  },
  {
    id: 'sound-autoplay',
    does: 'the autoplay attribute',
    script: `${TONE} const a = document.createElement('audio'); a.autoplay = a.loop = true; a.src = tone;
      document.body.append(a);`,
  },
  {
    id: 'sound-ended',
    does: 'played again when it ends',
    script: `${TONE} const a = new Audio(tone); a.onended = () => a.play(); a.play();`,
  },
  {
    id: 'sound-interval',
    does: 'played again by timer',
    script: `${TONE} const a = new Audio(tone); setInterval(() => a.play(), 100);`,
  },
  {
    id: 'sound-oscillator',
    does: 'an oscillator',
    script: `const c = new AudioContext(), o = c.createOscillator(); o.connect(c.destination); o.start();`,
  },
  {
    id: 'sound-buffer',
    does: 'a decoded buffer in a loop',
    script: `const c = new AudioContext(), s = c.createBufferSource();
      s.buffer = c.createBuffer(1, 8000, 8000); s.buffer.getChannelData(0).fill(0.5); s.loop = true;
      s.connect(c.destination); s.start();`,
  },
  {
    id: 'sound-speech',
    does: 'the words read out, again and again',
    script: `setInterval(() => speechSynthesis.speak(new SpeechSynthesisUtterance(words)), 1000);`,
  },
  {
    id: 'sound-frame',
    does: 'sound from a frame',
    script: `const f = document.createElement('iframe'); f.allow = 'autoplay'; f.src = '/frame'; document.body.append(f);`,
    files: { '/frame': { body: bare(`${TONE} const a = new Audio(tone); a.loop = true; a.play();`) } },
  },
].map((technique) => ({ at: 'click', ...technique }) as Technique);
