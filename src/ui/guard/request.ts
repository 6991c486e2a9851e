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
}

const PROGRAM_LENGTH = 60;

/** Reads the page's own query. Only web addresses are taken over. */
export function readRequest(query: string): GuardRequest {
  const parameters = new URLSearchParams(query);
  const address = parameters.get('address') ?? '';
  const program = (parameters.get('program') ?? '').slice(0, PROGRAM_LENGTH);
  const isWeb = /^https?:/i.test(address) && URL.canParse(address);
  const careful = isWeb && parameters.get('careful') === '1';
  return { address: isWeb ? address : null, program, met: parameters.get('why') === 'met', careful };
}
