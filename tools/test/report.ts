/** What a run of vitest has found. */
import { relative } from 'node:path';
import { ROOT } from '../../tests/rig/dist';

/** What vitest's own json reporter writes, as far as it is read. */
export interface VitestReport {
  numPassedTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

const WHY_LENGTH = 300;
const firstLine = (words: string): string => (words.split('\n')[0] ?? '').slice(0, WHY_LENGTH);

type Tested = VitestReport['testResults'][number]['assertionResults'][number];

const lineOf = (file: string, { fullName, failureMessages }: Tested): string =>
  `${file}: ${fullName}: ${firstLine(failureMessages[0] ?? '')}`;

/** Tests that failed, and files that could not even begin (a browser that did not start, a syntax error), a line each. */
export function failuresOf(report: VitestReport): string[] {
  return report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(ROOT, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [`${file}: ${firstLine(message)}`];
    return failed.map((test) => lineOf(file, test));
  });
}

/** Tests that passed when they were tried again, with what had failed first, a line each. */
export function secondTriesOf(report: VitestReport): string[] {
  return report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
      .map((test) => lineOf(relative(ROOT, name), test)),
  );
}
