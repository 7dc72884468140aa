/** What a request asks of the form of its answer. */
export interface AskedOptions {
  /** The names of the properties, or null for all that come by default. */
  readonly select: readonly string[] | null;
  readonly expand: readonly Expansion[];
}

export interface Expansion extends AskedOptions {
  readonly name: string;
}

export const DOWNLOAD_URL = '@microsoft.graph.downloadUrl';

/** What a request asks as a whole. */
export interface AskedForm extends AskedOptions {
  /** Deleted items are told too. */
  readonly deletedToo: boolean;
}

/** Reads `$select` and `$expand`, whose names come with or without `$` and in any case. */
export function askedOptions(search: URLSearchParams): AskedForm {
  const options = [...search].map(([name, value]) => [name.replace(/^\$/, '').toLowerCase(), value] as const);
  const value = (wanted: string): string | undefined => options.find(([name]) => name === wanted)?.[1];
  const deletedToo = value('includedeleteditems') === 'true';
  return { ...readOptions(value('select'), value('expand')), deletedToo };
}

function readOptions(select: string | undefined, expand: string | undefined): AskedOptions {
  return {
    select: select === undefined ? null : split(select, ',').map(selectedName),
    expand: split(expand ?? '', ',').map(readExpansion),
  };
}

/** The download URL is asked for under other names too; of `file/hashes` the property `file` comes. */
function selectedName(name: string): string {
  if (/^@?content\.downloadUrl$/.test(name)) return DOWNLOAD_URL;
  return name.startsWith('@') ? name : name.replace(/\/.*$/, '');
}

function readExpansion(text: string): Expansion {
  const [, name = text, inside = ''] = /^([^(]*)\((.*)\)$/.exec(text) ?? [];
  const options = new URLSearchParams(split(inside, ';').join('&'));
  return { name: name.trim(), ...askedOptions(options) };
}

/** Splits at a separator that does not stand in brackets. */
function split(text: string, separator: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === separator && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
