import type { RemoteTool } from '../../../../rules/schema/remote-tools';
import { h, show, type Child } from '../../shared/h';
import { t } from '../../shared/i18n';
import { announce, card, field, newTabLink } from '../../shared/parts';
import type { TextKey } from '../../shared/text-keys';
import type { GuideModel } from '../guide-model';
import { WINDOWS, type System } from '../plan/device';
import { BY_DATE } from '../plan/steps-clean';
import { findTools, namesOn, removalKey } from '../tools/tool-search';
import { deviceChoice } from './device-choice';
import { showScreen } from './frame';

/** More would not be read; typing two letters brings the list below this. */
const MOST_SHOWN = 6;

/** What was typed last; outlives another device or language being chosen. */
let typed = '';

function names(label: string, list: readonly string[]): Child {
  return list.length > 0 && [h('dt', null, label), h('dd', { dir: 'auto' }, list.join(', '))];
}

/** How to find what came that day: by its date, where the list of programs can be sorted so. */
const anyText = (system: System): TextKey =>
  BY_DATE.includes(system) ? 'tool.anyText' : 'step.remove-others.apps';

function toolCard(tool: RemoteTool, system: System): HTMLElement {
  const removal = removalKey(tool, system);
  const onWindows = WINDOWS.includes(system);
  return card(
    h('h2', null, tool.name),
    removal === null && h('p', null, t('tool.notHere')),
    h('p', null, t(`tool.unattended.${tool.unattended}`)),
    h('h3', null, t('tool.how')),
    h('p', null, removal === null ? t(anyText(system)) : t(removal, { name: tool.name })),
    tool.extra !== null && h('p', null, t(`tool.extra.${tool.extra}`)),
    h(
      'dl',
      { class: 'small quiet' },
      names(t('tool.alsoCalled'), tool.alsoCalled),
      removal !== null && names(t('tool.lookFor'), namesOn(tool, system)),
      onWindows && names(t('tool.files'), tool.files),
      onWindows && names(t('tool.services'), tool.services),
    ),
    tool.report !== null && newTabLink(t('tool.report'), tool.report.url, 'forward'),
  );
}

/** "They were on my computer": find the program by the name on its window, and how to take it away. */
export function showTools(root: HTMLElement, model: GuideModel): void {
  const results = h('div', { class: 'results' });
  const search = h('input', {
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    value: typed,
    oninput: () => {
      typed = search.value;
      const said = showFound();
      if (said !== null) announce(said);
    },
  });
  /** @returns the sentence that tells how many there are; null where nothing is looked for */
  function showFound(): string | null {
    const asked = search.value.trim() !== '';
    const found = asked ? findTools(search.value) : [];
    const counted = found.length === 0 ? t('tool.none') : t('tool.found', { count: found.length });
    const sentence = asked ? counted : null;
    show(
      results,
      sentence !== null && h('p', { class: 'quiet' }, sentence),
      ...found.slice(0, MOST_SHOWN).map((tool) => toolCard(tool, model.system)),
      found.length > MOST_SHOWN && h('p', null, t('tool.foundMany')),
    );
    return sentence;
  }
  showFound();
  showScreen(
    root,
    model,
    t('tool.title'),
    h('p', { class: 'lead' }, t('tool.intro')),
    field(t('tool.search'), search, t('tool.searchHint')),
    results,
    card(h('h2', null, t('tool.any')), h('p', null, t(anyText(model.system)))),
    deviceChoice(model),
  );
}
