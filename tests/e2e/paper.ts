import type { BrowserRig, OpenPage } from '../rig/browser-rig';
import type { ChromiumRaw } from '../rig/chromium-raw';
import type { Firefox } from '../rig/firefox';

/** Prints a page as the browser's own print command does. @returns the PDF. */
export async function printPage(rig: BrowserRig, page: OpenPage): Promise<Buffer> {
  if (rig.kind === 'firefox') {
    const firefox = rig as Firefox;
    const { value } = await firefox.visit(page, () =>
      firefox.marionette.send<{ value: string }>('WebDriver:Print'),
    );
    return Buffer.from(value, 'base64');
  }
  const chromium = rig as ChromiumRaw;
  const session = await chromium.attach(page);
  const { data } = await chromium.pipe.send<{ data: string }>('Page.printToPDF', {}, session);
  return Buffer.from(data, 'base64');
}
