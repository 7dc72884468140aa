import { zipStored, type ZipEntry } from './zip';

/** A part of an Office package: a piece of XML, what it is, and which parts it leads to. */
export interface Part {
  /** From the package's root, as `word/document.xml`. */
  readonly name: string;
  readonly contentType: string;
  readonly xml: string;
  readonly relations?: readonly Relation[];
}

interface Relation {
  readonly id: string;
  /** The last word of the relationship's type. */
  readonly kind: string;
  readonly target: string;
}

/** What a file tells of itself. */
export interface Properties {
  readonly title: string;
  readonly author: string;
}

export const OFFICE_DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const RELATIONSHIPS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';

/** A package of the Open Packaging Conventions (ECMA-376, part 2); the first part is the main one. */
export function makePackage(
  properties: Properties,
  [main, ...others]: readonly [Part, ...Part[]],
): Uint8Array<ArrayBuffer> {
  const core = coreProperties(properties);
  const parts = [main, ...others, core];
  const toMain = { id: 'rId1', type: `${OFFICE_DOCUMENT}/relationships/officeDocument`, target: main.name };
  const toCore = { id: 'rId2', type: `${PACKAGE}/relationships/metadata/core-properties`, target: core.name };
  return zipStored([
    entry('[Content_Types].xml', contentTypes(parts)),
    entry('_rels/.rels', relationships([toMain, toCore])),
    ...parts.flatMap((part) => [entry(part.name, part.xml), ...relationsEntry(part)]),
  ]);
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function coreProperties({ title, author }: Properties): Part {
  return {
    name: 'docProps/core.xml',
    contentType: 'application/vnd.openxmlformats-package.core-properties+xml',
    xml: `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator></cp:coreProperties>`,
  };
}

function contentTypes(parts: readonly Part[]): string {
  const overrides = parts.map(
    ({ name, contentType }) => `<Override PartName="/${name}" ContentType="${contentType}"/>`,
  );
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="${RELATIONSHIPS_TYPE}"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

function relationsEntry({ name, relations }: Part): readonly ZipEntry[] {
  if (relations === undefined) return [];
  const slash = name.lastIndexOf('/');
  const place = `${name.slice(0, slash)}/_rels${name.slice(slash)}.rels`;
  const typed = relations.map(({ id, kind, target }) => ({
    id,
    type: `${OFFICE_DOCUMENT}/relationships/${kind}`,
    target,
  }));
  return [entry(place, relationships(typed))];
}

function relationships(
  relations: readonly { readonly id: string; readonly type: string; readonly target: string }[],
): string {
  const each = relations.map(
    ({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="/${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function entry(name: string, xml: string): ZipEntry {
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return { name, bytes: new TextEncoder().encode(declaration + xml) };
}
