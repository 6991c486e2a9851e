import type { Incident } from '../../../src/storage/incident';

/** A sound entry for tests; times and numbers are made up. */
export function exampleIncident(change: Partial<Incident> = {}): Incident {
  return {
    at: 1_760_000_000_000,
    level: 'warn',
    closedBy: 'warning',
    address: 'https://alert.example/help',
    host: 'alert.example',
    chain: ['https://start.example/'],
    title: 'Alert',
    excerpt: 'Call us',
    phones: ['555-0134'],
    codes: ['268d3'],
    reasons: [{ id: 'phone-large', weight: 2.1, values: { phone: '555-0134' } }],
    screenshot: 'data:image/jpeg;base64,AAAA',
    times: 1,
    notes: { caller: '', amounts: '', program: '', otherNumbers: '', text: '' },
    ...change,
  };
}
