import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { emptyRoute } from '../../../src/detection/frames/empty-facts';
import type { FrameFacts } from '../../../src/detection/facts';
import { factsIn } from '../../../tools/explain/read-facts';
import { CONTENT_MESSAGES } from '../../property/messages';

const frame = CONTENT_MESSAGES.flatMap((one) => (one.type === 'facts' ? [one.facts] : []))[0] as FrameFacts;
const route = emptyRoute();
const { pictureCover: _, ...olderLooks } = frame.looks;
const older = { facts: { frames: [{ ...frame, looks: olderLooks }], route } };

const folder = mkdtempSync(join(tmpdir(), 'sangfroid-facts-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const before = process.argv;
afterEach(() => {
  process.argv = before;
  vi.resetModules();
});

describe('facts of a version that weighed others', () => {
  it('are refused by the name of what is missing, where the verdict would be "NaN %"', () => {
    expect(factsIn({ facts: { frames: [frame], route } }).frames).toHaveLength(1);
    expect(() => factsIn(older)).toThrow(/cannot be judged.*facts\.frames\.0\.looks\.pictureCover/);
    expect(() => factsIn({ facts: { frames: [frame], route: {} } })).toThrow('facts.route.openedByPage');
  });

  it('are read where only the name of their texts was another', () => {
    const { actTexts: _texts, ...rest } = frame;
    const report = { facts: { frames: [{ ...rest, dialogs: ['Call us'] }], route } };
    expect(factsIn(report).frames[0]?.actTexts).toEqual(['Call us']);
    expect(factsIn({ facts: { frames: [rest], route } }).frames[0]?.actTexts).toEqual([]);
  });

  it('teach "npm run calibrate" nothing, and are named by their file', async () => {
    writeFileSync(join(folder, 'old.load.json'), JSON.stringify({ id: 'a', class: 'positive', ...older }));
    process.argv = ['node', 'tools/calibrate.ts', folder, '--write'];
    await expect(import('../../../tools/calibrate')).rejects.toThrow(
      /old\.load\.json: .*looks\.pictureCover/,
    );
  });

  it('are not learned from where an option is misspelt', async () => {
    process.argv = ['node', 'tools/calibrate.ts', folder, '--wirte'];
    await expect(import('../../../tools/calibrate')).rejects.toThrow("Unknown option '--wirte'");
  });
});
