// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

vi.mock('../../../../src/browser/api', () => ({ browser: {} }));
vi.mock('../../../../src/ui/shared/i18n', () => ({ t: (key: string) => key, currentLanguage: () => 'en' }));

const { copyButton } = await import('../../../../src/ui/guide/screens/frame');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const spoken = (): string => document.querySelector('.only-spoken')?.textContent ?? '';

it('says that it was copied for a moment, and again at the next press', async () => {
  const copied: string[] = [];
  const writeText = (text: string) => Promise.resolve(void copied.push(text));
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  let letter = 'I paid 400';
  const made = copyButton('Copy', () => letter);
  for (const words of ['I paid 400', 'I paid 500']) {
    letter = words;
    made.click();
    await vi.advanceTimersByTimeAsync(10);
    expect([made.textContent, spoken()]).toEqual(['common.copied', 'common.copied']);
    await vi.advanceTimersByTimeAsync(5_000);
    expect([made.textContent, spoken()]).toEqual(['Copy', '']);
  }
  expect(copied).toEqual(['I paid 400', 'I paid 500']);
});
