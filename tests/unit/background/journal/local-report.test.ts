import { beforeAll, describe, expect, it, vi } from 'vitest';
import { emptyRoute } from '../../../../src/detection/frames/empty-facts';
import type { FrameFacts } from '../../../../src/detection/facts';
import { factsIn } from '../../../../tools/explain/read-facts';
import { printVerdict } from '../../../../tools/explain/print-verdict';
import { CONTENT_MESSAGES } from '../../../property/messages';

vi.mock('../../../../src/browser/api', () => ({
  browser: { runtime: { getManifest: () => ({ version: '0.0.0' }) } },
}));

import { localReport } from '../../../../src/background/journal/local-report';

const told = CONTENT_MESSAGES.flatMap((one) => (one.type === 'facts' ? [one.facts] : []))[0] as FrameFacts;
const ROUTE = emptyRoute();

describe.each(['missed', 'mistake'] as const)('the report of a page that was %s', (kind) => {
  let copied = '';
  beforeAll(() => {
    const frame = { ...told, address: 'https://one.example/person?name=x', title: 'Dear Ms Blue' };
    copied = JSON.stringify(localReport(kind, { frames: [frame], route: ROUTE }));
  });

  it('holds nothing of what the page says', () => {
    expect(JSON.parse(copied)).toMatchObject({ kind, version: '0.0.0' });
    expect(copied).not.toMatch(/person|name=x|Blue|Hello/);
  });

  it('is read by "npm run explain", with its concepts, brands and numbers', () => {
    const facts = factsIn(JSON.parse(copied));
    const [phone] = told.words.phones;
    const masked = { phones: [{ ...phone, shown: '55•-••••', digits: '0000001' }], codes: ['ER-••'] };
    expect(facts.frames[0]?.words).toEqual({ ...told.words, ...masked });
    const said: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
    printVerdict(facts, 'report.json');
    expect(said.join('\n')).toMatch(/report\.json: (?:QUIET|WARN|ACT)/);
    vi.restoreAllMocks();
  });

  it('is refused where it is something else', () => {
    expect(() => factsIn({ kind, facts: { frames: [], route: {} } })).toThrow('no frame in it');
  });
});
