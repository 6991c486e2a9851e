import type { Case } from '../../src/messages/ui-messages';

interface Alarm {
  page: string;
  level: Case['level'];
  reasons: string[];
}

const SITE = 'doc-';

/** The first label of the host that a page alone has. */
export const siteOfPage = (index: number): string => `${SITE}${index}`;

/** Honest pages that were judged scams, each named once. */
export class Alarms {
  private readonly found = new Map<string, Alarm>();

  /** @param pages those of the run, in the order of their hosts */
  constructor(private readonly pages: readonly string[]) {}

  get all(): Alarm[] {
    return [...this.found.values()];
  }

  /** Says it at once, because the whole run is long. */
  add(page: string, { level, reasons }: Case): void {
    if (this.found.has(page)) return;
    const alarm = { page, level, reasons: reasons.map(({ id }) => id) };
    this.found.set(page, alarm);
    console.log(`✗ ${page}: ${level}: ${alarm.reasons.join(', ')}`);
  }

  /** Those of all cases that there are now: a page may be judged after it was left. */
  addLate(cases: readonly Case[]): void {
    for (const one of cases) {
      const [site = ''] = one.host.split('.');
      const page = site.startsWith(SITE) ? this.pages[Number(site.slice(SITE.length))] : undefined;
      if (page !== undefined) this.add(page, one);
    }
  }
}
