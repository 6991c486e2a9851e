import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const stored = new Map<string, unknown>();
let broken = false;

vi.mock('../../../../src/browser/api', () => ({
  browser: {
    storage: {
      local: {
        get: (key: string) =>
          broken ? Promise.reject(new Error('disk')) : Promise.resolve({ [key]: stored.get(key) }),
        set: (items: Record<string, unknown>) => {
          if (broken) return Promise.reject(new Error('disk'));
          for (const [key, value] of Object.entries(items)) stored.set(key, value);
          return Promise.resolve();
        },
      },
    },
  },
}));

const { loadGuide, NOTHING_SAVED, readSaved, saveGuide } =
  await import('../../../../src/ui/guide/plan/progress-store');

beforeEach(() => {
  stored.clear();
  broken = false;
});

describe('what the guide remembers', () => {
  it('comes back as it was saved', async () => {
    const saved = {
      ...NOTHING_SAVED,
      answers: { happened: ['remote', 'paid'], means: ['card'], secrets: [] },
      marks: { 'hang-up': 'done', 'bank-today': 'later' },
      system: 'macos',
      incidentId: 7,
      seenAt: 1_760_000_000_000,
      letterOfEarlier: true,
    } as const;
    await saveGuide(saved);
    expect(await loadGuide()).toEqual(saved);
  });

  it('starts empty where nothing or nonsense is stored', () => {
    fc.assert(
      fc.property(fc.anything(), (nonsense) => {
        expect(Object.keys(readSaved(nonsense))).toEqual(Object.keys(NOTHING_SAVED));
      }),
    );
    expect(readSaved(undefined)).toEqual(NOTHING_SAVED);
  });

  it('keeps the good fields of a damaged one', () => {
    const damaged = {
      answers: { happened: ['stuck', 'nonsense'] },
      marks: { 'hold-esc': 'failed' },
      system: 'beos',
      seenAt: 1e300,
    };
    const read = readSaved(damaged);
    expect(read.marks).toEqual({ 'hold-esc': 'failed' });
    expect([read.system, read.seenAt]).toEqual([null, null]);
  });

  it('goes on without storage, and takes one that cannot be read for no empty one', async () => {
    expect(await loadGuide()).toEqual(NOTHING_SAVED);
    broken = true;
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await saveGuide(NOTHING_SAVED);
    expect(await loadGuide()).toBeNull();
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
  });
});
