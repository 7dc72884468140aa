import { dirname } from 'node:path/posix';
import { expect } from 'vitest';
import { readZipEntries } from './read-zip';

type Parts = ReadonlyMap<string, string>;

/** The parts of an Office package by their names. */
export function readOfficePackage(bytes: Uint8Array): Parts {
  return new Map(
    [...readZipEntries(Buffer.from(bytes))].map(([name, part]) => [name, part.toString('utf8')]),
  );
}

/** Every part has a type and is led to, from the main one on. */
export function expectLinked(parts: Parts, main: string): void {
  const [first] = parts.keys();
  expect(first).toBe('[Content_Types].xml');
  const typed = values(parts.get('[Content_Types].xml') ?? '', 'PartName');
  const relations = [...parts].filter(([name]) => name.endsWith('.rels'));
  const named = [...parts.keys()].filter((name) => name !== first && !name.endsWith('.rels'));
  expect(typed.toSorted()).toEqual(named.map((name) => `/${name}`).toSorted());
  const targets = new Set(relations.flatMap(([, xml]) => values(xml, 'Target')));
  expect([...targets].toSorted()).toEqual(typed.toSorted());
  for (const [name] of relations) {
    const source = `${dirname(dirname(name))}/${name.split('/').at(-1)?.replace('.rels', '')}`;
    if (name !== '_rels/.rels') expect(parts.has(source)).toBe(true);
  }
  expect(values(parts.get('_rels/.rels') ?? '', 'Target')[0]).toBe(`/${main}`);
}

/** XML that uses only relationships it has. */
export function expectWellFormed(parts: Parts): void {
  for (const [name, xml] of parts) {
    expect([name, misplacedTag(xml)]).toEqual([name, undefined]);
    const used = [...values(xml, 'r:id'), ...values(xml, 'r:embed')];
    const own = parts.get(`${dirname(name)}/_rels/${name.split('/').at(-1)}.rels`) ?? '';
    expect(values(own, 'Id')).toEqual(expect.arrayContaining(used));
  }
}

const values = (xml: string, attribute: string): string[] =>
  [...xml.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, value]) => value ?? '');

/** The first tag that closes another one than was opened last. */
function misplacedTag(xml: string): string | undefined {
  const open: string[] = [];
  for (const [tag, closes, name, , alone] of xml.matchAll(/<(\/?)([\w:]+)((?: [\w:]+="[^"<]*")*)(\/?)>/g)) {
    if (closes && open.pop() !== name) return tag;
    if (!closes && !alone && name !== undefined) open.push(name);
  }
  return open.at(-1);
}
