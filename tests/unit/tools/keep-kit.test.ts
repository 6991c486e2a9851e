import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { keepKit, kitName } from '../../../tools/kit/keep-kit';

const folder = mkdtempSync(join(tmpdir(), 'sangfroid-keep-kit-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the name of a kit', () => {
  it.each([
    ['Windows Alert (2)', 'windows-alert-2'],
    ['Предупреждение', 'предупреждение'],
    ['警告 2', '警告-2'],
    ['Sicherheitsprüfung', 'sicherheitsprüfung'],
    ['../up', 'up'],
    ['!!!', 'kit'],
  ])('can still be read: %s', (text, name) => expect(kitName(text)).toBe(name));
});

describe('a kit that is kept', () => {
  it('lies beside an earlier one of its name, and is one file when it is kept again', () => {
    const kit = (html: string) => keepKit(folder, 'index', (name) => ({ id: name, html }));
    expect(kit('first')).toBe(join(folder, 'index.json'));
    expect(kit('second')).toBe(join(folder, 'index-2.json'));
    expect(kit('first')).toBe(join(folder, 'index.json'));
    expect(kit('second')).toBe(join(folder, 'index-2.json'));
    expect(readdirSync(folder).sort()).toEqual(['index-2.json', 'index.json']);
    const kept = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as unknown;
    expect(kept).toEqual({ id: 'index', html: 'first' });
  });
});
