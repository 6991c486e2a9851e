import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';

/** Lines against an arrow of src/README.md, each as it would stand in the file. */
const REFUSED: [file: string, line: string][] = [
  ['src/page/claims.ts', `import weights from '../../rules/weights.json';`],
  ['src/page/acts/links.ts', `import { judge } from '../../detection/judgement/judge';`],
  ['src/messages/validate.ts', `import reasons from '../../rules/reasons.json';`],
  ['src/messages/validate.ts', `import { browser } from '../browser/api';`],
  ['src/content/gate/gate.ts', `import brands from '../../../rules/brands.json';`],
  ['src/detection/judgement/judge.ts', `import type { Settings } from '../../storage/settings';`],
  ['src/detection/judgement/judge.ts', `import { weightsSchema } from '../../../rules/schema/detection';`],
  ['src/storage/settings.ts', `import { ROOT } from '../../tools/package/files';`],
  ['src/browser/api.ts', `export { isCase } from '../messages/validate';`],
  ['src/browser/api.ts', `import { within } from '../async/within';`],
  ['src/async/within.ts', `import { browser } from '../browser/api';`],
  ['src/background/judge/judge-tab.ts', `import { until } from '../../../tests/rig/processes';`],
  ['src/background/judge/judge-tab.ts', `import { t } from '../../ui/shared/i18n';`],
  ['src/background/judge/judge-tab.ts', `import manifest from '../../../manifest.json';`],
  ['src/background/state/tab-state.ts', `import { closeTab } from '../close/close-tab';`],
  ['src/background/close/close-tab.ts', `import type { Capture } from '../judge/respond';`],
  ['src/background/guard/guard.ts', `import { inbox } from '../inbox';`],
  ['src/detection/text/normalise.ts', `import { loadRules } from '../phrases/rules';`],
  ['src/detection/facts.ts', `import { cleanText } from './text/normalise';`],
  ['src/ui/popup/popup.ts', `import { voicesOf } from '../../detection/features/voices';`],
  ['src/background/new-folder/new-file.ts', `import { useReserve } from '../session/session-reserve';`],
  ['src/background/close/close-tab.ts', `import { next } from '../new-folder/new-file';`],
  ['src/ui/popup/popup.ts', `import { readRoute } from '../guide/route';`],
  ['src/ui/popup/popup.ts', `import type { Step } from '../guide/plan/step';`],
  ['src/ui/popup/popup.ts', `void import('../guide/route');`],
  ['src/ui/shared/page.ts', `export * from '../guide/route';`],
  ['src/ui/popup/popup.ts', `import { judge } from '../../detection/judgement/judge';`],
  ['src/ui/popup/popup.ts', `import { type Verdict } from '../../detection/verdict';`],
  ['src/ui/popup/popup.ts', `import browser from 'webextension-polyfill';`],
  ['src/ui/guide/help/channels.ts', `import { schema } from '../../../../rules/schema/help-channels';`],
  ['src/ui/guide/screens/tools-screen.ts', `import { icons } from '../../../../tools/icons';`],
  ['rules/schema/detection.ts', `import { PACKS } from '../../src/detection/phrases/packs';`],
];

const ALLOWED: [file: string, line: string][] = [
  ['src/page/claims.ts', `import { ACTS } from '../messages/page-bridge';`],
  ['src/page/acts/links.ts', `import { claim } from '../claims';`],
  ['src/content/gate/gate.ts', `import { scanGate } from '../../detection/scan-gate';`],
  ['src/detection/judgement/judge.ts', `import weights from '../../../rules/weights.json';`],
  ['src/detection/judgement/judge.ts', `import { voicesOf } from '../features/voices';`],
  ['src/detection/text/normalise.ts', `import { ACT_NAMES } from '../facts';`],
  ['src/background/judge/judge-tab.ts', `import { judge } from '../../detection/judgement/judge';`],
  ['src/background/state/remote-tools.ts', `import tools from '../../../rules/remote-tools.json';`],
  ['src/background/close/close-tab.ts', `import { currentSettings } from '../session/current-settings';`],
  ['src/background/inbox.ts', `import { statusOf } from './person/status';`],
  ['src/ui/popup/popup.ts', `import { h } from '../shared/h';`],
  ['src/ui/popup/popup.ts', `import type { Verdict } from '../../detection/verdict';`],
  ['src/ui/popup/popup.ts', `import { loadSettings } from '../../storage/settings-store';`],
  ['src/ui/guide/screens/tools-screen.ts', `import { findTools } from '../tools/tool-search';`],
  ['src/ui/guide/help/channels.ts', `import table from '../../../../rules/help-channels.json';`],
  ['src/ui/guide/help/channels.ts', `import type { Row } from '../../../../rules/schema/help-channels';`],
  ['src/storage/settings-sync.ts', `import { oneAtATime } from '../async/one-at-a-time';`],
  ['src/browser/api.ts', `import browser from 'webextension-polyfill';`],
];

const IMPORTS = ['sangfroid/arrows', 'no-restricted-imports'];

describe('eslint.config.js', () => {
  let eslint: ESLint;
  beforeAll(async () => {
    // Only the rules about imports: they need no types, and reading those takes most of the time.
    eslint = new ESLint({
      overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false } } }],
      ruleFilter: ({ ruleId }) => IMPORTS.includes(ruleId),
    });
    await refusals('src/browser/api.ts', ''); // reads the configuration, which takes seconds on a busy machine
  }, 60_000);

  /** The import rules that refuse this line in this file. */
  async function refusals(filePath: string, line: string): Promise<(string | null)[]> {
    const [result] = await eslint.lintText(`${line}\n`, { filePath });
    return result?.messages.map(({ ruleId, message }) => ruleId ?? message) ?? [];
  }

  it.each(REFUSED)('refuses in %s: %s', async (file, line) => {
    expect(await refusals(file, line)).toEqual([expect.stringMatching(IMPORTS.join('|'))]);
  });

  it.each(ALLOWED)('allows in %s: %s', async (file, line) => {
    expect(await refusals(file, line)).toEqual([]);
  });
});
