import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContentMessage } from '../../../../src/messages/content-messages';
import { gate, WORDS } from '../scam-words';
import { ALERT, ARTICLE, BOOKING, facts, PHISHING, SITE, start, type Told } from './telling-frames';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

describe('a frame that is there no more', () => {
  it('has no part in what is warned of: two mails shown one after the other', async () => {
    const { shows, list, known } = await start();
    await shows(11, PHISHING);
    list(0, 12);
    await shows(12, BOOKING);
    expect(await known()).toBe('quiet 12');
  });

  it('has a part as long as it is listed, or nobody says whether it is', async () => {
    const { fake, shows, list, known, tells } = await start();
    await shows(11, PHISHING);
    fake.faults.set('webNavigation.getAllFrames', 'hang');
    await shows(12, BOOKING);
    expect(await known()).toBe('warn 11 12');
    fake.faults.set('webNavigation.getAllFrames', 'reject');
    await tells(12, [facts(BOOKING)]);
    fake.faults.clear();
    list(12); // a tab without a top frame is none
    await tells(12, [facts(BOOKING)]);
    list(0, 11, 12);
    await tells(12, [facts(BOOKING)]);
    expect(await known()).toBe('warn 11 12');
    list(0, 12);
    await tells(12, [facts(BOOKING)]);
    expect(await known()).toBe('quiet 12');
  });

  it('is told by its document, too, where the browser names it', async () => {
    const { shows, list, known, tells } = await start();
    await shows(11, PHISHING, { documentId: 'A' });
    list(0, { frameId: 11, documentId: 'A' }, 12);
    await shows(12, BOOKING, { documentId: 'B' });
    expect(await known()).toBe('warn 11 12');
    list(0, { frameId: 11, documentId: 'C' }, 12);
    await tells(12, [facts(BOOKING)], { documentId: 'B' });
    expect(await known()).toBe('quiet 12');
  });

  it.each<[string, number, ContentMessage[], Told]>([
    ['that the browser never lists', 11, [], { address: 'blob:https://mail.example/1' }],
    ['whose box was met by the person', 11, [ALERT], {}],
    ['that stands for a window on top', -1, [], {}],
  ])('is none %s', async (_what, frameId, more, told) => {
    const { shows, tells, list, known } = await start();
    await tells(frameId, [gate(PHISHING), ...more, facts(PHISHING)], told);
    list(0, 12);
    await shows(12, BOOKING);
    expect(await known()).toBe(`warn ${[frameId, 12].join(' ')}`);
  });

  it('is none that has just told something, nor the top frame', async () => {
    const { shows, tells, list, known } = await start();
    await shows(0, PHISHING, { address: SITE, documentId: 'one' });
    await shows(12, 'Bread');
    list({ frameId: 0, documentId: 'two' });
    await tells(12, [facts(BOOKING)]);
    expect(await known()).toBe('warn 0 12');
  });

  it('is not asked for where a frame tells alone, nor where all is quiet', async () => {
    const alone = await start();
    await alone.shows(11, WORDS);
    expect([await alone.known(), alone.asked()]).toEqual(['warn 11', 0]);
    const quiet = await start();
    await quiet.shows(11, BOOKING);
    await quiet.shows(12, BOOKING);
    expect([await quiet.known(), quiet.asked()]).toEqual(['quiet 11 12', 0]);
  });

  it('speaks for its page no more where all is quiet, once the page tells that it is gone', async () => {
    const { fake, shows, list, known } = await start();
    await shows(11, ARTICLE);
    list(0, 12);
    const answers = [
      { doc: '', place: -1, outer: false },
      { doc: 'd12', place: 0, outer: true },
    ];
    Object.assign(fake.api.scripting, {
      executeScript: ({ target, func }: { target: { frameIds?: number[] }; func?: { name: string } }) => {
        const place = [0, 12].indexOf(target.frameIds?.[0] ?? -1);
        const result = func?.name === 'lookAround' ? [0.9] : answers[place];
        return place < 0 ? Promise.reject(new Error('No frame')) : Promise.resolve([{ result }]);
      },
    });
    await shows(12, WORDS);
    expect(await known()).toMatch(/^warn/);
  });

  it('is not forgotten with what came into it meanwhile', async () => {
    const { fake, tab, tabStates, shows, known } = await start();
    const { forgetGone } = await import('../../../../src/background/state/listed-frames');
    await shows(11, PHISHING);
    await shows(12, 'Bread');
    fake.api.webNavigation.getAllFrames = async () => {
      await shows(11, 'Bread', { doc: 'next' });
      return [{ frameId: 0 }, { frameId: 12 }];
    };
    expect(await forgetGone(tab.id, await tabStates.read(String(tab.id)))).not.toBeNull();
    expect(await known()).toBe('quiet 11 12');
  });
});
