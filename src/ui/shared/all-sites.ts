import { askAllSites } from '../../browser/all-sites';
import { browser } from '../../browser/api';
import { h } from './h';
import { button, tellIn, type ButtonOptions } from './parts';

/**
 * Calls `draw` when the sites are allowed or taken away, also in the browser's own settings, as long as `place` stands in the
 * page.
 */
export function onSitesChanged(place: Element, draw: () => unknown): void {
  const { onAdded, onRemoved } = browser.permissions;
  const changed = (): void => {
    if (place.isConnected) return void draw();
    onAdded.removeListener(changed);
    onRemoved.removeListener(changed);
  };
  onAdded.addListener(changed);
  onRemoved.addListener(changed);
}

/**
 * The button that asks for all sites.
 * @param texts what stands on it, and what is said where the person refuses
 * @param onAllowed called once the person has agreed
 * @param look its id and how it looks
 * @returns the button, and the place where the refusal is said
 */
export function allowButton(
  texts: { label: string; refused: string },
  onAllowed: () => unknown,
  look: Pick<ButtonOptions, 'id' | 'kind' | 'wide'>,
): [allow: HTMLElement, trouble: HTMLElement] {
  const trouble = h('p', { role: 'alert' });
  const allow = button({
    ...look,
    label: texts.label,
    icon: 'eye',
    onclick: async () => {
      const granted = await askAllSites(); // first thing in the click, or the browser refuses
      if (granted) await onAllowed();
      else tellIn(trouble, texts.refused);
    },
  });
  return [allow, trouble];
}
