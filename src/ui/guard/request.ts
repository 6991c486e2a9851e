/** What the background asks this page to guard. */
export interface GuardRequest {
  /** Where the person was going; null where the page was opened by hand. */
  address: string | null;
  /** Name of the program, '' where unknown. */
  program: string;
  /** A scam was met not long ago; else it is asked always, or in this tab. */
  met: boolean;
  /** A link that the person opens carefully: no program is in question, the address is. */
  careful: boolean;
  /** The person has said already that someone asks for it: the page came anew to stop what was on its way. */
  said: boolean;
}

const SAID = 'said';

/** The query of the same question, once it is said that someone asks for it. */
export function withSaid(query: string): string {
  const parameters = new URLSearchParams(query);
  parameters.set(SAID, 'yes');
  return `?${parameters.toString()}`;
}

const PROGRAM_LENGTH = 60;

/** Reads the page's own query. Only web addresses are taken over. */
export function readRequest(query: string): GuardRequest {
  const parameters = new URLSearchParams(query);
  const address = parameters.get('address') ?? '';
  const program = (parameters.get('program') ?? '').slice(0, PROGRAM_LENGTH);
  const isWeb = /^https?:/i.test(address) && URL.canParse(address);
  const careful = isWeb && parameters.get('careful') === '1';
  const met = parameters.get('why') === 'met';
  return { address: isWeb ? address : null, program, met, careful, said: parameters.get(SAID) === 'yes' };
}
