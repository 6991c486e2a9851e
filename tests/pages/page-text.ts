/** The words of one own page; each template lays the same few fields out in its own way. */
export interface PageText {
  kind: string;
  title: string;
  heading: string;
  /** Paragraphs, messages or posts. */
  lines: string[];
  /** List items: threats found, steps, questions, rows. */
  items?: string[];
  /** The sentence with the number to call. */
  call?: string;
  /** Text given to alert() or confirm(). */
  dialog?: string;
  button?: string;
  /** Query of the address the page is opened with, for numbers carried in by a link. */
  query?: string;
  /** What is shown after the first click. */
  after?: Omit<PageText, 'kind' | 'after'>;
}

/** All pages of one language; links and names of the site around honest pages. */
export interface LanguageTexts {
  language: string;
  site: { name: string; links: string[]; footer: string };
  scam: PageText[];
  honest: PageText[];
}
