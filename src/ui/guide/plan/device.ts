export const SYSTEMS = [
  'windows-11',
  'windows-10',
  'macos',
  'chromeos',
  'linux',
  'android',
  'iphone',
] as const;
export type System = (typeof SYSTEMS)[number];

export const BROWSERS = ['chrome', 'edge', 'firefox'] as const;
export type Browser = (typeof BROWSERS)[number];

export const WINDOWS: readonly System[] = ['windows-11', 'windows-10'];
export const PHONES: readonly System[] = ['android', 'iphone'];
export const COMPUTERS: readonly System[] = ['windows-11', 'windows-10', 'macos', 'chromeos', 'linux'];
/** Systems with a scan of their own, and those without. */
export const SCANNED: readonly System[] = ['windows-11', 'windows-10', 'android'];
export const NOT_SCANNED: readonly System[] = ['macos', 'chromeos', 'linux', 'iphone'];

/** Names as their makers write them: the same in every language. */
export const BROWSER_NAMES: Record<Browser, string> = { chrome: 'Chrome', edge: 'Edge', firefox: 'Firefox' };

/** As their makers write them: the same in every language. */
export const SYSTEM_NAMES: Record<System, string> = {
  'windows-11': 'Windows 11',
  'windows-10': 'Windows 10',
  macos: 'Mac',
  chromeos: 'Chromebook',
  linux: 'Linux',
  android: 'Android',
  iphone: 'iPhone, iPad',
};

/**
 * The system, from the browser's user agent. Windows 10 and 11 have the same one: `platformVersion` (client hints,
 * 13 and above is Windows 11 by Microsoft's table) tells them apart where given, else Windows 11 is assumed.
 */
export function detectSystem(userAgent: string, platformVersion = ''): System {
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'iphone';
  if (userAgent.includes('Android')) return 'android';
  if (userAgent.includes('CrOS')) return 'chromeos';
  if (userAgent.includes('Mac OS X')) return 'macos';
  if (!userAgent.includes('Windows')) return 'linux';
  const version = Number.parseInt(platformVersion, 10);
  return version < 13 ? 'windows-10' : 'windows-11';
}

/** The browser, from its user agent; those built on Chrome count as Chrome, their menus being alike. */
export function detectBrowser(userAgent: string): Browser {
  if (userAgent.includes('Firefox/')) return 'firefox';
  return userAgent.includes('Edg/') ? 'edge' : 'chrome';
}

interface ClientHints {
  getHighEntropyValues(hints: string[]): Promise<{ platformVersion?: string }>;
}

/** System and browser of the machine we run on. Never throws: without client hints the user agent decides. */
export async function detectDevice(
  from: Navigator = navigator,
): Promise<{ system: System; browser: Browser }> {
  // userAgentData is missing from TypeScript's Navigator because Firefox and Safari do not have it.
  const hints = (from as Navigator & { userAgentData?: ClientHints }).userAgentData;
  const version = await hints?.getHighEntropyValues(['platformVersion']).catch(() => undefined);
  return {
    system: detectSystem(from.userAgent, version?.platformVersion),
    browser: detectBrowser(from.userAgent),
  };
}
