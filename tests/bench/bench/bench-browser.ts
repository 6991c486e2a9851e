import type { BrowserKind } from '../../rig/browser-rig';
import { BenchChromium } from './bench-chromium';
import { BenchFirefox } from './bench-firefox';
import { variantFolder, type Variant } from './variants';
import type { BenchBrowser } from './visit';

/** Starts a browser with a variant's extension, and nothing of ours open in it or attached to its worker. */
export function startBrowser(kind: BrowserKind, variant: Variant): Promise<BenchBrowser> {
  const folder = variantFolder(kind, variant);
  return kind === 'chromium' ? BenchChromium.start(folder) : BenchFirefox.start(folder);
}
