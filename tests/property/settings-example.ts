/** Settings of a person who changed every one, as they lie in the store. */
export const SETTINGS = {
  language: 'fr',
  sensitivity: 'strict',
  closeByItself: false,
  screenshots: false,
  keepDays: 30,
  trustedSites: [
    { host: 'one.example', since: 5, why: 'popup' },
    { host: 'two.example', since: 6, why: 'mistake' },
  ],
  trustedPerson: { name: 'Robin', phone: '555-0101' },
  country: 'FR',
  guardHours: 24,
  sync: true,
  textSize: 150,
} as const;
