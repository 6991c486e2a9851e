import type { Technique } from './technique';

/** A page that makes the same calls for a good reason. Technique's fields, without the words of a scam. */
export type HonestPage = Pick<Technique, 'id' | 'does' | 'clicks' | 'keys' | 'files'> & {
  /** Its markup and script, whole. */
  page: { status?: number; headers?: Record<string, string>; body: string };
};

const page = (title: string, body: string, script: string): HonestPage['page'] => ({
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
<body style="font:18px sans-serif;margin:40px;min-height:90vh"><h1>${title}</h1>${body}<script>${script}</script></body></html>`,
});

const PROSE =
  '<p>Have a good look round. Everything here works without an account, and you can leave whenever you like.</p>';

export const HONEST: readonly HonestPage[] = [
  {
    id: 'form-unsaved',
    does: 'a form that asks before unsaved changes are lost',
    page: page(
      'Write your letter',
      '<textarea rows="8" cols="60" autofocus></textarea>',
      `onbeforeunload = () => 'Unsaved';`,
    ),
    clicks: 1,
    keys: 'a',
  },
  {
    id: 'game',
    does: 'a game in full screen with pointer and keyboard lock',
    page: page(
      'Marble run',
      '<p>Click to play</p><canvas width="640" height="360"></canvas>',
      `onclick = async () => {
      await document.body.requestFullscreen(); navigator.keyboard?.lock(['KeyW', 'Escape']).catch(() => {});
      document.querySelector('canvas').requestPointerLock(); document.body.style.cursor = 'none';
      const c = document.querySelector('canvas').getContext('2d'); setInterval(() => c.fillText('Score 1200 points', 10, 10), 16); };
      onkeydown = (e) => e.preventDefault(); oncontextmenu = () => false;`,
    ),
    clicks: 1,
  },
  {
    id: 'video',
    does: 'a video player in full screen with sound',
    page: page(
      'Holiday film',
      '<video controls></video>' + PROSE,
      `onclick = () => { const c = new AudioContext(), o = c.createOscillator();
      o.connect(c.destination); o.start(); o.stop(1); document.querySelector('video').requestFullscreen().catch(() => {}); };`,
    ),
    clicks: 1,
  },
  {
    id: 'player-on-top',
    does: 'a player that keeps its words of the song above other windows',
    page: page(
      'Evening songs',
      '<p>Click to sing along</p><p id="line">The moon has risen over the harbour.</p>' + PROSE,
      `onclick = async () => { const above = await documentPictureInPicture.requestWindow({ width: 400, height: 200 });
      const line = document.getElementById('line'); above.document.body.append(line);
      above.onpagehide = () => document.body.append(line); };`,
    ),
    clicks: 1,
  },
  {
    id: 'remote-desktop',
    does: 'a remote desktop in full screen with all keys',
    page: page(
      'Office computer',
      '<p>Connected to the office computer. Click to use it.</p><canvas width="800" height="500"></canvas>',
      `onclick = async () => {
      await document.body.requestFullscreen({ keyboardLock: 'browser' }).catch(() => document.body.requestFullscreen()); navigator.keyboard?.lock().catch(() => {}); };
      for (const name of ['keydown', 'contextmenu']) addEventListener(name, (e) => e.preventDefault()); onbeforeunload = () => 'Connected';`,
    ),
    clicks: 1,
  },
  {
    id: 'print-ticket',
    does: 'a ticket that prints itself when asked',
    page: page(
      'Your ticket',
      '<p>Platform 3, coach 12, seat 47.</p>',
      `onclick = () => setTimeout(print, 50);`,
    ),
    clicks: 1,
  },
  {
    id: 'oauth-popup',
    does: 'a sign-in window of another site',
    page: page(
      'Recipe box',
      '<p>Sign in with your account</p>',
      `onclick = () => { const w = open('/sign-in', 'sign', 'width=400,height=500');
      const t = setInterval(() => w?.closed && clearInterval(t), 200); };`,
    ),
    files: {
      '/sign-in': page(
        'Sign in',
        '<form><input placeholder="Name"><input type="password"><button>Go on</button></form>',
        '',
      ),
    },
    clicks: 1,
  },
  {
    id: 'sign-in-401',
    does: 'a sign-in asked by HTTP 401',
    page: {
      status: 401,
      headers: { 'www-authenticate': 'Basic realm="Club members"' },
      body: '<!doctype html><title>Members</title><p>For members.</p>',
    },
  },
  {
    id: 'endless-scroll',
    does: 'an endless list that keeps the address up to date',
    page: page(
      'Pictures of birds',
      PROSE,
      `let i = 0; const t = setInterval(() => { document.body.append('Bird ' + i, document.createElement('hr'));
      history.replaceState(i, '', '?page=' + i++); if (i > 25) clearInterval(t); }, 100);`,
    ),
  },
  {
    id: 'music',
    does: 'a music player that goes on by itself',
    page: page(
      'Evening radio',
      '<p>Now playing: piano</p>',
      `onclick = () => { const c = new AudioContext(); setInterval(() => { const o = c.createOscillator();
      o.connect(c.destination); o.start(); o.stop(c.currentTime + 0.2); }, 500); };`,
    ),
    clicks: 1,
  },
  {
    id: 'downloads',
    does: 'five files saved at one click',
    page: page(
      'Your photos',
      '<p>Save all five photos</p>',
      `onclick = () => { for (let i = 0; i < 5; i++) { const a = document.createElement('a');
      a.href = URL.createObjectURL(new Blob(['photo'])); a.download = 'photo-' + i + '.txt'; a.click(); } };`,
    ),
    clicks: 1,
  },
  {
    id: 'slides',
    does: 'slides that keep the context menu for themselves',
    page: page(
      'The solar system',
      '<p>Slide 1 of 20</p>',
      `oncontextmenu = () => false; onkeydown = (e) => e.key !== 'Tab' && e.preventDefault();`,
    ),
    clicks: 1,
    keys: 'Escape',
  },
  {
    id: 'tutorial-alerts',
    does: 'a lesson that shows three alerts',
    page: page(
      'Learn to program: alert()',
      PROSE,
      `onclick = () => { alert('Hello'); alert('Hello again'); alert('That was the third'); };`,
    ),
    clicks: 1,
    keys: 'Return',
  },
  {
    id: 'two-seconds',
    does: 'two seconds of computing',
    page: page(
      'Prime numbers',
      PROSE,
      `onclick = () => { const end = Date.now() + 2000; while (Date.now() < end); document.body.append('Done'); };`,
    ),
    clicks: 1,
  },
  {
    id: 'help-article',
    does: 'an article about the scam that prints and copies its own telephone number',
    page: page(
      'What to do when a page says that your computer is blocked',
      `<p>By Jo Field, 3 May. Every week readers write to us about a window that says that Windows has found a virus and that Microsoft must be called. It is a trick, and it is easy to get rid of.</p>
       <p>Do not call the number, do not let anyone use your computer from afar, and do not pay. Close the window, or restart the computer. Nothing has happened to your files.</p>
       <p>If you have already called, tell your bank today. Our own help line answers on weekdays: 1-888-555-0199.</p>
       <p>Read on: <a href="/more">five signs of a false alarm</a>, <a href="/bank">how to talk to your bank</a>.</p>`,
      `onclick = () => { navigator.clipboard.writeText('1-888-555-0199').catch(() => {}); setTimeout(print, 50); };`,
    ),
    clicks: 1,
  },
  {
    id: 'mail-questions',
    does: 'a mailbox with a scam in it that asks before it deletes, twice',
    page: page(
      'Inbox (14)',
      `<nav><a href="/sent">Sent</a> <a href="/drafts">Drafts</a> <a href="/junk">Junk</a> <a href="/trash">Trash</a>
        <a href="/people">People</a> <a href="/calendar">Calendar</a> <a href="/settings">Settings</a> <a href="/help">Help</a></nav>
       <p>Compose. Reply. Forward. Delete. Print.</p>
       <h2>Security warning</h2><p>From: Windows Security, yesterday. Your computer is infected with spyware. Do not close this window. Call Microsoft support now: +1 888 555 0134. Your data will be lost if you do not call within 5 minutes.</p>
       <h2>Dinner on Sunday</h2><p>From: Anna, Tuesday. We would love to see you both, and do bring the photographs of the harbour. The train at ten past four is still running, Tom says, and he can fetch you from the station. If it rains we shall eat inside.</p>
       <h2>Minutes of the meeting</h2><p>From: the allotment society, Monday. Twelve members came. The water will be turned on in April. Whoever wants to share a load of manure is asked to tell Ruth by Friday.</p>
       <footer><a href="/terms">Terms</a> <a href="/privacy">Privacy</a></footer>`,
      `onclick = () => { if (confirm('Delete this message?')) document.title = 'Inbox (13)'; };`,
    ),
    clicks: 2,
    keys: 'Escape',
  },
];
