import type { Acts, LookFacts, PhoneFact, StructureFacts, TabFacts } from '../facts';

/** Before the id of a brand among the concepts of act texts. */
export const BRAND_PREFIX = 'brand:';

/** One set of facts for the whole tab; the order of the frames does not matter. */
export interface JoinedFacts {
  /** 0..1 for each concept seen: how strongly the person meets it. */
  concepts: ReadonlyMap<string, number>;
  /** 0..1 for each brand named that does not own the address it stands on. */
  brands: ReadonlyMap<string, number>;
  /** 0..1 for each concept said by the `actTexts` of the frames, and for each brand, after BRAND_PREFIX. */
  actTextConcepts: ReadonlyMap<string, number>;
  phones: readonly PhoneFact[];
  /** The only number of the tab, where the page itself or a large frame shows it; null where there is none or another. */
  onlyPhone: PhoneFact | null;
  /** A frame that shows a number has said something by an act. */
  actTextPhone: boolean;
  /** The same of the page itself or a large frame: a small one speaks for nobody but itself. */
  largeActTextPhone: boolean;
  codes: readonly string[];
  acts: Acts;
  /** Those of each frame by itself: only there can times be compared, and clicks and keys are the frame's own. */
  actsOfEach: readonly Acts[];
  /** Of these, those of the page itself and of large frames. */
  actsOfLarge: readonly Acts[];
  looks: LookFacts;
  structure: StructureFacts;
  /** Characters read, in all frames. */
  length: number;
  threatShare: number;
  /** Log-odds, of the frame that sounds most like a scam; 0 where no large one is known. */
  wording: number;
  /** The address asks to call a number as scams do. */
  addressCall: boolean;
  /** What it says beside, where it hands over a number: concepts, and brands by their id. */
  addressSays: readonly string[];
  /** The top address belongs to a company of rules/brands.json. */
  official: boolean;
  /** The looks of at least one large frame are known (not only acts with their texts, and title). */
  seen: boolean;
  /** Nothing is known of the page but its title and the boxes that it has opened: no word of its own, and no picture. */
  onlyActTexts: boolean;
  route: TabFacts['route'];
}
