import type { Sensitivity } from '../detection/judgement/sum';

/** A site that the person or an administrator trusts. */
export interface TrustedSite {
  /** Exact host, punycode. */
  host: string;
  /** ms since 1970. */
  since: number;
  why: 'mistake' | 'options' | 'popup' | 'policy';
}

/** What the person may change. Defaults are the product: each is right for someone who never opens the options. */
export interface Settings {
  version: 1;
  /** BCP 47 language of our pages, or 'auto' for the browser's. */
  language: string;
  sensitivity: Sensitivity;
  closeByItself: boolean;
  screenshots: boolean;
  keepDays: number;
  trustedSites: TrustedSite[];
  trustedPerson: { name: string; phone: string };
  /** ISO 3166 alpha-2, '*' for one that is not in our list, or 'auto' for the one of the browser's language. */
  country: string;
  /** Guard after the fact: hours, 0 = off, -1 = always. */
  guardHours: number;
  sync: boolean;
  /** 100..200 % text size of our pages. */
  textSize: number;
}

export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  language: 'auto',
  sensitivity: 'balanced',
  closeByItself: true,
  screenshots: true,
  keepDays: 180,
  trustedSites: [],
  trustedPerson: { name: '', phone: '' },
  country: 'auto',
  guardHours: 48,
  sync: false,
  textSize: 100,
};
