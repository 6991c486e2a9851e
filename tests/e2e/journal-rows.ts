import type { Incident } from '../../src/storage/incident';
import type { BrowserRig } from '../rig/browser-rig';

/** The journal's database read and written past the product, from a page of the extension. */

const ROW = `({ at: n, level: 'warn', closedBy: 'warning', address: 'https://h' + n + '.example/',
  host: 'h' + n + '.example', chain: ['https://start.example/'], title: 'Alert', excerpt: 'x'.repeat(2000),
  phones: ['555-0134'], codes: ['CODE-7'], reasons: [], times: 1,
  notes: { caller: '', amounts: '', program: '', otherNumbers: '', text: '' } })`;

/**
 * Opens the database as `base`, runs statements that end by calling `done`, and closes it again. Throws where the
 * product has not made it yet: an empty one made here would be taken for the product's own.
 */
function withDatabase<T>(rig: BrowserRig, statements: string, version = ''): Promise<T> {
  return rig.ask<T>(`return new Promise((resolve, fail) => {
    const opening = indexedDB.open('sangfroid-journal'${version});
    opening.onerror = () => fail(opening.error);
    opening.onupgradeneeded = () => ${version === '' ? 'opening.transaction.abort()' : 'undefined'};
    opening.onsuccess = () => {
      const base = opening.result;
      const done = (value) => { base.close(); resolve(value); };
      ${statements}
    };
  })`);
}

/** Writes entries, oldest first; entry n has the key n + 1. Their time is now, so that none expires. */
export function fillJournal(rig: BrowserRig, count: number): Promise<unknown> {
  return withDatabase(
    rig,
    `const write = base.transaction('incidents', 'readwrite');
     for (let n = 0; n < ${count}; n += 1)
       write.objectStore('incidents').put({ ...${ROW}, id: n + 1, at: Date.now() });
     write.oncomplete = () => done(true);
     write.onerror = () => fail(write.error);`,
  );
}

/** One more entry with the given time. */
export function addIncident(rig: BrowserRig, at: number): Promise<unknown> {
  return withDatabase(
    rig,
    `const write = base.transaction('incidents', 'readwrite');
     const n = 20000;
     write.objectStore('incidents').put({ ...${ROW}, at: ${at} });
     write.oncomplete = () => done(true);
     write.onerror = () => fail(write.error);`,
  );
}

/** Every entry as it is stored. */
export function rowsOf(rig: BrowserRig): Promise<Incident[]> {
  return withDatabase<Incident[]>(
    rig,
    `const all = base.transaction('incidents').objectStore('incidents').getAll();
     all.onsuccess = () => done(all.result);`,
  );
}

/** Red, green and blue in the upper left corner of each picture that is kept. */
export function pictureCorners(rig: BrowserRig): Promise<number[][]> {
  return withDatabase<number[][]>(
    rig,
    `const corner = (picture) => new Promise((known, lost) => {
       const image = new Image();
       image.onerror = lost;
       image.onload = () => {
         const paper = document.createElement('canvas').getContext('2d');
         paper.drawImage(image, 0, 0);
         known([...paper.getImageData(4, 4, 1, 1).data].slice(0, 3));
       };
       image.src = picture;
     });
     const all = base.transaction('screenshots').objectStore('screenshots').getAll();
     all.onsuccess = () => Promise.all(all.result.map(corner)).then(done, fail);`,
  );
}

/** What a half-done write would leave: pictures without their entry, entries without an address. */
export function looseEnds(rig: BrowserRig): Promise<string[]> {
  return withDatabase<string[]>(
    rig,
    `const read = base.transaction(['incidents', 'screenshots']);
     const rows = read.objectStore('incidents').getAll();
     const pictures = read.objectStore('screenshots').getAllKeys();
     read.oncomplete = () => {
       const keys = new Set(rows.result.map(({ id }) => id));
       const lost = pictures.result.filter((key) => !keys.has(key)).map((key) => 'picture ' + key);
       const empty = rows.result.filter(({ address, at }) => !address || !at).map(({ id }) => 'entry ' + id);
       done([...lost, ...empty]);
     };`,
  );
}

/** Leaves the database as a newer program would. */
export function openWithNewerVersion(rig: BrowserRig): Promise<unknown> {
  return withDatabase(rig, 'done(true);', ', 99');
}

/** Throws the database away. */
export function deleteJournal(rig: BrowserRig): Promise<unknown> {
  return rig.ask(`return new Promise((done, fail) => {
    const gone = indexedDB.deleteDatabase('sangfroid-journal');
    gone.onsuccess = () => done(true);
    gone.onerror = () => fail(gone.error);
  })`);
}
