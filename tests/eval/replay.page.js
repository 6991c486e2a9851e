/**
 * Runs in a recorded page before anything else and does again what the page did: the same calls at the same times,
 * the rest after the person's click, when the document also becomes what it was then. The server calls it with the plan:
 * { entries: [{ t, stage, top, api, arg }], clickHtml: string | null, clickAt: ms of the recorded click }.
 * One long function, because its text goes into the page: nothing that stood outside of it would be there, and nothing
 * of it may stand among the page's own names.
 */
export default (plan) => {
  document.currentScript?.remove();
  const sounds = new Map();
  let innerWindow;

  const frameWindow = () => {
    if (innerWindow) return innerWindow;
    const frame = document.createElement('iframe');
    frame.style.cssText = 'width:1px;height:1px;border:0;position:absolute;opacity:0';
    (document.body ?? document.documentElement).append(frame);
    return (innerWindow = frame.contentWindow);
  };

  const quiet = (promise) => promise?.catch?.(() => {});
  const noop = () => {};
  const stop = (event) => event.preventDefault();

  function play(w, arg) {
    const [, loop, name] = /loop=(\w+) src=(.*)/.exec(arg) ?? [];
    let sound = sounds.get(name);
    if (!sound) {
      sound = document.querySelector('audio:not([src])') ?? new w.Audio();
      sound.src = '/-/tone.wav';
      sound.loop = loop === 'true';
      sounds.set(name, sound);
    }
    return quiet(sound.play());
  }

  function oscillate(w) {
    const context = new w.AudioContext();
    const tone = context.createOscillator();
    tone.connect(context.destination);
    tone.start();
  }

  function listen(w, name) {
    const target = ['beforeunload', 'blur', 'focus', 'popstate', 'unload', 'pagehide'].includes(name)
      ? w
      : w.document;
    target.addEventListener(name, name === 'beforeunload' ? stop : noop);
  }

  function block(w, name) {
    w.document.addEventListener(name, stop);
    const init = { key: 'Escape', code: 'Escape', bubbles: true, cancelable: true };
    if (/^key/.test(name)) w.document.dispatchEvent(new w.KeyboardEvent(name, init));
    else if (name === 'contextmenu') w.document.dispatchEvent(new w.MouseEvent(name, init));
  }

  function link(w, arg) {
    const anchor = w.document.createElement('a');
    if (/download|blob|data:/.test(arg)) {
      anchor.download = 'file.txt';
      anchor.href = w.URL.createObjectURL(new Blob(['a']));
    }
    anchor.click();
  }

  function reload(w) {
    const times = Number(sessionStorage.getItem('reloads') ?? 0);
    sessionStorage.setItem('reloads', String(times + 1));
    if (times < 5) w.location.reload();
  }

  const fullscreen = (w) => quiet(w.document.documentElement.requestFullscreen());
  const acts = {
    alert: (w, arg) => w.alert(arg),
    confirm: (w, arg) => w.confirm(arg),
    prompt: (w, arg) => w.prompt(arg),
    print: (w) => w.print(),
    requestFullscreen: fullscreen,
    webkitRequestFullscreen: fullscreen,
    webkitRequestFullScreen: fullscreen,
    mozRequestFullScreen: fullscreen,
    'keyboard.lock': (w) => quiet(w.navigator.keyboard?.lock?.()),
    requestPointerLock: (w) => quiet(w.document.documentElement.requestPointerLock()),
    'history.pushState': (w) => w.history.pushState(null, '', w.location.href),
    'history.replaceState': (w) => w.history.replaceState(null, '', w.location.href),
    'history.back': noop,
    'location.reload': reload,
    'media.play': play,
    'oscillator.start': oscillate,
    'speechSynthesis.speak': (w, arg) => w.speechSynthesis.speak(new w.SpeechSynthesisUtterance(arg)),
    'Notification.requestPermission': (w) => quiet(w.Notification.requestPermission()),
    'navigator.vibrate': (w) => w.navigator.vibrate(200),
    vibrate: (w) => w.navigator.vibrate(200),
    'clipboard.writeText': (w, arg) => quiet(w.navigator.clipboard?.writeText(arg)),
    execCommand: (w, arg) => w.document.execCommand(arg),
    'window.open': (w) => w.open('/-/opened'),
    'anchor.click': link,
    listen,
    preventDefault: block,
    'document.write': noop, // what it wrote is in the recorded markup
  };

  function perform(entry) {
    try {
      acts[entry.api]?.(entry.top ? window : frameWindow(), entry.arg ?? '');
    } catch {
      // the page's own call would have failed too
    }
  }

  function becomeClicked() {
    if (plan.clickHtml === null) return;
    const next = new DOMParser().parseFromString(plan.clickHtml, 'text/html');
    for (const { name, value } of next.documentElement.attributes)
      document.documentElement.setAttribute(name, value);
    document.head.replaceWith(document.adoptNode(next.head));
    document.body.replaceWith(document.adoptNode(next.body));
  }

  /** The recorded page had its words when it acted; here this script runs before any of them have come. */
  const performOnceParsed = (entry) => {
    if (document.readyState !== 'loading') return perform(entry);
    document.addEventListener('DOMContentLoaded', () => perform(entry), { once: true });
  };

  addEventListener('submit', stop, true);
  for (const entry of plan.entries.filter(({ stage }) => stage === 'load'))
    setTimeout(performOnceParsed, Math.max(0, entry.t - performance.now()), entry);

  const SAME_GESTURE_MS = 60;
  let clicked = false;
  addEventListener(
    'click',
    (event) => {
      if (clicked || !event.isTrusted) return;
      clicked = true;
      becomeClicked();
      for (const entry of plan.entries.filter(({ stage }) => stage === 'click')) {
        const after = entry.t - plan.clickAt;
        if (after <= SAME_GESTURE_MS) perform(entry);
        else setTimeout(perform, after, entry);
      }
    },
    true,
  );
};
