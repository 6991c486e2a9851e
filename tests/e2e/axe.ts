import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Rules for WCAG 2.0 to 2.2, levels A and AA, and axe's own best practices. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

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
  const run = `axe.run(document, { runOnly: ${JSON.stringify(TAGS)} }).then(${findings.toString()})`;
  return `(() => { ${source}; return ${run}; })()`;
}

/** Runs inside the page: keep it free of anything from this file. */
function findings(result: AxeResult): string[] {
  return result.violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 3).map((node) => node.target.join(' '));
    return `${id}: ${help} (${nodes.length}×: ${where.join(' | ')})`;
  });
}

/** Evaluates in a page: Playwright's `page.evaluate`, or `inPage` of the rig. */
export type Evaluate = (expression: string) => Promise<unknown>;

/** Findings of axe-core on the page, empty when there is nothing to mend. */
export async function axeFindings(evaluate: Evaluate): Promise<string[]> {
  const found = await evaluate(axeExpression());
  if (!Array.isArray(found)) throw new Error('axe-core did not answer.');
  return found.map(String);
}
