import { describe, expect, it, vi } from 'vitest';
import { atFirstRead } from '../../../src/page/scope';
import { unitScope } from './unit-scope';

describe('an object that is watched from its first read on', () => {
  const found = {};
  /** A getter as the browser's own are: it throws for anything but its own kind. */
  class Owner {
    #mine = found;
    get thing(): object {
      return this.#mine;
    }
  }

  it('is watched once', () => {
    const install = vi.fn();
    atFirstRead(unitScope({}).scope, Owner.prototype, 'thing', install);
    const owner = new Owner();
    expect([owner.thing, owner.thing]).toEqual([found, found]);
    expect(install.mock.calls).toEqual([[found]]);
  });

  it('still is where somebody asked the prototype before, which throws as ever', () => {
    const install = vi.fn();
    atFirstRead(unitScope({}).scope, Owner.prototype, 'thing', install);
    expect(() => Owner.prototype.thing).toThrow(TypeError);
    expect(new Owner().thing).toBe(found);
    expect(install.mock.calls).toEqual([[found]]);
  });
});
