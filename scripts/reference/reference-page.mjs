// docs/reference.md: everything that the sources say of the element, the component and their types.

/** Types that the tables name, each explained once. */
const DETAILS = 'src/index.ts';

/** Longer ones are tables of texts. */
const LONGEST = 2000;

/** Theirs are sections of their own, or they are for hosts that draw everything themselves. */
const ELSEWHERE = new Set([
  'OneDriveControlProps',
  'OneDriveControlHandle',
  'OneDriveViewProps',
  'OneDriveControlOptions',
  'ControlListeners',
  'ControlModel',
  'ControlProps',
  'ControlMethods',
  'OneDriveEvents',
]);

/** @param messages the English texts by their ids */
export function createReference(manifest, sources, messages) {
  const element = manifest.modules[0].declarations[0];
  const attributes = new Set(element.attributes.map(({ fieldName }) => fieldName));
  const fields = element.members.filter(({ kind, name }) => kind === 'field' && !attributes.has(name));
  const shown = new Map(
    element.members.filter(({ kind }) => kind === 'method').map((member) => [member.name, member]),
  );
  const methods = sources
    .members('src/element/index.ts', element.name)
    .filter(({ method, name }) => method && shown.has(name))
    .map((one) => ({ ...one, description: shown.get(one.name).description ?? '' }));
  return [
    '# Reference',
    'Made from the sources by `npm run docs`. How to use it stands in [embedding.md](embedding.md).',
    '## `<onedrive-control>`',
    'Each attribute has a property of the same name in camel case (`client-id` is `clientId`).',
    table(
      ['attribute', 'type', 'meaning'],
      element.attributes.map((one) => [
        code(one.name),
        code(one.type.text),
        withDefault(one.description, one.default),
      ]),
    ),
    ...section(
      '### Properties only',
      ['property', 'type', 'meaning'],
      fields.map((one) => [code(one.name), code(one.type?.text ?? ''), one.description ?? '']),
    ),
    ...section('### Methods', ['method', 'meaning'], methods.map(methodRow)),
    '### Events',
    'They bubble, and leave every shadow root on their way.',
    table(
      ['event', '`event.detail`', 'meaning'],
      element.events.map((one) => [
        code(one.name),
        code(one.type.text.replace(/^CustomEvent<(.*)>$/, '$1')),
        one.description,
      ]),
    ),
    ...section(
      '### Parts',
      ['`::part()`', 'what it is'],
      (element.cssParts ?? []).map((one) => [code(one.name), one.description ?? '']),
    ),
    ...section(
      '### CSS custom properties',
      ['property', 'meaning'],
      (element.cssProperties ?? []).map((one) => [
        code(one.name),
        withDefault(one.description ?? '', one.default),
      ]),
    ),
    ...componentSections(sources),
    ...coreSections(sources),
    ...typeSections(sources),
    '## Texts',
    'The ids that `strings` overrides, with the English texts (ICU MessageFormat).',
    table(
      ['id', 'text'],
      Object.entries(messages).map(([id, text]) => [code(id), text.replace(/[<>*_]/g, '\\$&')]),
    ),
  ].join('\n\n');
}

function componentSections(sources) {
  const props = sources.members(DETAILS, 'OneDriveControlProps');
  return [
    '## `<OneDriveControl>` (React)',
    ...(props.every(({ optional }) => optional) ? [] : ['Props marked with \\* are required.']),
    table(
      ['prop', 'type', 'meaning'],
      props.map((prop) => [
        `${code(prop.name)}${prop.optional ? '' : ' \\*'}`,
        code(prop.type),
        withDefault(prop.description, prop.tag('default')),
      ]),
    ),
    ...section(
      '### Methods, by `ref`',
      ['method', 'meaning'],
      sources.members(DETAILS, 'OneDriveControlHandle').map(methodRow),
    ),
  ];
}

function coreSections(sources) {
  const exported = sources.exports('src/core.ts');
  const rows = (some) =>
    some.map(({ name, signature, description }) => [code(`${name}${signature}`), description]);
  return [
    '## `onedrive-control/core`',
    'The control without a look, for hosts that draw everything themselves: no React, no Fluent UI. What each type holds, an editor shows.',
    ...section(
      '### Functions and classes',
      ['export', 'meaning'],
      rows(exported.filter((one) => one.isValue)),
    ),
    ...section('### Its types', ['type', 'meaning'], rows(exported.filter((one) => !one.isValue))),
  ];
}

function typeSections(sources) {
  const types = sources.types([DETAILS, 'src/element/index.ts']).filter(({ name }) => !ELSEWHERE.has(name));
  const sections = types.flatMap(({ name, description, members, text }) => [
    `### ${code(name)}`,
    ...(description ? [description] : []),
    members
      ? table(
          ['field', 'type', 'meaning'],
          members.map((one) => [
            `${code(one.name)}${one.optional ? ' (optional)' : ''}`,
            code(one.type),
            one.description,
          ]),
        )
      : text.length > LONGEST
        ? 'Any of the [texts](#texts), by their ids.'
        : code(text),
  ]);
  return sections.length > 0 ? ['## Types', ...sections] : [];
}

function methodRow({ name, type, description, tag }) {
  const throws = tag('throws');
  return [code(`${name}${type}`), throws ? `${sentence(description)} Rejects with ${throws}.` : description];
}

function section(title, head, rows) {
  return rows.length > 0 ? [title, table(head, rows)] : [];
}

function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text) {
  return text ? `\`${text}\`` : '';
}

function withDefault(description, initial) {
  return initial ? `${sentence(description)} Default: ${initial}.` : description;
}

function sentence(text) {
  return text && !/[.!?]$/.test(text) ? `${text}.` : text;
}
