import { replaceWords, untitled, withStyle } from './dom';

/** Words cut by line breaks that a style takes away. */
export function hiddenBreaks(html: string): string {
  const changed = replaceWords(html, (document, text) => {
    const whole = document.createElement('span');
    for (const piece of text.match(/[\s\S]{1,3}/g) ?? []) whole.append(piece, document.createElement('br'));
    whole.className = 'o';
    return whole;
  });
  return untitled(withStyle(changed, '.o br{display:none}'));
}

/** The words in an attribute of another name, which the style sheet shows. */
export function otherAttribute(html: string): string {
  const changed = replaceWords(html, (document, text) => {
    const span = document.createElement('span');
    span.setAttribute('w', text);
    return span;
  });
  return untitled(withStyle(changed, '[w]::before{content:attr(w)}'));
}

/** The words in style elements that a style shows. */
export function shownStyle(html: string): string {
  const changed = replaceWords(html, (document, text) => {
    const part = document.createElement('style');
    part.className = 'o';
    part.textContent = text;
    return part;
  });
  return untitled(withStyle(changed, '.o{display:inline}'));
}

/** The words hidden by a style sheet, which a script puts out of force: nothing of the document changes. */
export function shownByRule(html: string): string {
  const changed = replaceWords(html, (document, text) => {
    const span = document.createElement('span');
    span.className = 'o';
    span.textContent = text;
    return span;
  });
  const show = 'setTimeout(() => { document.styleSheets[0].disabled = true; }, 3000);';
  return untitled(withStyle(changed, '.o{display:none}')).replace(
    /<\/body>/i,
    () => `<script>${show}</script></body>`,
  );
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
  return untitled(withStyle(changed, '.o{border:0;width:90%}')).replace(
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
  return untitled(withStyle(changed, '.o{word-spacing:-.25em}'));
}
