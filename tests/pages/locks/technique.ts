/** When a page does its act: while it is parsed, shortly after load, or at the person's first click. */
export type Moment = 'parse' | 'load' | 'click';

/** What the server sends for a path of a technique's host. */
export interface Reply {
  status?: number;
  type?: string;
  headers?: Record<string, string>;
  body: string;
}

/** One way to hold a person on a page. All are ours, harmless, and end when the tab ends. */
export interface Technique {
  /** Kebab case; also the host name of the page. */
  id: string;
  /** One line: what it does. */
  does: string;
  at: Moment;
  /** JavaScript of the act. `words` (a text), `number` and `other` (another site's origin) are there. */
  script?: string;
  /** Markup added to the page, in the body. */
  markup?: string;
  /** Attributes of <body>. */
  body?: string;
  /** Further addresses on the same host, and on any other host of the run; `/` is the page itself. */
  files?: Record<string, Reply>;
  /** Replaces the page itself. */
  page?: Reply;
  /** The product should close it without being asked (when it comes with scam words). */
  traps?: boolean;
  /** It holds nobody before it says '/second' to its server: at its second dialog, or where a busy loop begins. */
  loop?: boolean;
  /** It uses up a processor for as long as its process lives: the bench takes a new browser after it. */
  spins?: boolean;
  /** Real clicks the bench makes in the middle of the page, and real keys after them; default one for `click`. */
  clicks?: number;
  keys?: string;
  /** Where the browser lacks the call, the technique is not run there. */
  only?: 'chromium' | 'firefox';
  /** The browser's popup blocker is off, as on a machine where a person allowed the site. */
  popups?: boolean;
}
