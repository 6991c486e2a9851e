import { describe, expect, it } from 'vitest';
import { isMildBox } from '../../../../src/detection/judgement/mild-box';
import { joined } from '../joined-facts';

const SITE = { navigation: true, siteLinks: 12 };
const LOCKED = { locked: 1, call: 1 };

describe("a site's box", () => {
  it('is mild where it says no more than that an account is locked, and the page around it nothing else', () => {
    expect(isMildBox(joined({ structure: SITE, dialog: LOCKED, concepts: LOCKED }))).toBe(true);
  });

  it('is none where there is no box, or no site around it', () => {
    expect(isMildBox(joined({ structure: SITE, concepts: LOCKED })), 'no box').toBe(false);
    expect(isMildBox(joined({ dialog: LOCKED, concepts: LOCKED })), 'no site').toBe(false);
  });

  it('is mild where it says nothing known, and links of a site stand around it, whatever company that names', () => {
    const expired = { acts: { alert: 1 }, concepts: LOCKED, brands: { google: 0.6 } };
    expect(isMildBox(joined({ ...expired, structure: { siteLinks: 3 } }))).toBe(true);
    expect(isMildBox(joined({ ...expired, structure: { siteLinks: 2 } })), 'too few').toBe(false);
    const grave = { ...LOCKED, infected: 0.3 };
    expect(isMildBox(joined({ ...expired, structure: SITE, concepts: grave })), 'a threat').toBe(false);
  });

  it('is not mild where a company is named', () => {
    expect(isMildBox(joined({ structure: SITE, dialog: LOCKED, brands: { microsoft: 0.1 } }))).toBe(false);
  });

  it.each([
    'infected',
    'stolen',
    'hacked',
    'damage',
    'scan-found',
    'illegal',
    'system-voice',
    'authority',
    'takes-over',
    'no-help',
  ])('is not mild where it says what no site says of its visitor, or the page does: %s', (grave) => {
    const said = { ...LOCKED, [grave]: 0.3 };
    expect(isMildBox(joined({ structure: SITE, dialog: said })), 'in the box').toBe(false);
    expect(isMildBox(joined({ structure: SITE, dialog: LOCKED, concepts: said })), 'around it').toBe(false);
  });
});
