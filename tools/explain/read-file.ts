import { readFileSync } from 'node:fs';

const WHY: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'that is a folder, not a file',
  EACCES: 'this file may not be read',
};

/** The text of a file, without the mark that Windows' editors put first. @throws Error that names the file and what is wrong */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''; // what node's own file system throws
    throw new Error(`${file}: ${WHY[code] ?? String(error)}.`);
  }
}

/** What stands in a JSON file. @throws Error that names the file and what is wrong */
export function readJson(file: string): unknown {
  const text = readText(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(
      `${file} is not JSON, or not all of it: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
