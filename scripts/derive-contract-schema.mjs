// Makes test/contract/schema/graph.schema.json: `node scripts/derive-contract-schema.mjs PATH/graph-drive.schema.json`.
// The source is the JSON schema of Graph's drive resources that is derived from the service's own metadata
// (v1.0 CSDL). What the contract tests need of it is kept, and made stricter than metadata is:
// nothing may be null, no type is open, no annotation is allowed, dates and addresses have a format.
import { readFileSync, writeFileSync } from 'node:fs';

const OUTPUT = new URL('../test/contract/schema/graph.schema.json', import.meta.url);

/** The entities and complex types that answers consist of. */
const ROOTS = [
  'drive',
  'driveItem',
  'driveItemVersion',
  'itemActivityStat',
  'permission',
  'searchHit',
  'sharedDriveItem',
  'site',
  'thumbnail',
  'thumbnailSet',
];

/** Properties that come only by `$expand`; answers.schema.json and answer-kinds.ts say what they hold then. */
const NAVIGATION = {
  drive: ['bundles', 'following', 'items', 'root', 'special'],
  driveItem: ['analytics', 'children', 'permissions', 'retentionLabel', 'thumbnails', 'versions'],
  sharedDriveItem: ['driveItem', 'items', 'root'],
  site: ['analytics', 'items', 'permissions'],
};

/** What live answers hold of types that the metadata calls open (protocol 1.3). */
const OF_OPEN_TYPES = {
  identity: { email: { type: 'string' }, userPrincipalName: { type: 'string' } },
  identitySet: { group: ref('identity'), siteUser: ref('sharePointIdentity') },
  sharePointIdentity: { email: { type: 'string' } },
};

/** Complex types that answers hold like entities: as a whole, or refined. */
const ON_ITS_OWN = new Set(['searchHit', 'thumbnail']);

function ref(name) {
  return { $ref: `#/definitions/${name}` };
}

const source = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));

/** A property's schema without null, and with a format where the metadata has only a type. */
function strict(schema, name) {
  if (schema.anyOf) {
    const rest = schema.anyOf.filter(({ type }) => type !== 'null');
    // A number may be INF or NaN on paper; JSON of the drive service never says so.
    return strict(rest.find(({ type }) => type === 'number') ?? rest[0], name);
  }
  if (schema.$ref) return { $ref: schema.$ref };
  const type = [schema.type].flat().find((each) => each !== 'null');
  if (type === 'array') return { type, items: strict(schema.items, name) };
  if (type !== 'string') return { type };
  if (schema.pattern) return { type, format: 'graph-date' };
  return /(^url|Url)$/.test(name) ? { type, format: 'uri', pattern: '^https?://' } : { type };
}

function definition(name) {
  const original = source.definitions[name];
  if (original.enum) return { type: 'string', enum: original.enum };
  const properties = Object.entries({ ...original.properties })
    .filter(([property, schema]) => !schema['x-nav'] && !NAVIGATION[name]?.includes(property))
    .map(([property, schema]) => [property, strict(schema, property)]);
  // What is told on its own is closed where it is used: there its annotations are known.
  const closed =
    original['x-csdl'].startsWith('EntityType') || ON_ITS_OWN.has(name)
      ? {}
      : { additionalProperties: false };
  return {
    type: 'object',
    properties: { ...Object.fromEntries(properties), ...OF_OPEN_TYPES[name] },
    ...closed,
  };
}

const definitions = {};
const waiting = [...ROOTS];
for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
  if (definitions[name]) continue;
  definitions[name] = definition(name);
  for (const [, next] of JSON.stringify(definitions[name]).matchAll(/#\/definitions\/(\w+)/g))
    waiting.push(next);
}

const schema = {
  $schema: 'https://json-schema.org/draft/2019-09/schema',
  $id: 'graph.schema.json',
  $comment: `Made by scripts/derive-contract-schema.mjs from the metadata with SHA-256 ${source['x-source-sha256']}; do not edit.`,
  definitions: Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1))),
};
writeFileSync(OUTPUT, `${JSON.stringify(schema, null, 2)}\n`);
