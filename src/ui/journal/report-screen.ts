import { browser } from '../../browser/api';
import type { Incident } from '../../storage/incident';
import { h, type Child } from '../shared/h';
import { t, whenAndZone } from '../shared/i18n';
import { button, buttonLink } from '../shared/parts';
import { fragmentOf } from './place';
import { reportFileName, reportJson, reportLines, reportText, type ReportLine } from './report-facts';
import { saveFile } from '../shared/save-file';
import { endingOf, reasonsOf } from './words';

/** A report of one incident for the police or the bank: to print (every page dated) or as a file. */
export function reportScreen(incident: Incident, now = Date.now()): Child[] {
  const { version } = browser.runtime.getManifest();
  const title = t(pretended(incident) ? 'report.title' : 'report.titlePage');
  const made = t('report.made', { date: whenAndZone(now), version });
  const words = { t, when: whenAndZone, ending: endingOf(incident), reasons: reasonsOf(incident) };
  const lines = reportLines(incident, words);
  const text = (): string => reportText(title, made, lines);
  return [
    h(
      'p',
      { class: 'no-print' },
      buttonLink(t('report.back'), fragmentOf({ screen: 'entry', id: incident.id ?? 0 }), 'back'),
    ),
    h(
      'div',
      { class: 'row no-print' },
      button({
        id: 'print',
        kind: 'main',
        icon: 'print',
        label: t('common.print'),
        onclick: () => window.print(),
      }),
      button({
        id: 'save-text',
        icon: 'download',
        label: t('report.text'),
        onclick: () => saveFile(reportFileName(incident, 'txt'), 'text/plain', text()),
      }),
      button({
        id: 'save-json',
        icon: 'download',
        label: t('report.json'),
        onclick: () =>
          saveFile(reportFileName(incident, 'json'), 'application/json', reportJson(incident, now, version)),
      }),
    ),
    sheet(title, made, lines, incident),
  ];
}

/** The sheet's foot is repeated on every printed page: that is how each page carries the date. */
function sheet(title: string, made: string, lines: readonly ReportLine[], incident: Incident): HTMLElement {
  return h(
    'article',
    { class: 'sheet' },
    h(
      'div',
      { class: 'sheet-body' },
      h('h1', null, title),
      pretended(incident) && h('p', null, t('report.what')),
      h('h2', null, t('report.seen')),
      definitions(lines, 'seen'),
      h('h2', null, t('report.own')),
      lines.some((line) => line.part === 'own')
        ? definitions(lines, 'own')
        : h('p', null, t('report.ownEmpty')),
      h('p', { class: 'sign' }, t('report.sign')),
    ),
    picture(incident.screenshot),
    h('div', { class: 'sheet-body' }, definitions(lines, 'text')),
    h('div', { class: 'sheet-foot' }, h('p', { class: 'small' }, made)),
  );
}

/** Whether the page itself was a fake alert, for all that is known: else the sheet says nothing of one. */
function pretended(incident: Incident): boolean {
  if (incident.closedBy === 'mistake' || incident.injectedIntoHonestSite) return false;
  return reasonsOf(incident).length > 0;
}

/** A row of its own, which no printer cuts in two. */
function picture(screenshot: string | null): Child {
  if (screenshot === null) return null;
  const image = h('img', { class: 'shot', src: screenshot, alt: t('journal.screenshotAlt') });
  return h(
    'div',
    { class: 'sheet-body' },
    h('div', { class: 'sheet-row' }, h('h2', null, t('journal.screenshot')), image),
  );
}

function definitions(lines: readonly ReportLine[], part: ReportLine['part']): HTMLElement {
  const shown = lines.filter((line) => line.part === part);
  const one = ({ label, values }: ReportLine): HTMLElement =>
    h('div', null, h('dt', null, label), ...values.map((value) => h('dd', null, value)));
  return h('dl', { class: 'facts' }, ...shown.map(one));
}
