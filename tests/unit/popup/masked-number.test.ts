// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Case } from '../../../src/messages/ui-messages';
import type { Page } from '../../../src/ui/shared/page';

vi.mock('../../../src/browser/api', () => ({
  browser: { runtime: { getURL: (path: string) => path, sendMessage: () => Promise.resolve({ ok: true }) } },
}));

import { stateCard } from '../../../src/ui/popup/state-card';
import { h } from '../../../src/ui/shared/h';
import { loadTexts } from '../../../src/ui/shared/i18n';
import { liveScreen } from '../../../src/ui/warning/live-screen';
import { tabStatus } from './tab-status';

const phone = '+1 800 555-0134';
const reasons = ['wants-call', 'number-everywhere', 'number-from-link'].map((id) => ({
  id,
  weight: 2,
  values: { phone },
}));

beforeAll(() => loadTexts('en', ['common', 'errors', 'popup', 'reasons', 'warning']));

function warning(): HTMLElement {
  const found = { id: 'case-1', host: 'scam.example', reasons } as unknown as Case; // what the screen reads
  const page = {
    settings: { trustedPerson: { name: '', phone: '' } },
    policy: { helpdesk: { name: '', phone: '', address: '' }, locked: [] },
  } as unknown as Page; // what the screen reads
  return h(
    'div',
    null,
    liveScreen(found, page, () => undefined),
  );
}

function popup(): HTMLElement {
  const { element, fill } = stateCard(3, () => Promise.resolve());
  fill(tabStatus({ tabId: 3, host: 'scam.example', state: 'warning', reasons, caseId: 'case-1' }));
  return element;
}

describe.each([
  ['the warning', warning],
  ['the popup', popup],
])('"Why?" in %s', (_where, screen) => {
  it('shows of the number what it is recognised by, and nothing to call', () => {
    const said = screen().textContent;
    expect(said.split('+1 8•• •••-••34')).toHaveLength(4);
    expect(said).not.toContain('555');
  });
});
