/** One of the project's own pages, ready to be served. */
export interface OwnPage {
  id: string;
  class: 'positive' | 'hard-negative';
  language: string;
  /** The generation of scam, or the kind of honest page. */
  kind: string;
  /** Path and query it is to be opened with. */
  path: string;
  html: string;
  /** Shows what it is only after a click, or does something then. */
  clicks: boolean;
}

/** All own pages. */
export function buildPages(): OwnPage[] {
  return [];
}
