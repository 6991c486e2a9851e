import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import table from '../../rules/remote-tools.json';
import { remoteToolsSchema } from '../../rules/schema/remote-tools';
import en from '../../src/texts/en/guide-tools.json';
import { findTools } from '../../src/ui/guide/tools/tool-search';

const keys = Object.keys(en);

describe('rules/remote-tools.json', () => {
  it('fits its schema', () => {
    const result = v.safeParse(remoteToolsSchema, table);
    expect(result.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined();
  });

  it.each(['zoho.com/', 'Zoho.com', 'zoho', 'zoho.com//assist', 'https://zoho.com', 'zoho.com/assist?a'])(
    'has no site like %s: a host, or one with the path where the program begins',
    (site) => {
      const tools = table.tools.map((tool) => ({ ...tool, sites: [site] }));
      expect(v.safeParse(remoteToolsSchema, { ...table, tools }).success).toBe(false);
    },
  );

  it('names each program and each site once', () => {
    const ids = table.tools.map((tool) => tool.id);
    const sites = table.tools.flatMap((tool) => tool.sites);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(sites).size).toBe(sites.length);
  });

  it('has a way to remove each program, in words', () => {
    for (const tool of table.tools) {
      const ways = Object.entries(tool.remove).map(([system, way]) => `tool.remove.${system}.${way}`);
      expect(ways.length, tool.id).toBeGreaterThan(0);
      expect(keys).toEqual(expect.arrayContaining([...ways, `tool.unattended.${tool.unattended}`]));
      if (tool.extra !== null) expect(keys).toContain(`tool.extra.${tool.extra}`);
    }
  });

  it('finds every program by each of its names and files', () => {
    for (const tool of table.tools)
      for (const name of [tool.name, ...tool.alsoCalled, ...tool.files])
        expect(
          findTools(name).map((found) => found.id),
          name,
        ).toContain(tool.id);
  });

  it('finds every program by each of its sites, alone or within an address', () => {
    for (const tool of table.tools)
      for (const site of tool.sites)
        for (const typed of [site, `https://www.${site}/join?code=1`])
          expect(
            findTools(typed).map((found) => found.id),
            typed,
          ).toContain(tool.id);
  });
});
