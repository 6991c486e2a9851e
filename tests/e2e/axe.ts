import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Rules for WCAG 2.0 to 2.2, levels A and AA, and axe's own best practices. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Of level AAA: text and its ground 7 to 1. */
const MORE_RULES = { 'color-contrast-enhanced': { enabled: true } };

/** What axe-core returns, as far as we read it. */
interface AxeResult {
  violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
}

/**
 * An expression to evaluate in a page (through the driver, which no content security policy stops). Its promise gives a
 * list of findings, one readable line each; an empty list is what every screen must give.
 */
function axeExpression(): string {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const options = JSON.stringify({ runOnly: { type: 'tag', values: TAGS }, rules: MORE_RULES });
  const run = `axe.run(document, ${options}).then(${findings.toString()})`;
  return `(() => { ${source}; return ${run}.then((found) => [...found, ...(${smallTargets.toString()})()]); })()`;
}

/** Runs inside the page: keep it free of anything from this file. */
function findings(result: AxeResult): string[] {
  return result.violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 3).map((node) => node.target.join(' '));
    return `${id}: ${help} (${nodes.length}×: ${where.join(' | ')})`;
  });
}

/** Runs inside the page: whatever can be pressed is 44 px high and wide; axe asks for 24. Links in a sentence are excepted. */
function smallTargets(): string[] {
  const least = 43.5; // half a pixel may be lost in rounding
  const all = [
    ...document.querySelectorAll<HTMLElement>('a[href], button, select, textarea, input, summary'),
  ];
  const pressed = all.map(
    (one) => (one.matches('[type=checkbox], [type=radio]') && one.closest('label')) || one,
  );
  return [...new Set(pressed)].flatMap((one) => {
    const { width, height } = one.getBoundingClientRect();
    const hidden = width === 0 || height === 0 || one.closest('[hidden]') !== null;
    if (hidden || getComputedStyle(one).display === 'inline' || (width >= least && height >= least))
      return [];
    const size = `${Math.round(width)} × ${Math.round(height)} px`;
    return [`small target: ${size}, "${(one.textContent || one.id || one.tagName).slice(0, 40)}"`];
  });
}

/** Evaluates in a page: Playwright's `page.evaluate`, or `inPage` of the rig. */
export type Evaluate = (expression: string) => Promise<unknown>;

/** Findings of axe-core and targets that are too small on the page, empty when there is nothing to mend. */
export async function axeFindings(evaluate: Evaluate): Promise<string[]> {
  const found = await evaluate(axeExpression());
  if (!Array.isArray(found)) throw new Error('axe-core did not answer.');
  return found.map(String);
}
