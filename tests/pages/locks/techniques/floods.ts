import type { Technique } from '../technique';

/** A loop that never ends, in which each turn asks the browser's first process for something. */
const flood = (id: string, does: string, turn: string): Technique => ({
  id: `flood-${id}`,
  does: `${does} without end`,
  at: 'load',
  script: `for (let i = 0; ; i++) try { ${turn} } catch {}`,
  files: { '/flood': { type: 'text/plain', body: '' } },
  traps: true,
  spins: true,
});

/** Pages that leave the browser no time to answer. */
export const FLOODS: Technique[] = [
  flood('cookie', 'cookies', `document.cookie = 'x' + (i % 50) + '=' + i;`),
  flood('image', 'pictures', `new Image().src = '/flood?' + i;`),
  flood(
    'frame',
    'frames with a page',
    `const f = document.createElement('iframe'); f.src = '/flood?' + i; document.body.append(f);`,
  ),
  flood('blob', 'addresses of blobs', `URL.createObjectURL(new Blob(['x' + i]));`),
  flood('focus', 'focus and blur', `focus(); blur();`),
  flood('storage', 'stored values', `localStorage.setItem('x', i);`),
];
