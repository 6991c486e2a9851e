import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const DOCUMENTS = [
  'README.md', 'LICENSE', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md',
  'docs/architecture.md', 'docs/permissions.md', 'docs/privacy.md', 'docs/enterprise.md', 'docs/reviewers.md',
  'docs/dependencies.md', 'docs/store/README.md', '.github/workflows/test.yml',
]; // prettier-ignore

function pages(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((found) => {
    const path = join(folder, found.name);
    if (found.isDirectory()) return pages(path);
    return path.endsWith('.md') ? [path] : [];
  });
}

const markdown = [...DOCUMENTS.filter((name) => name.endsWith('.md')), ...pages('docs'), ...pages('src/ui')];

describe('documents', () => {
  it.each(DOCUMENTS)('%s is there', (name) => {
    expect(readFileSync(name, 'utf8').length).toBeGreaterThan(200);
  });

  it.each([...new Set(markdown)])('every link of %s inside the project leads somewhere', (name) => {
    const text = readFileSync(name, 'utf8').replace(/```[\s\S]*?```/g, '');
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
    const inside = links.filter((link) => !/^(?:https?:|mailto:|#)/.test(link));
    const missing = inside.filter((link) => !existsSync(join(dirname(name), link.replace(/#.*/, ''))));
    expect(missing).toEqual([]);
  });

  it('name every package and why it is there', () => {
    const page = readFileSync('docs/dependencies.md', 'utf8');
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    const names = Object.keys({ ...dependencies, ...devDependencies });
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
    const named = [...page.matchAll(/`(@?[a-z][\w./@-]+)`/g)].map((match) => match[1] ?? '');
    const notPackages = named.filter((name) => !names.includes(name) && !/\.(?:json|ts)$/.test(name));
    expect(notPackages).toEqual([]);
  });

  it('name only npm commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const name of markdown) {
      for (const [, command = ''] of readFileSync(name, 'utf8').matchAll(/npm run ([\w:]+)/g)) {
        expect(scripts, `${name}: npm run ${command}`).toHaveProperty([command]);
      }
    }
  });

  it('lead from a call of the page to the guide in under ten jumps', () => {
    const page = readFileSync('docs/architecture.md', 'utf8');
    const jumps = [...page.matchAll(/^\| (\d+) \| `(src\/[\w/.-]+)` \| `([^`]+)` \|/gm)];
    expect(jumps.map(([, number]) => Number(number))).toEqual(jumps.map((_jump, at) => at + 1));
    expect(jumps.length).toBeGreaterThan(5);
    expect(jumps.length).toBeLessThan(10);
    for (const [, , file = '', word = ''] of jumps) expect(readFileSync(file, 'utf8'), file).toContain(word);
  });

  it('pin the actions of the workflow to a commit', () => {
    const workflow = readFileSync('.github/workflows/test.yml', 'utf8');
    const used = [...workflow.matchAll(/uses: (\S+)/g)].map((match) => match[1] ?? '');
    expect(used.length).toBeGreaterThan(1);
    expect(used.filter((action) => !/@[\da-f]{40}$/.test(action))).toEqual([]);
  });
});
