/** A grey picture of a given size, in the place of one that was taken out. */
function greyPicture(width: number, height: number): string {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}'><rect width='100%' height='100%' fill='%23bbb'/></svg>`;
  return `data:image/svg+xml,${svg}`;
}

/** Gives boxes their size back, links their address, handlers in markup their place. */
export function restoreMarkup(html: string): string {
  return html
    .replace(
      /<(img|canvas|iframe|video)\b([^>]*?) data-box="(\d+)x(\d+)"/g,
      (_all, tag: string, rest: string, width: string, height: string) => {
        const source = tag === 'img' ? ` src="${greyPicture(Number(width), Number(height))}"` : '';
        return `<${tag}${rest} width="${width}" height="${height}"${source}`;
      },
    ) // prettier-ignore
    .replace(/ data-was-href=/g, ' href=')
    .replace(/ data-onbeforeunload(?:="[^"]*")?/g, ' onbeforeunload="return true"')
    .replace(/ data-frame-text="([^"]*)"/g, ' srcdoc="$1"');
}
