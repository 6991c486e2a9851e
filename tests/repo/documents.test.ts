import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
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

const FOLDERS = ['docs', 'src', 'tests', 'tools', 'rules', '.github'];
const markdown = [...DOCUMENTS.filter((name) => name.endsWith('.md')), ...FOLDERS.flatMap(pages)];

/** A file by its name or path, in backticks; one of the system (`/etc/…`) is none of ours. */
const NAMED_FILE = /`((?!\/)[\w./-]+\.(?:ts|mjs|json|css|html|svg|yml|reg|mobileconfig))`/g;

/** The same in a comment of the code, with or without backticks; an address on the web names none, nor does a number. */
const FILE_IN_COMMENT = /(?<![\w./<@-])[a-z][\w.-]*(?:\/[\w.-]+)*\.(?:ts|mjs|json|css|html|svg|yml|reg|md|mobileconfig)\b/g; // prettier-ignore
const COMMENT = /\/\*[\s\S]*?\*\/|(?<![:'"`\w])\/\/.*/g;

function filesInComments(source: string): string[] {
  const comments = (readFileSync(source, 'utf8').match(COMMENT) ?? []).join('\n');
  return comments.replace(/https?:\/\/\S+/g, '').match(FILE_IN_COMMENT) ?? [];
}

const CODE = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('src', name));

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

  it('name only files that are there', () => {
    const all = [...FOLDERS, '.'].flatMap((folder) =>
      readdirSync(folder, { recursive: folder !== '.', encoding: 'utf8' }).map((name) => join(folder, name)),
    );
    const there = (name: string) => all.some((path) => path === name || path.endsWith(`/${name}`));
    for (const page of markdown.filter((name) => name !== 'CHANGELOG.md')) {
      const named = [...readFileSync(page, 'utf8').matchAll(NAMED_FILE)].map((match) => match[1] ?? '');
      expect(
        named.filter((name) => !there(name) && !/^(?:dist|out)\//.test(name)),
        page,
      ).toEqual([]);
    }
    const named = CODE.flatMap((source) => filesInComments(source).map((name) => ({ source, name })));
    expect(named.length, 'comments name files').toBeGreaterThan(50);
    expect(named.filter(({ name }) => !there(name) && !/^(?:dist|out)\//.test(name))).toEqual([]);
  });

  it('name only buttons that are there in the forms for reports', () => {
    const words = readdirSync('src/texts/en').flatMap((name) =>
      Object.values(JSON.parse(readFileSync(join('src/texts/en', name), 'utf8')) as Record<string, string>),
    );
    const forms = readdirSync('.github/ISSUE_TEMPLATE').map((name) =>
      readFileSync(join('.github/ISSUE_TEMPLATE', name), 'utf8'),
    );
    const named = forms.flatMap((form) => [...form.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? ''));
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((name) => !words.includes(name))).toEqual([]);
  });

  it('say of each folder what it is for and what it may import', () => {
    const all = readdirSync('src').filter((name) => name !== 'README.md');
    const page = readFileSync('src/README.md', 'utf8');
    expect(all.filter((name) => !page.includes(`| \`${name}/\``))).toEqual([]);
    const inSrc = all.filter((name) => !['static', 'texts'].includes(name));
    for (const folder of ['src', ...inSrc.map((name) => `src/${name}`), 'rules', 'tests', 'tools']) {
      const head = readFileSync(`${folder}/README.md`, 'utf8').split('\n').slice(0, 6).join('\n');
      expect(head, folder).toMatch(/^# .{8,}/);
      expect(head, folder).toMatch(/\bimports?\b/i);
    }
  });

  it.each(['background', 'detection'] as const)(
    'have a place for each file of src/%s, and its folders in the order of the arrows',
    async (part) => {
      const page = readFileSync(`src/${part}/README.md`, 'utf8');
      const entries = readdirSync(`src/${part}`, { withFileTypes: true, recursive: true });
      const files = entries.filter((one) => one.isFile() && one.name.endsWith('.ts')).map(({ name }) => name);
      expect(files.filter((name) => !page.includes(`${name}\``))).toEqual([]);
      const rows = [...page.matchAll(/^\| `([\w-]+)\/`/gm)].map(([, folder]) => folder);
      const { STEPS } = (await import(resolve('eslint.config.js'))) as {
        STEPS: Record<typeof part, string[]>;
      }; // plain JavaScript
      expect(rows).toEqual(STEPS[part].filter(Boolean));
      expect(rows.toSorted()).toEqual(
        entries.flatMap((one) => (one.isDirectory() ? [one.name] : [])).toSorted(),
      );
    },
  );

  it('have a line for each document in docs/README.md', () => {
    const page = readFileSync('docs/README.md', 'utf8');
    const names = readdirSync('docs').filter((name) => name.endsWith('.md') && name !== 'README.md');
    expect(names.filter((name) => !page.includes(`\n- [${name}](${name}): `))).toEqual([]);
    expect(readFileSync('README.md', 'utf8')).toContain('](docs/README.md)');
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

  it('name every command that tries or measures something in the README', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const page = readFileSync('README.md', 'utf8').replace('`npm start`', 'npm run start').replace('`npm test`', 'npm run test'); // prettier-ignore
    const ours = Object.entries(scripts).filter(([, command]) => command.includes('tools/bootstrap.mjs'));
    expect(ours.map(([name]) => name).filter((name) => !new RegExp(`npm run ${name}\\b`).test(page))).toEqual(
      [],
    );
    // What is written in one shell's own words does not run in another's; and only the bootstrap installs what is missing.
    const bare = Object.entries(scripts).filter(([, command]) => !/^(?:node tools\/bootstrap\.mjs \S+|(?:tsc|eslint|prettier|vitest|knip)\b.*)$/.test(command)); // prettier-ignore
    expect(bare).toEqual([]);
  });

  it.each(['a language to our pages', 'a language to the detector', 'a kit', 'a country', 'a lock'])(
    'tell in under ten steps, with one command at the end, how to add %s',
    (what) => {
      const recipe =
        readFileSync('CONTRIBUTING.md', 'utf8').split(`## Add ${what}`)[1]?.split('\n## ')[0] ?? '';
      const steps = [...recipe.matchAll(/^(\d+)\. (.+)$/gm)];
      expect(steps.map(([, number]) => Number(number))).toEqual(steps.map((_step, at) => at + 1));
      expect(steps.length).toBeGreaterThan(2);
      expect(steps.length).toBeLessThan(10);
      const [, command = ''] = /^Check: `(npx vitest run [^`]+)`/.exec(steps.at(-1)?.[2] ?? '') ?? [];
      const checks = command.split(' ').slice(3);
      expect(checks.length).toBeGreaterThan(0);
      expect(checks.filter((path) => !existsSync(path))).toEqual([]);
    },
  );

  it('have a workflow that runs .ci/run on every change', () => {
    const workflow = readFileSync('.github/workflows/test.yml', 'utf8');
    expect(workflow).toMatch(/^ {2}pull_request:$/m);
    expect(workflow).toMatch(/^ {6}- run: sudo env "PATH=\$PATH" \.ci\/run$/m);
    expect(statSync('.ci/run').mode & 0o100).not.toBe(0);
  });

  it('pin the actions of the workflow to a commit', () => {
    const workflow = readFileSync('.github/workflows/test.yml', 'utf8');
    const used = [...workflow.matchAll(/uses: (\S+)/g)].map((match) => match[1] ?? '');
    expect(used.length).toBeGreaterThan(1);
    expect(used.filter((action) => !/@[\da-f]{40}$/.test(action))).toEqual([]);
  });
});
