import table from '../../../../rules/help-channels.json';
import type { HelpChannel } from '../../../../rules/schema/help-channels';

// tests/repo/help-channels.test.ts holds the file to the schema this type comes from.
const CHANNELS = table.channels as HelpChannel[];

export type HelpCategory = HelpChannel['category'];

/** In the order they matter to someone who has just been tricked. */
export const CATEGORIES: readonly HelpCategory[] = [
  'block-card',
  'bank',
  'report',
  'advice',
  'identity',
  'victim-support',
  'practice',
];

/** Countries with at least one checked service, ISO 3166 alpha-2. */
export function countriesWithHelp(channels: readonly HelpChannel[] = CHANNELS): string[] {
  return [...new Set(channels.map((one) => one.country))].filter((country) => country !== '*').sort();
}

/** The services of one country (`*`: those for everybody), by category in the order of CATEGORIES, no empty ones. */
export function helpFor(
  country: string,
  channels: readonly HelpChannel[] = CHANNELS,
): [HelpCategory, HelpChannel[]][] {
  const own = channels.filter((one) => one.country === country);
  return CATEGORIES.map((category): [HelpCategory, HelpChannel[]] => [
    category,
    own.filter((one) => one.category === category),
  ]).filter(([, found]) => found.length > 0);
}

/** Purposes of a service that is the police, or leads to them. */
const POLICE: readonly string[] = ['police', 'online-complaint', 'first-stop'];

/** Whether a country's services name a way to the police: one for the whole of it, not of a region alone. */
export function hasPolice(country: string, channels: readonly HelpChannel[] = CHANNELS): boolean {
  return channels.some(
    (one) =>
      one.country === country &&
      one.region === null &&
      one.purposes.some((purpose) => POLICE.includes(purpose)),
  );
}

/** Where a country keeps a list of checked repair services. */
export function repairList(country: string): HelpChannel | undefined {
  return CHANNELS.find((one) => one.country === country && one.purposes.includes('find-repair'));
}
