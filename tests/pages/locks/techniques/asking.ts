import type { Technique } from '../technique';

const flood = (address: string): string =>
  `let i = 0; const t = setInterval(() => { location.href = ${address}; if (++i === 40) clearInterval(t); }, 150);`;

/** Permissions, the clipboard and other programs. */
export const ASKING: Technique[] = [
  {
    id: 'notification-loop',
    does: 'asks to send notifications again and again',
    at: 'click',
    script: `setInterval(() => Notification.requestPermission(), 200);`,
  },
  {
    id: 'permission-loop',
    does: 'asks for the place and the microphone again and again',
    at: 'click',
    script: `setInterval(() => { navigator.geolocation.getCurrentPosition(() => {});
      navigator.mediaDevices?.getUserMedia({ audio: true }).catch(() => {}); }, 300);`,
  },
  {
    id: 'clipboard-write',
    does: 'a command put on the clipboard, to be pasted into the Run window',
    at: 'click',
    script: `navigator.clipboard.writeText('echo harmless').catch(() => {});
      document.body.insertAdjacentHTML('beforeend', '<div id="layer" style="z-index:9"><p>Virus found. To verify you are human, press Windows + R, then Ctrl + V, then Enter.</p></div>');`,
  },
  {
    id: 'clipboard-copy',
    does: 'the same by the copy command',
    at: 'click',
    script: `const t = document.createElement('textarea'); t.value = 'echo harmless'; document.body.append(t); t.select();
      document.execCommand('copy'); t.remove();
      document.body.insertAdjacentHTML('beforeend', '<div id="layer" style="z-index:9"><p>Virus found. To verify you are human, press Windows + R, then Ctrl + V, then Enter.</p></div>');`,
  },
  { id: 'tel-flood', does: 'opens the telephone program', at: 'load', script: flood(`'tel:' + number`) },
  {
    id: 'mailto-flood',
    does: 'opens the mail program',
    at: 'load',
    script: flood(`'mailto:help@mail.example'`),
  },
  {
    id: 'settings-flood',
    does: 'opens the system settings',
    at: 'load',
    script: flood(`'ms-settings:windowsupdate'`),
  },
  {
    id: 'vibrate',
    does: 'vibrates without end',
    at: 'click',
    script: `setInterval(() => navigator.vibrate?.(200), 250);`,
    only: 'chromium',
  },
];
