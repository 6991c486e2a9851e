/** Text as it may stand in markup and attributes. */
export function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export const paragraphs = (lines: readonly string[]): string =>
  lines.map((line) => `<p>${escape(line)}</p>`).join('\n');
export const listItems = (items: readonly string[] = []): string =>
  items.map((item) => `<li>${escape(item)}</li>`).join('\n');

/** A string as it may stand in an inline script. */
export const scriptText = (text: string): string => JSON.stringify(text).replaceAll('<', '\\u003c');

/** A whole document. */
export function documentOf(
  language: string,
  title: string,
  style: string,
  body: string,
  script = '',
): string {
  const direction = language === 'ar' ? ' dir="rtl"' : '';
  return `<!doctype html>
<html lang="${language}"${direction}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
${body}
${script && `<script>${script}</script>`}
</html>`;
}

/** A plain picture of a given colour, for desktops and photographs. */
export function picture(colour: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><rect width="1600" height="900" fill="${colour}"/><rect x="90" y="70" width="900" height="500" fill="#fff" opacity=".3"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
