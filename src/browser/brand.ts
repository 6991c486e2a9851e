import { IS_FIREFOX } from './target';

/** Whose names for menus and buttons the person sees. Edge runs Chrome's package, but names them its own way. */
export type Brand = 'Chrome' | 'Edge' | 'Firefox';

/** What a browser says of itself. */
interface Named {
  userAgent: string;
  /** Only where it is built on Chromium. */
  userAgentData?: { brands: readonly { brand: string }[] };
}

/** The browser that our texts have words for. All others built on Chromium count as Chrome, their menus being alike. */
export function brandHere(from: Named = navigator): Brand {
  if (IS_FIREFOX) return 'Firefox';
  const isEdge = from.userAgentData?.brands.some(({ brand }) => brand === 'Microsoft Edge') ?? false;
  return isEdge || from.userAgent.includes('Edg/') ? 'Edge' : 'Chrome';
}
