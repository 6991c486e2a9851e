import type { BrowserRig, OpenPage } from '../rig/browser-rig';
import type { ChromiumRaw } from '../rig/chromium-raw';
import type { Firefox } from '../rig/firefox';

/** Errors of the extension's own scripts in pages, which the pages themselves do not see. */
export interface OwnErrors {
  /** Listens to a page from now on (Chromium: what it threw before is told as well). */
  follow(page: OpenPage): Promise<void>;
  /** Every error up to now, as the browser words it. */
  seen(): Promise<string[]>;
}

interface Thrown {
  exceptionDetails: { text: string; url?: string; exception?: { description?: string } };
}

function inChromium(rig: ChromiumRaw): OwnErrors {
  const errors: string[] = [];
  rig.pipe.on('Runtime.exceptionThrown', (params) => {
    const { text, url, exception } = (params as unknown as Thrown).exceptionDetails;
    errors.push(`${text} ${exception?.description ?? ''} ${url ?? ''}`);
  });
  return {
    follow: async (page) => void (await rig.pipe.send('Runtime.enable', {}, await rig.attach(page))),
    seen: () => Promise.resolve(errors),
  };
}

function inFirefox(rig: Firefox): OwnErrors {
  return {
    follow: () => Promise.resolve(),
    // Only what runs in pages: a page of ours that was just closed may leave "context unloaded" behind.
    seen: () =>
      rig.chrome<string[]>(`return Services.console.getMessageArray()
        .filter((one) => one instanceof Ci.nsIScriptError && !(one.flags & Ci.nsIScriptError.warningFlag))
        .filter(({ sourceName }) => sourceName.startsWith(${JSON.stringify(rig.base)}) && sourceName.endsWith('.iife.js'))
        .map((one) => one.errorMessage + ' ' + one.sourceName)`),
  };
}

/** Begins to listen to the errors of ours that the browser notes. */
export function watchOwnErrors(rig: BrowserRig): OwnErrors {
  return rig.kind === 'chromium' ? inChromium(rig as ChromiumRaw) : inFirefox(rig as Firefox);
}
