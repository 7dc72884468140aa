// custom-elements.json: the analyzer reads the class and its tags; attributes, events and types come from the
// compiler, because they are tables and interfaces here, shared with the React component.
import { create } from '@custom-elements-manifest/analyzer';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const TAG_NAME = 'onedrive-control';
const CLASS = 'OneDriveControlElement';
const CLASS_FILE = 'src/element/one-drive-control-element.ts';
/** What a page imports; the class is found there and nowhere else. */
const SHIPPED_AS = 'dist/element/onedrive-control.js';

/** As in `<input>`: the attribute is what a reset goes back to. */
const FIELDS = { value: 'defaultValue' };

/** What every field of a form has: the platform's, so that the class says nothing of it. */
const OF_EVERY_FIELD = {
  labels: 'Its `<label>` elements.',
  type: '`onedrive-control`: what it is among the fields of a form.',
  validity: 'Whether it is valid, and why not.',
  validationMessage: 'What the browser says of that; empty where it is valid.',
  willValidate: 'False where nobody checks it: disabled.',
  checkValidity: 'True where it is valid; else the event `invalid` is fired.',
  reportValidity: 'As `checkValidity()`, and shows the user what is missing.',
};

/** The platform calls these, not the page. */
const CALLBACK = /Callback$|^observedAttributes$|^formAssociated$/;

/** The manifest of `<onedrive-control>`, as schema 1.0.0 wants it. */
export async function createManifest(root, sources) {
  const files = (await readdir(join(root, 'src/element'))).filter((file) => /\.tsx?$/.test(file)).sort();
  const modules = files.map((file) => sources.file(`src/element/${file}`)).filter(Boolean);
  // The analyzer names a module by its file: as if it stood beside package.json.
  const manifest = create({ modules, plugins: [] });
  const found = manifest.modules
    .flatMap(({ declarations }) => declarations)
    .find(({ name }) => name === CLASS);
  if (!found) throw new Error(`${CLASS_FILE} declares no ${CLASS}: the manifest is made of it.`);
  const props = new Map(
    sources.members('src/index.ts', 'OneDriveControlProps').map((prop) => [prop.name, prop]),
  );
  const own = new Map(sources.members('src/element/index.ts', CLASS).map((member) => [member.name, member]));
  const declaration = {
    ...found,
    customElement: true,
    tagName: TAG_NAME,
    superclass: { name: 'HTMLElement' },
    description: sources.documentation('src/element/index.ts', CLASS),
    attributes: sources
      .words('src/element/attributes.ts', 'AttributeName')
      .map((name) => attribute(name, props, own)),
    members: members(found, own, props),
    events: sources
      .members('src/element/events.ts', 'OneDriveEvents')
      .map((event) => describeEvent(event, props)),
  };
  return { schemaVersion: '1.0.0', readme: 'README.md', modules: [shippedModule(declaration)] };
}

function shippedModule(declaration) {
  const place = { name: CLASS, module: SHIPPED_AS };
  return {
    kind: 'javascript-module',
    path: SHIPPED_AS,
    declarations: [declaration],
    exports: [
      { kind: 'js', name: CLASS, declaration: place },
      { kind: 'custom-element-definition', name: TAG_NAME, declaration: place },
    ],
  };
}

function attribute(name, props, own) {
  const fieldName = FIELDS[name] ?? name.replace(/-(\w)/g, (_match, letter) => letter.toUpperCase());
  const prop = props.get(fieldName);
  const member = own.get(fieldName);
  const description = prop?.description || member?.description || '';
  const type = attributeType(prop?.type ?? member?.type ?? 'string');
  const initial = prop?.tag('default') ?? member?.tag('default');
  return { name, fieldName, type: { text: type }, description, ...(initial && { default: initial }) };
}

/** What can be written in an attribute: words and numbers; an object or a list can't. */
function attributeType(type) {
  const words = type
    .replace(/\{[^}]*\}|readonly \([^)]*\)\[\]|readonly \w+\[\]/g, '')
    .split(' | ')
    .filter((word) => word.trim() !== '');
  return words.length > 0 ? words.join(' | ') : 'string';
}

function members(found, own, props) {
  const shown = (found.members ?? []).filter(
    ({ name, privacy }) => privacy !== 'private' && !name.startsWith('#') && !CALLBACK.test(name),
  );
  const declared = shown.map((member) => {
    const described = own.get(member.name);
    const description =
      described?.description || props.get(member.name)?.description || OF_EVERY_FIELD[member.name];
    return { ...member, ...(description && { description }), ...typed(member, described) };
  });
  return declared.filter(({ name, static: isStatic }) => !isStatic && own.get(name)?.file.includes('/src/'));
}

function typed(member, described) {
  if (!described || member.kind !== 'field') return {};
  return { type: { text: described.type } };
}

function describeEvent({ name, type, description }, props) {
  const handler = name.replace(/^od-/, 'on-').replace(/-(\w)/g, (_match, letter) => letter.toUpperCase());
  return { name, type: { text: type }, description: description || props.get(handler)?.description || '' };
}
