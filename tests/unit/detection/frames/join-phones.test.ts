import { describe, expect, it } from 'vitest';
import type { FrameFacts, PhoneFact } from '../../../../src/detection/facts';
import { frame, inset, join, phone, shows } from '../some-frames';

describe('numbers of a tab', () => {
  it('are one where their last nine digits are the same', () => {
    const one = phone({
      shown: '+1 888 555 0101',
      digits: '+18885550101',
      count: 2,
      prominence: 0.3,
      nearCall: true,
    });
    const other = phone({
      shown: '(888) 555-0101',
      digits: '8885550101',
      prominence: 0.6,
      fromAddress: true,
    });
    const wanted = { shown: '(888) 555-0101', digits: '8885550101', count: 3, prominence: 0.6, fromAddress: true, nearCall: true }; // prettier-ignore
    expect(join(frame(shows(one)), inset(1, shows(other))).phones).toEqual([wanted]);
    expect(join(frame(shows(other)), inset(1, shows(one))).phones).toEqual([wanted]);
  });

  it('meet the eye by the size of their frame', () => {
    expect(join(frame(), inset(0.1, shows(phone({ prominence: 1 })))).phones[0]?.prominence).toBeCloseTo(
      0.3,
      9,
    );
  });

  it('are one where only one is known, and the page or a large frame shows it, not an advertisement', () => {
    const [one, other] = [phone(), phone({ digits: '5550102' })];
    const only = (...frames: FrameFacts[]) => join(...frames).onlyPhone?.digits ?? null;
    expect(only(frame(shows(one)))).toBe('5550101');
    expect(only(frame(), inset(0.9, shows(one)))).toBe('5550101');
    expect(only(frame(shows(one)), inset(0.1, shows(one)))).toBe('5550101');
    expect(only(frame(), inset(0.1, shows(one)))).toBeNull();
    expect(only(frame(shows(one, other)))).toBeNull();
    expect(only(frame(shows(one)), inset(0.1, shows({ ...other, prominence: 1 })))).toBeNull();
    expect(only(frame())).toBeNull();
  });

  it('are one where all others are in passing, as a fax in small print is', () => {
    const only = (...phones: PhoneFact[]) => join(frame(shows(...phones))).onlyPhone?.digits ?? null;
    const fax = phone({ digits: '5550102', prominence: 0.2 });
    expect(only(fax, phone())).toBe('5550101');
    expect(only(phone(), { ...fax, prominence: 0.21 })).toBeNull();
    expect(only(fax, phone({ prominence: 0.1 }))).toBe('5550102');
  });

  it('come with the one to call first, then what the eye meets, then what stands most often', () => {
    const digits = (...phones: PhoneFact[]) => join(frame(shows(...phones))).phones.map((one) => one.digits);
    const called = phone({ digits: '1111111', nearCall: true, prominence: 0 });
    const large = phone({ digits: '2222222', prominence: 1 });
    const often = phone({ digits: '3333333', prominence: 0.95, count: 2 });
    const plain = phone({ digits: '0000000', prominence: 1 });
    expect(digits(large, called)).toEqual(['1111111', '2222222']);
    expect(digits(large, often)).toEqual(['3333333', '2222222']);
    expect(digits(large, plain)).toEqual(['0000000', '2222222']);
    expect(digits(plain, large)).toEqual(['0000000', '2222222']);
  });

  it('belong to a dialog of any one frame that has a number, and to none of two that share the two', () => {
    const speaks = inset(0.2, { actTexts: ['Call us.'], ...shows(phone()) });
    expect(join(frame(), speaks).actTextPhone).toBe(true);
    expect(join(frame(shows(phone())), inset(0.2, { actTexts: ['Call us.'] })).actTextPhone).toBe(false);
  });

  it('of two that may be called come by what the eye meets', () => {
    const small = phone({ shown: 'small', digits: '5550102', prominence: 0.2, count: 2 });
    const large = phone({ shown: 'large', digits: '5550103', prominence: 0.9, count: 1 });
    expect(join(frame(shows(small, large))).phones.map(({ shown }) => shown)).toEqual(['large', 'small']);
  });

  it('belong to a dialog where a frame has both', () => {
    const actTexts = ['Hello'];
    expect(join(frame({ actTexts, ...shows(phone()) })).actTextPhone).toBe(true);
    expect(join(frame({ actTexts })).actTextPhone).toBe(false);
    expect(join(frame(shows(phone())), inset(1, { actTexts })).actTextPhone).toBe(false);
  });
});
