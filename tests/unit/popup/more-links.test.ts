// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';

vi.mock('../../../src/browser/api', () => ({ browser: {} }));

import { moreLinks } from '../../../src/ui/popup/more-links';
import { loadTexts } from '../../../src/ui/shared/i18n';

beforeAll(() => loadTexts('en', ['common', 'errors', 'popup']));

const line = async (lastAt: number | null | undefined) => {
  const links = moreLinks(Promise.resolve(lastAt));
  await new Promise((done) => setTimeout(done));
  return links.querySelector('#last')?.textContent;
};

describe('the last incident in the popup', () => {
  it('is told by its time', async () => {
    expect(await line(Date.now())).toContain('Last noticed:');
  });

  it('is not denied where the list has none: it may have been emptied, or all of it been mistakes', async () => {
    expect(await line(null)).toBe('The list shows no scam page.');
  });

  it('is left open where nobody knows', async () => {
    expect((await line(undefined))?.trim()).toBe('');
  });
});
