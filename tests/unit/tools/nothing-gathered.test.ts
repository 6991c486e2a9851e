import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';

const before = process.argv;
afterEach(() => {
  process.argv = before;
  vi.resetModules();
});

describe('npm run calibrate, before any facts were gathered', () => {
  it('says how to gather them', async () => {
    process.argv = ['node', 'tools/calibrate.ts', join(tmpdir(), 'sangfroid-never-gathered')];
    await expect(import('../../../tools/calibrate')).rejects.toThrow('No facts found. Gather them first');
  });
});
