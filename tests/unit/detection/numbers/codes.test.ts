import { describe, expect, it } from 'vitest';
import { findCodes } from '../../../../src/detection/numbers/find-codes';

describe('a code', () => {
  it.each([
    ['0x80070001', ['0x80070001']],
    ['Ox80070VDS', ['Ox80070VDS']],
    ['0x12', []],
    ['a0x80070001', []],
    ['é0x80070001', []],
    ['0x80070001я', []],
    ['“0x80070001”。', ['0x80070001']],
    ['0x80070001ABCDEFG', []],
    ['Error code: ER-77210', ['ER-77210']],
    ['case #77210A', ['77210A']],
    ['Fehler 12345', ['12345']],
    ['error 404', []],
    ['error 1234', []],
    ['code ABCDEF', []],
    ['erreur: #DW6VB36', ['DW6VB36']],
    ['bread 77210A', []],
    ['Fehlercode: 77210A', ['77210A']],
    ['错误代码: 77210A', ['77210A']],
    ['Ref: 77210A', ['77210A']],
    ['paid 1200EUR by card', []],
    ['Madrid 28013', []],
    ['valid 2026-11-30', []],
    ['staircase 1234a', []],
    ['caféid 77210A', []],
    ['caféid error-77210A', ['77210A']],
    ['—ID 77210A', ['77210A']],
  ])('%s', (text, codes) => {
    expect(findCodes(text)).toEqual(codes);
  });

  it('is told once, and five at the most', () => {
    expect(findCodes('0x80070001 0x80070001')).toEqual(['0x80070001']);
    expect(findCodes('0x8001 0x8002 0x8003 0x8004 0x8005 0x8006')).toHaveLength(5);
  });
});
