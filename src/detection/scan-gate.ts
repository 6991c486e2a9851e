import gateRules from '../../rules/gate.json';

/**
 * The cheap test that runs in every frame: does the text deserve the detector? Stems only, small, no packs.
 * It may open for honest pages (that costs a few ms there), it must not stay shut for a scam.
 */

/** Characters looked at: scams say it early. */
const GATE_TEXT = 30_000;

/** Fewer characters than this cannot hold a threat and a number to call, in any writing. */
const LEAST_TEXT = 16;

const stems = (list: readonly string[]) => new RegExp(list.join('|'));

/** Long alternations: built at the first text worth reading, so that a page without one never pays for them. */
function build() {
  return {
    threat: stems(gateRules.threat),
    company: stems(gateRules.company),
    command: stems(gateRules.command),
  };
}

let built: ReturnType<typeof build> | null = null;

/** A text up to this long (characters) is tried backwards too: style rules can turn it round on the screen. */
const TURNED_TEXT = 6_000;

const PHONE = /(?:^|[^\w.,])[+(]?[\do](?:[ .\-/()·–]{0,3}[\do]){6}/i;
const HIDDEN = /\p{Default_Ignorable_Code_Point}|\u20e3/gu;
const ODD = /[^\0-\x7f]/;
/** Cyrillic and Greek letters that look Latin, in the order of TWINS_AS. */
const TWINS = /[авеѕіјкмнорстухαειοκρτυν]/g;
const TWINS_AS = new Map(
  [...'авеѕіјкмнорстухαειοκρτυν'].map((char, at) => [char, 'abesijkmhopctyxaeiokptuv'[at] ?? char]),
);

/** Runs of digits between letters read as letters: v1rus, supp0rt. */
const DIGIT_IN_WORD = /[0134578@$|](?=[a-z])/g;
const DIGITS_AS = new Map([...'0134578@$|'].map((char, at) => [char, 'oieastbasi'[at] ?? char]));

function opensFor(text: string): boolean {
  const { threat, company, command } = (built ??= build());
  if (command.test(text)) return true;
  return threat.test(text) && (company.test(text) || PHONE.test(text));
}

/**
 * True where the text has a threat beside a company or a number to call, or asks to run a command.
 * Takes the visible text (or title, or dialog text) as it is; reads at most GATE_TEXT characters.
 */
export function scanGate(raw: string): boolean {
  if (raw.length < LEAST_TEXT) return false;
  const text = raw.slice(0, GATE_TEXT).toLowerCase();
  if (opensFor(text)) return true;
  if (text.length <= TURNED_TEXT && opensFor([...text].reverse().join(''))) return true;
  if (!ODD.test(text)) return opensFor(text.replace(DIGIT_IN_WORD, (char) => DIGITS_AS.get(char) ?? char));
  const plain = text
    .normalize('NFKD')
    .replace(HIDDEN, '')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
  if (opensFor(plain)) return true;
  const latin = plain.replace(TWINS, (char) => TWINS_AS.get(char) ?? char);
  return opensFor(latin.replace(DIGIT_IN_WORD, (char) => DIGITS_AS.get(char) ?? char));
}
