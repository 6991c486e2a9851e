// @vitest-environment jsdom
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { open } from './settings-page';

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await open()), 60_000);
beforeEach(() => vi.stubGlobal('scrollTo', vi.fn()));

/** The line for who sees, in the section with this id. */
const line = (id: string) => document.querySelector(`#${id} #saved`)?.textContent;

it('a change is said to be saved in its own section, not in two', async () => {
  const { part, enter, until } = await open();
  expect(document.getElementById('saved')).toBeNull();
  part('#screenshots').click();
  const evidence = part('#screenshots').closest('section')?.id ?? '';
  await until(() => expect(line(evidence)).toBe('Saved.'));
  await enter('#person-name', 'Anna');
  part('#person-phone').focus(); // the field is left before its change is stored
  await until(() => expect(line('trusted-person')).toBe('Saved.'));
  expect(document.querySelectorAll('#saved')).toHaveLength(1);
});

it('all settings as at first: that is said where it was asked for', async () => {
  const { part, until } = await open({ screenshots: false });
  part('#reset').click();
  part('#reset-yes').click();
  await until(() => expect(line('transfer')).toBe('All settings are as they were at first.'));
});

it('what could not be stored is not called saved', async () => {
  const { part, fake, until } = await open();
  fake.storage.local.set = () => Promise.reject(new Error('full'));
  const failed = vi.fn();
  const { save } = await import('../../../src/ui/options/section');
  const page = { settings: {}, redraw: () => Promise.resolve() } as unknown as Parameters<typeof save>[0]; // all that it needs
  part('#screenshots').closest('section')?.dispatchEvent(new Event('change'));
  await save(page, { screenshots: false }).catch(failed);
  await until(() => expect(failed).toHaveBeenCalled());
  expect(document.getElementById('saved')).toBeNull();
});
