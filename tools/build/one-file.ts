import { resolve } from 'node:path';
import { build, type UserConfig } from 'vite';
import { compiledRules, type RulesAreThere } from './compiled-rules.ts';

/**
 * Builds a source with all that it imports into one file.
 * @param entry path of the source, from the project's folder
 * @param format `iife` for a file that is injected, `es` for a module
 * @param rules when the rules are there, if it has any
 * @returns the code. @throws Error where there is none
 */
export async function oneFile(
  entry: string,
  format: 'iife' | 'es',
  define: UserConfig['define'],
  rules: RulesAreThere = 'at once',
): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    define,
    publicDir: false,
    plugins: [compiledRules(rules)],
    build: {
      write: false,
      modulePreload: false,
      target: 'es2022',
      rollupOptions: {
        input: resolve(entry),
        output: { format, codeSplitting: false },
        optimization: { inlineConst: { mode: 'all', pass: 3 } },
      },
    },
  });
  const output = Array.isArray(result) ? result[0] : result;
  if (!output || !('output' in output) || output.output.length !== 1)
    throw new Error(`${entry} was not built into one file.`);
  return output.output[0].code;
}
