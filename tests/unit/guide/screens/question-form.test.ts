// @vitest-environment jsdom
import { beforeAll, expect, it, vi } from 'vitest';

vi.mock('../../../../src/browser/api', () => ({ browser: { runtime: { getURL: (path: string) => path } } }));

beforeAll(async () => {
  const { loadTexts } = await import('../../../../src/ui/shared/i18n');
  await loadTexts('en', ['common', 'guide']);
}, 60_000);

it('says each time that an answer is missing, also to a screen reader', async () => {
  const { questionForm } = await import('../../../../src/ui/guide/screens/question-form');
  const { NO_ANSWERS } = await import('../../../../src/ui/guide/plan/answers');
  document.body.append(questionForm(NO_ANSWERS, vi.fn(), vi.fn()));
  const press = (): void => document.querySelector('form')?.requestSubmit();
  press();
  expect(document.querySelector('[role=alert]')?.textContent).toBe('Choose at least one answer.');
  press();
  await vi.waitFor(() =>
    expect(document.querySelector('[aria-live]')?.textContent).toBe('Choose at least one answer.'),
  );
});
