import { replaceWords, withStyle } from './dom';

const noTitle = (html: string) => html.replace(/<title>[\s\S]*?<\/title>/i, '<title>Loading</title>');

/** Words cut by line breaks that a style takes away. */
export function hiddenBreaks(html: string): string {
  const changed = replaceWords(html, (document, text) => {
    const whole = document.createElement('span');
    for (const piece of text.match(/[\s\S]{1,3}/g) ?? []) whole.append(piece, document.createElement('br'));
    whole.className = 'o';
    return whole;
  });
  return noTitle(withStyle(changed, '.o br{display:none}'));
}

/** The words painted letter by letter. */
export function canvasLetters(html: string): string {
  const changed = replaceWords(html, (document, text) => {
    const canvas = document.createElement('canvas');
    canvas.width = 900;
    canvas.height = 30;
    canvas.dataset.paint = Buffer.from(text.trim(), 'utf8').toString('base64');
    return canvas;
  });
  const paint = `for (const canvas of document.querySelectorAll('canvas[data-paint]')) {
    const bytes = Uint8Array.from(atob(canvas.dataset.paint), (letter) => letter.charCodeAt(0));
    const pen = canvas.getContext('2d'); pen.font = '18px sans-serif'; let x = 0;
    for (const one of new TextDecoder().decode(bytes)) { pen.fillText(one, x, 20); x += pen.measureText(one).width; }
    canvas.removeAttribute('data-paint'); }`;
  return noTitle(changed).replace(/<\/body>/i, () => `<script>${paint}</script></body>`);
}

/** The words in an attribute of another name, which the style sheet shows. */
export function otherAttribute(html: string): string {
  const changed = replaceWords(html, (document, text) => {
    const span = document.createElement('span');
    span.setAttribute('w', text);
    return span;
  });
  return noTitle(withStyle(changed, '[w]::before{content:attr(w)}'));
}

/** The words in style elements that a style shows. */
export function shownStyle(html: string): string {
  const changed = replaceWords(html, (document, text) => {
    const part = document.createElement('style');
    part.className = 'o';
    part.textContent = text;
    return part;
  });
  return noTitle(withStyle(changed, '.o{display:inline}'));
}

/** The words as values of text boxes, set by a script. */
export function textBoxes(html: string): string {
  const changed = replaceWords(html, (document, text) => {
    const box = document.createElement('textarea');
    box.readOnly = true;
    box.className = 'o';
    box.dataset.v = Buffer.from(text.trim(), 'utf8').toString('base64');
    return box;
  });
  const fill = `for (const box of document.querySelectorAll('.o')) {
    box.value = new TextDecoder().decode(Uint8Array.from(atob(box.dataset.v), (letter) => letter.charCodeAt(0))); }`;
  return noTitle(withStyle(changed, '.o{border:0;width:90%}')).replace(
    /<\/body>/i,
    () => `<script>${fill}</script></body>`,
  );
}

/** Words cut by blanks that a style takes away; those that are meant are wide ones. */
export function narrowBlanks(html: string): string {
  const changed = replaceWords(html, (document, text) => {
    const whole = document.createElement('span');
    whole.className = 'o';
    whole.textContent = text
      .trim()
      .replaceAll(/\s+/g, '\u2003')
      .replaceAll(/(?<=\S{3})(?=\S)/g, ' ');
    return whole;
  });
  return noTitle(withStyle(changed, '.o{word-spacing:-.25em}'));
}
