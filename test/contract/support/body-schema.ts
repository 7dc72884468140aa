import answers from '../schema/answers.schema.json';
import type { Resource, Role, Shape } from './answer-routes';
import { DOWNLOAD_URL, type AskedForm, type AskedOptions, type Expansion } from './asked-options';

type Schema = Readonly<Record<string, unknown>>;

const definition = (name: string): Schema => ({ $ref: `answers.schema.json#/definitions/${name}` });
const definitions = answers.definitions as unknown as Readonly<
  Record<string, { readonly required?: readonly string[] } | undefined>
>;

const CONTEXT = { type: 'string', format: 'uri', pattern: '/v1\\.0/\\$metadata#' };
const COUNT = definition('size');
const LINK = definition('url');
const NEXT_LINK = { ...LINK, pattern: '[?&](\\$|%24)(skip)?token=|[?&]token=' };

/** The definitions that a resource must meet when it is told whole. */
const WHOLE: Readonly<Record<Role, readonly string[]>> = {
  read: ['full', 'present', 'read'],
  own: ['full', 'own'],
  written: ['full', 'present'],
  gone: ['full', 'gone'],
  change: ['change'],
  hit: ['hit'],
  elsewhere: ['elsewhere'],
  attempted: ['attempted'],
  special: ['full', 'read', 'special'],
};

/** What `$expand` may bring, and of which resource. */
const NAVIGATION: Readonly<Partial<Record<Resource, Readonly<Record<string, Resource>>>>> = {
  drive: { root: 'driveItem' },
  driveItem: {
    children: 'driveItem',
    listItem: 'listItem',
    permissions: 'permission',
    thumbnails: 'thumbnailSet',
    versions: 'driveItemVersion',
  },
  listItem: { fields: 'fieldValueSet' },
  sharedDriveItem: { driveItem: 'driveItem', root: 'driveItem', items: 'driveItem' },
  site: { drive: 'drive', drives: 'drive' },
};
const SINGLE = new Set(['root', 'driveItem', 'drive', 'listItem', 'fields']);

/** The schema that a good answer's body must meet. */
export function bodySchema(
  shape: Shape & { readonly kind: 'one' | 'many' | 'delta' | 'batch' },
  asked: AskedForm,
): Schema {
  switch (shape.kind) {
    case 'batch':
      return definition('batch');
    case 'one':
      return asked.deletedToo
        ? goneOr(single('gone', shape, asked), single(shape.role, shape, asked))
        : single(shape.role, shape, asked);
    case 'many':
      return page(resource(shape.of, shape.role, asked), { '@odata.nextLink': NEXT_LINK });
    case 'delta': {
      const change = goneOr(deletedItem(), resource('driveItem', 'change', asked));
      const links = { '@odata.nextLink': NEXT_LINK, '@odata.deltaLink': { ...LINK, pattern: '[?&]token=' } };
      const either = [{ required: ['@odata.nextLink'] }, { required: ['@odata.deltaLink'] }];
      return { ...page(change, links), oneOf: either };
    }
  }
}

function single(role: Role, { of }: { readonly of: Resource }, asked: AskedOptions): Schema {
  return resource(of, role, asked, { '@odata.context': CONTEXT });
}

function goneOr(gone: Schema, live: Schema): Schema {
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON schema
  return { if: { required: ['deleted'] }, then: gone, else: live };
}

function page(items: Schema, links: Schema): Schema {
  return {
    type: 'object',
    required: ['@odata.context', 'value'],
    properties: {
      '@odata.context': CONTEXT,
      '@odata.count': COUNT,
      ...links,
      value: { type: 'array', items },
    },
    additionalProperties: false,
  };
}

function deletedItem(): Schema {
  return { allOf: [definition('driveItem'), definition('driveItem.deleted')], unevaluatedProperties: false };
}

/** A resource as `$select` and `$expand` want it, and nothing else. */
function resource(
  of: Resource,
  role: Role,
  { select, expand }: AskedOptions,
  annotations: Schema = {},
): Schema {
  const whole = WHOLE[role].map((part) => `${of}.${part}`).filter((name) => name in definitions);
  const expanded = expandedProperties(of, expand);
  const common = {
    properties: { ...annotations, ...expanded },
    unevaluatedProperties: false,
  };
  const mandatory = [...Object.keys(annotations), ...expand.map(({ name }) => name)];
  if (select === null) {
    return { allOf: [definition(of), ...whole.map(definition)], ...common, required: mandatory };
  }
  // Sets are told apart by their key even when one size is selected (driveitem-list-thumbnails).
  const keys = of === 'thumbnailSet' ? ['id'] : [];
  const companions = of === 'fieldValueSet' ? companionsOf(select) : [];
  const always = of === 'thumbnailSet' ? new Set(select) : requiredOf(whole);
  const whenSelected = `${of}.selected` in definitions ? [definition(`${of}.selected`)] : [];
  return {
    allOf: [
      definition(of),
      ...whenSelected,
      ...(select.includes(DOWNLOAD_URL) ? [definition('driveItem.read')] : []),
    ],
    ...common,
    required: [...mandatory, ...keys, ...select.filter((name) => always.has(name))],
    propertyNames: {
      enum: [
        ...select,
        ...keys,
        ...companions,
        '@odata.etag',
        ...Object.keys(annotations),
        ...Object.keys(expanded),
      ],
    },
  };
}

/** What a field that is named brings along. */
function companionsOf(select: readonly string[]): readonly string[] {
  return select.flatMap((name) => [`${name}LookupId`, `${name}@odata.type`]);
}

/** What is there in whatever item of this role, so that `$select` must bring it. */
function requiredOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => definitions[name]?.required ?? []));
}

function expandedProperties(of: Resource, expand: readonly Expansion[]): Schema {
  const properties: Record<string, unknown> = {};
  for (const { name, ...asked } of expand) {
    const target = NAVIGATION[of]?.[name];
    if (target === undefined) throw new Error(`No schema is known for $expand=${name} of a ${of}.`);
    const schema = resource(target, 'read', asked);
    properties[name] = SINGLE.has(name) ? schema : { type: 'array', items: schema };
    properties[`${name}@odata.context`] = CONTEXT;
    if (!SINGLE.has(name)) {
      properties[`${name}@odata.nextLink`] = NEXT_LINK;
      properties[`${name}@odata.count`] = COUNT;
    }
  }
  return properties;
}
