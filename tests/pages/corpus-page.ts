/** A page of a corpus: a JSON file a page, the fields we use. */
export interface CorpusPage {
  id: string;
  class: 'positive' | 'hard-negative' | 'benign';
  language: string;
  kind?: string;
  kit?: string;
  path?: string;
  trace?: TraceEntry[];
  load: { html: string; title?: string };
  click?: { html?: string };
}

/** One call the page made in a real browser; `t` ms since navigation began. */
interface TraceEntry {
  t: number;
  stage: 'load' | 'click';
  top: boolean;
  api: string;
  arg?: string | null;
}

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

/** Runs in the page: does what the trace says, when it says so; the click's part after the first trusted click. */
function reenact(trace: TraceEntry[], clickHtml: string | null): void {
  const sound = new Audio('/-/tone.wav');
  sound.loop = true;
  const quietly = (promise: Promise<unknown> | undefined): void => void promise?.catch(() => {});
  const listen = (type: string): void =>
    addEventListener(type, (event) => {
      if (type === 'contextmenu' || type === 'beforeunload') event.preventDefault();
      if (event instanceof KeyboardEvent && /^(?:Esc|F\d)/.test(event.key)) event.preventDefault();
    });
  const keyboard = (navigator as { keyboard?: { lock(): Promise<void> } }).keyboard;
  const calls: Record<string, (arg: string) => void> = {
    listen,
    alert: (arg) => alert(arg),
    confirm: (arg) => void confirm(arg),
    prompt: (arg) => void prompt(arg),
    print: () => print(),
    requestFullscreen: () => quietly(document.documentElement.requestFullscreen()),
    'keyboard.lock': () => quietly(keyboard?.lock()),
    requestPointerLock: () => quietly(Promise.resolve(document.body.requestPointerLock())),
    'media.play': () => quietly(sound.play()),
    'oscillator.start': () => new AudioContext().createOscillator().start(),
    'speech.speak': (arg) => speechSynthesis.speak(new SpeechSynthesisUtterance(arg)),
    'history.pushState': () => history.pushState(null, '', location.href),
    'history.replaceState': () => history.replaceState(null, '', location.href),
    'window.open': () => void open('about:blank'),
    vibrate: () => void navigator.vibrate(200),
    'clipboard.writeText': (arg) => quietly(navigator.clipboard.writeText(arg)),
    'notification.requestPermission': () => quietly(Notification.requestPermission()),
  };
  const play = (stage: string, from: number): void => {
    for (const entry of trace)
      if (entry.stage === stage && entry.top)
        setTimeout(() => calls[entry.api]?.(entry.arg ?? ''), Math.max(0, entry.t - from));
  };
  play('load', performance.now());
  const first = trace.find(({ stage }) => stage === 'click')?.t ?? 0;
  const onClick = (event: Event): void => {
    if (!event.isTrusted) return;
    removeEventListener('click', onClick, true);
    for (const entry of trace)
      if (entry.stage === 'click' && entry.top && entry.t - first < 300) calls[entry.api]?.(entry.arg ?? '');
    play('click', first);
    if (clickHtml === null) return;
    const next = new DOMParser().parseFromString(clickHtml, 'text/html');
    document.documentElement.replaceChildren(...next.documentElement.childNodes);
  };
  addEventListener('click', onClick, true);
}

/** The page as it was, with a script of ours that does what the trace says it did. Needs `/-/tone.wav` served. */
export function corpusHtml(page: CorpusPage): string {
  const click = page.click?.html === undefined ? null : restoreMarkup(page.click.html);
  const data = JSON.stringify([page.trace ?? [], click]).replaceAll('<', '\\u003c');
  const script = `<script>(${reenact.toString()})(...${data})</script>`;
  const html = restoreMarkup(page.load.html);
  const head = /<head\b[^>]*>/i.exec(html);
  const at = head ? head.index + head[0].length : 0;
  return `<!doctype html>${html.slice(0, at)}${script}${html.slice(at)}`;
}
