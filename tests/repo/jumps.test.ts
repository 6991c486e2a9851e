import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** The walk of docs/architecture.md: on which word of which file, by what, to which file. */
const ROW = /^\| (\d+) \| `(src\/[\w/.-]+)` \| `(\w+)` \| (type|uses|definition) \| `(src\/[\w/.-]+)`/gm;
const JUMPS = [...readFileSync('docs/architecture.md', 'utf8').matchAll(ROW)].map(
  ([, number = '', from = '', word = '', by = '', to = '']) => ({
    number: Number(number),
    from,
    word,
    by,
    to,
  }),
);

/** What an editor asks when a person jumps. */
function editor(): ts.LanguageService {
  const { config } = ts.readConfigFile('tsconfig.json', (name) => ts.sys.readFile(name)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const files = ts.sys.readDirectory('src', ['.ts']);
  return ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => files,
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => ts.ScriptSnapshot.fromString(ts.sys.readFile(name) ?? ''),
    getCurrentDirectory: () => process.cwd(),
    getDefaultLibFileName: (wanted) => ts.getDefaultLibFilePath(wanted),
    fileExists: (name) => ts.sys.fileExists(name),
    readFile: (name) => ts.sys.readFile(name),
    readDirectory: (...from) => ts.sys.readDirectory(...from),
    directoryExists: (name) => ts.sys.directoryExists(name),
  });
}

describe('the walk of docs/architecture.md', () => {
  it('is made of under ten jumps, each beginning where the last one ended', () => {
    expect(JUMPS.map(({ number }) => number)).toEqual(JUMPS.map((_jump, at) => at + 1));
    expect(JUMPS.length).toBeGreaterThan(5);
    expect(JUMPS.length).toBeLessThan(10);
    expect(JUMPS.slice(1).map(({ from }) => from)).toEqual(JUMPS.slice(0, -1).map(({ to }) => to));
    expect(JUMPS[0]?.from).toMatch(/^src\/page\//);
    expect(JUMPS.at(-1)?.to).toMatch(/^src\/ui\/guide\//);
  });

  // Some 10 s of work; with the lowest priority on a machine that was busy with browsers it took more than 60.
  it('leads where it says', { timeout: 240_000 }, () => {
    const service = editor();
    for (const { from, word, by, to } of JUMPS) {
      const text = readFileSync(from, 'utf8');
      const places = [...text.matchAll(new RegExp(`\\b${word}\\b`, 'g'))].map(({ index }) => index);
      const found = places.map((at): readonly ts.DocumentSpan[] => {
        if (by === 'type') return service.getTypeDefinitionAtPosition(from, at) ?? [];
        if (by === 'uses') return service.getReferencesAtPosition(from, at) ?? [];
        return service.getDefinitionAtPosition(from, at) ?? [];
      });
      // On whichever of them a person stands; in a comment there is nothing to jump to.
      const jumps = found.filter(({ length }) => length > 0);
      expect(jumps.length, `${word} in ${from}`).toBeGreaterThan(0);
      for (const spans of jumps) {
        const files = new Set(spans.map(({ fileName }) => relative(process.cwd(), fileName)));
        expect([...files], `${word} in ${from}`).toContain(to);
        expect(files.size, `files to choose from, at ${word} in ${from}`).toBeLessThanOrEqual(6);
      }
    }
  });
});
