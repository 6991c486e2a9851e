// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Brand } from '../../../src/browser/brand';
import type { WatchState } from '../../../src/messages/ui-messages';

const world = vi.hoisted(() => ({ brand: 'Chrome' as Brand, ok: true }));
vi.mock('../../../src/browser/brand', () => ({ brandHere: () => world.brand }));
vi.mock('../../../src/browser/api', () => ({
  browser: { runtime: { sendMessage: () => Promise.resolve({ ok: world.ok }) } },
}));

import { loadTexts } from '../../../src/ui/shared/i18n';
import { announce } from '../../../src/ui/shared/parts';
import { stateCard } from '../../../src/ui/popup/state-card';
import { eachInWords } from '../in-words';
import { tabStatus, type Told } from './tab-status';

const status = (state: WatchState, host = 'garden.example') => tabStatus({ tabId: 3, state, host });
const buttons = (card: HTMLElement) => [...card.querySelectorAll('button')].map(({ id }) => id);

const speak = (language: string) => loadTexts(language, ['common', 'errors', 'popup', 'reasons']);

beforeEach(async () => {
  Object.assign(world, { brand: 'Chrome', ok: true });
  await speak('en');
});

describe('the card of the popup', () => {
  it('can close the tab before it knows anything about it', () => {
    const { element } = stateCard(3, () => Promise.resolve());
    expect(buttons(element)).toEqual(['close']);
    expect(element.textContent).toContain('Looking');
    expect(element.getAttribute('aria-busy')).toBe('true');
  });

  it('keeps the very same button when the answer comes, so that no press is lost', () => {
    for (const state of ['watching', 'warning', 'trusted'] as const) {
      const { element, fill } = stateCard(3, () => Promise.resolve());
      const close = element.querySelector('#close');
      fill(status(state));
      expect(element.querySelector('#close')).toBe(close);
      expect(element.dataset.state).toBe(state);
      expect(element.hasAttribute('aria-busy')).toBe(false);
      expect(element.textContent).not.toContain('Looking');
    }
  });

  it.each([
    ['paused', ['resume', 'close']],
    ['no-permission', ['allow', 'close']],
    ['watching', ['close']],
  ] as const)('%s offers %j', (state, offered) => {
    const { element, fill } = stateCard(3, () => Promise.resolve());
    fill(status(state));
    expect(buttons(element)).toEqual(offered);
  });

  it('says of a file on this computer that the browser does not show it, not that nobody could', () => {
    const { element, fill } = stateCard(3, () => Promise.resolve());
    fill(tabStatus({ state: 'unseen', file: true }));
    expect(element.textContent).toContain('a file on your computer');
    expect(element.textContent).not.toContain('every extension');
    expect(buttons(element)).toEqual(['close']);
  });

  it.each([
    ['Chrome', 'en', 'Choose “Manage extension”, then allow access to files.'],
    ['Edge', 'de', 'Öffnen Sie die Verwaltung der Erweiterung'],
  ] as const)('says where %s has the switch for such files', async (brand, language, words) => {
    world.brand = brand;
    await speak(language);
    const { element, fill } = stateCard(3, () => Promise.resolve());
    fill(tabStatus({ state: 'unseen', file: true }));
    expect(element.textContent).toContain(words);
    fill(status('unseen'));
    expect(element.textContent, 'of other pages there is none').not.toContain(words);
  });

  it('names no switch in Firefox, which has none', () => {
    world.brand = 'Firefox';
    const { element, fill } = stateCard(3, () => Promise.resolve());
    fill(tabStatus({ state: 'unseen', file: true }));
    expect(element.querySelector('p.quiet')?.textContent).toBe(
      'This is a file on your computer. The browser does not show such files to Sangfroid.',
    );
  });

  it('keeps the exit below what is to be done first, without the keyboard, and as the main button again after it', () => {
    const { element, fill } = stateCard(3, () => Promise.resolve());
    document.body.append(element);
    const close = element.querySelector<HTMLElement>('#close');
    close?.focus();
    fill(status('paused'));
    expect(document.activeElement).toBe(document.body);
    expect(close?.className).not.toContain('button-main');
    fill(status('watching'));
    expect(buttons(element)).toEqual(['close']);
    expect(close?.className).toContain('button-main');
    element.remove();
  });

  it('does not call a page harmless that does not answer, and still closes it', () => {
    const { element, fill, tellSilent } = stateCard(3, () => Promise.resolve());
    fill(status('watching'));
    expect(element.textContent, 'words that are to go').toContain('sees no fake alert');
    const close = element.querySelector('#close');
    tellSilent();
    expect(element.textContent).toContain('does not answer');
    expect(element.textContent).not.toContain('sees no fake alert');
    expect(element.querySelector('#close')).toBe(close);
    expect(element.dataset.state).toBe('silent');
  });

  it('tells a screen reader each change, but not what it reads as the popup opens', () => {
    const spoken = () => document.querySelector('[aria-live]')?.textContent ?? '';
    const { fill, tellSilent } = stateCard(3, () => Promise.resolve());
    announce('');
    fill(status('watching'), { aloud: false });
    expect(spoken()).toBe('');
    fill(status('warning'));
    expect(spoken()).toContain('This page is very probably a scam.');
    tellSilent();
    expect(spoken()).toBe('This page does not answer.');
  });

  it('says again that the tab did not close where a second try fails, too', async () => {
    world.ok = false;
    const spoken = () => document.querySelector('[aria-live]')?.textContent ?? '';
    const { element } = stateCard(3, () => Promise.resolve());
    announce('');
    const press = async (): Promise<void> => {
      element.querySelector<HTMLButtonElement>('#close')?.click();
      await new Promise((done) => setTimeout(done));
    };
    await press();
    expect(element.querySelector('[role=alert]')?.textContent).toContain('did not close');
    expect(spoken()).toBe('');
    await press();
    expect(spoken()).toContain('did not close');
  });

  it('does not call a genuine site a scam whose number is a trap', () => {
    const { element, fill } = stateCard(3, () => Promise.resolve());
    fill({ ...status('warning'), injectedIntoHonestSite: true });
    expect(element.textContent).toContain('The phone number on this page is very probably a trap.');
    expect(element.textContent).not.toContain('This page is very probably a scam');
    expect(buttons(element)).toEqual(['close']);
  });

  eachInWords<[Told, string, RegExp]>([
    [{ state: 'warning', closing: true }, 'Sangfroid is closing this page. Do not call.', /scam\./],
    [{ state: 'own', host: '' }, 'This is a page of Sangfroid.', /browser|did not close|still open/i],
    // Nobody may have tried to close it yet, or it is just closing.
    [{ state: 'own', host: '', caseId: 'c' }, 'The scam tab is still open.', /browser|did not close/i],
    [
      { state: 'own', host: '', caseId: 'c', stuck: true },
      'The tab did not close. Follow the steps in the guide.',
      /browser/i,
    ],
  ])('says what is true of %s', (_title, change, said, untrue) => {
    const { element, fill } = stateCard(3, () => Promise.resolve());
    fill(tabStatus(change));
    expect(element.textContent).toContain(said);
    expect(element.textContent).not.toMatch(untrue);
  });

  it('gives the button to close back to a page that was first taken for one nobody sees', () => {
    const { element, fill } = stateCard(3, () => Promise.resolve());
    fill(status('unseen', ''));
    fill(status('watching', ''));
    expect(buttons(element)).toEqual(['close']);
  });

  it('closes a scam that has no host', () => {
    const { element, fill } = stateCard(3, () => Promise.resolve());
    fill(status('warning', ''));
    expect(buttons(element)).toEqual(['close']);
  });

  it('offers nothing on a page of the browser, and closing on a page we only cannot look into', () => {
    for (const [host, offered] of [
      ['', []],
      ['store.example', ['close']],
    ] as const) {
      const { element, fill } = stateCard(3, () => Promise.resolve());
      fill(status('unseen', host));
      expect(buttons(element)).toEqual(offered);
    }
  });
});
