import type { TrustedSite } from '../../storage/settings';
import { typedHost } from '../../storage/settings-schema';
import { trustSite, untrustSite, loadSettings } from '../../storage/settings-store';
import { h, show, type Child } from '../shared/h';
import { t, when } from '../shared/i18n';
import type { Page } from '../shared/page';
import { announce, button, field } from '../shared/parts';
import { inARow } from '../shared/sentences';
import { tellWrong } from '../shared/tell-wrong';
import { stored } from '../shared/trouble';
import { isLocked, lockedNote, section } from './section';
import { wwwTwin } from './www-twin';

const LIST_ID = 'trusted-list';

/** The sites that are never judged: which, since when and why; add one, take one back. */
export function trustedSection(page: Page): HTMLElement {
  const list = h('div', { id: LIST_ID });
  fillList(list, page);
  return section(
    'trusted',
    t('options.trustedTitle'),
    h('p', null, t('options.trustedIntro')),
    list,
    isLocked(page, 'trustedSites') ? lockedNote(page, 'trustedSites') : addForm(list, page),
  );
}

/** Shows the sites anew where they are others than those shown. */
export function followTrusted(page: Page): void {
  const list = document.getElementById(LIST_ID);
  const shown = [...(list?.querySelectorAll('strong') ?? [])].map((host) => host.textContent);
  if (list === null || String(shown) === String(page.settings.trustedSites.map(({ host }) => host))) return;
  const hadKeyboard = list.contains(document.activeElement);
  fillList(list, page);
  if (hadKeyboard) document.getElementById('trusted-add')?.focus();
}

function fillList(list: HTMLElement, page: Page): void {
  const { trustedSites } = page.settings;
  const rows = trustedSites.map((site) => row(site, list, page));
  show(
    list,
    rows.length === 0
      ? h('p', { class: 'quiet' }, t('options.trustedNone'))
      : h('ul', { class: 'sites' }, rows),
  );
}

function row(site: TrustedSite, list: HTMLElement, page: Page): HTMLElement {
  return h(
    'li',
    null,
    h('div', null, h('strong', null, site.host), h('p', { class: 'quiet small' }, whyTrusted(site))),
    removeButton(site, list, page),
  );
}

function whyTrusted(site: TrustedSite): string {
  return t(`options.trustedWhy.${site.why}`, { date: site.since > 0 ? when(site.since, 'date') : '' });
}

function removeButton(site: TrustedSite, list: HTMLElement, page: Page): Child {
  if (site.why === 'policy' || isLocked(page, 'trustedSites')) return null;
  const remove = button({
    label: t('common.remove'),
    icon: 'trash',
    onclick: async () => {
      const hosts = addedTogether(site, page);
      for (const host of hosts) await stored(untrustSite(host));
      page.settings = await loadSettings();
      fillList(list, page);
      announce(inARow(...hosts.map((host) => t('options.trustedRemoved', { host }))));
      document.getElementById('trusted-add')?.focus();
    },
  });
  remove.setAttribute('aria-label', t('options.trustedRemoveThis', { host: site.host }));
  return remove;
}

/** The site and, where both were added here in one, its "www.": left alone, that would be trusted on. */
function addedTogether({ host, why }: TrustedSite, { settings }: Page): string[] {
  const twin = wwwTwin(host);
  const both = settings.trustedSites.find((site) => site.host === twin && site.why === 'options');
  return why === 'options' && both ? [host, both.host] : [host];
}

/** A site's bare name leads to its "www." as a rule: trusted alone, the warnings would go on. Both stand in the list. */
async function trust(host: string): Promise<boolean> {
  const twin = wwwTwin(host);
  const isTrusted = await trustSite(host, 'options');
  return isTrusted && twin !== null ? trustSite(twin, 'options') : isTrusted;
}

function addForm(list: HTMLElement, page: Page): HTMLElement {
  const typed = h('input', {
    type: 'text',
    id: 'trusted-add',
    inputmode: 'url',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const trouble = h('p', { role: 'alert', id: 'trusted-trouble' });
  async function add(event?: Event): Promise<void> {
    event?.preventDefault();
    // A dot taken along from a sentence would make it another host, and the trust in it be of no use.
    const host = typedHost(typed.value.trim().replace(/[.,;]+$/, ''));
    const ok = host !== null && (await stored(trust(host)));
    // Locked while it was being written: the page waits with that until the field is left.
    tellWrong(typed, trouble, ok ? '' : t(host === null ? 'errors.noHost' : 'errors.locked'));
    if (!ok) return;
    typed.value = '';
    page.settings = await loadSettings();
    fillList(list, page);
    announce(t('options.saved'));
  }
  const press = button({
    label: t('options.trustedAdd'),
    icon: 'plus',
    id: 'trusted-add-button',
    onclick: () => add(),
  });
  return h(
    'form',
    { onsubmit: (event: Event) => add(event) },
    field(t('options.trustedAddLabel'), typed, t('options.trustedAddHint')),
    trouble,
    press,
  );
}
