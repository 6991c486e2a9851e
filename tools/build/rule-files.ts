import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import * as v from 'valibot';
import * as detection from '../../rules/schema/detection';
import { helpChannelsSchema } from '../../rules/schema/help-channels';
import { remoteToolsSchema } from '../../rules/schema/remote-tools';

const SCHEMAS: Record<string, v.GenericSchema> = {
  'brands.json': detection.brandsSchema,
  'concepts.json': detection.conceptsSchema,
  'gate.json': detection.gateSchema,
  'help-channels.json': helpChannelsSchema,
  'look-alikes.json': detection.lookAlikesSchema,
  'phones.json': detection.phonesSchema,
  'reasons.json': detection.reasonsSchema,
  'remote-tools.json': remoteToolsSchema,
  'shared-hosts.json': detection.sharedHostsSchema,
  'weights-prior.json': detection.priorSchema,
  'weights.json': detection.weightsSchema,
  'wording.json': detection.wordingSchema,
};

const schemaOf = (name: string): v.GenericSchema | undefined =>
  name.startsWith('packs/') ? detection.packSchema : SCHEMAS[name];

function parsed(path: string): { data: unknown } | { reason: string } {
  try {
    return { data: JSON.parse(readFileSync(path, 'utf8')) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

function faultsOf(folder: string, name: string): string[] {
  const schema = schemaOf(name);
  if (!schema) return [`rules/${name}: has no schema in tools/build/rule-files.ts`];
  const file = parsed(join(folder, name));
  if ('reason' in file) return [`rules/${name}: ${file.reason}`];
  const { issues = [] } = v.safeParse(schema, file.data);
  return issues.map((issue) => {
    const place = v.getDotPath(issue);
    return `rules/${name}: ${place === null ? '' : `${place}: `}${issue.message}`;
  });
}

/**
 * What is wrong with the rule files (`*.json`) of a folder: a line a fault, with the file, the path of the field and
 * the reason. Empty where each fits its schema.
 */
export function ruleFaults(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.split(sep).join('/'))
    .sort();
  const missing = Object.keys(SCHEMAS).filter((name) => !names.includes(name));
  return [
    ...missing.map((name) => `rules/${name}: is missing`),
    ...names.flatMap((name) => faultsOf(folder, name)),
  ];
}
