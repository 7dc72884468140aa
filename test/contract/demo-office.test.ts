import { dirname } from 'node:path/posix';
import { beforeAll, describe, expect, it } from 'vitest';
import { readZipEntries } from '../support/read-zip';
import { createWorld, pia, type TestWorld } from './graph-world';

const FILES = [
  { user: undefined, path: 'Documents/Projects/2026/Website/Brief.docx', main: 'word/document.xml' },
  {
    user: undefined,
    path: 'Documents/Projects/2026/Website/Schedule and costs.xlsx',
    main: 'xl/workbook.xml',
  },
  { user: undefined, path: 'Documents/Projects/2026/Website/Kick-off.pptx', main: 'ppt/presentation.xml' },
  { user: pia, path: 'Trip to Lisbon/Days in Lisbon.docx', main: 'word/document.xml' },
  { user: pia, path: 'Trip to Lisbon/Costs.xlsx', main: 'xl/workbook.xml' },
  { user: pia, path: 'Trip to Lisbon/Evening of pictures.pptx', main: 'ppt/presentation.xml' },
];

let world: TestWorld;

beforeAll(async () => {
  world = await createWorld({ drive: 'demo' });
});

async function openPackage({ user, path }: (typeof FILES)[number]): Promise<ReadonlyMap<string, string>> {
  const { json } = await world.graph(`/me/drive/root:/${path}`, user && { user });
  const response = await world.service.handleBytes(new Request(json['@microsoft.graph.downloadUrl']));
  const entries = readZipEntries(Buffer.from(await response.arrayBuffer()));
  return new Map([...entries].map(([name, bytes]) => [name, bytes.toString('utf8')]));
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

describe.each(FILES)('$path', (file) => {
  it('is a package whose every part has a type and is led to', async () => {
    const parts = await openPackage(file);
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
    expect(values(parts.get('_rels/.rels') ?? '', 'Target')[0]).toBe(`/${file.main}`);
  });

  it('holds well-formed XML that uses only relationships it has', async () => {
    const parts = await openPackage(file);
    for (const [name, xml] of parts) {
      expect([name, misplacedTag(xml)]).toEqual([name, undefined]);
      const used = [...values(xml, 'r:id'), ...values(xml, 'r:embed')];
      const own = parts.get(`${dirname(name)}/_rels/${name.split('/').at(-1)}.rels`) ?? '';
      expect(values(own, 'Id')).toEqual(expect.arrayContaining(used));
    }
  });
});

it('sums in a workbook are those of its columns', async () => {
  const file = FILES[1]!;
  const xml = (await openPackage(file)).get('xl/worksheets/sheet1.xml') ?? '';
  const numbers = [...xml.matchAll(/<c r="B\d+" s="\d"><v>([^<]*)</g)].map(([, value]) => Number(value));
  const total = /<f>SUM\(B2:B6\)<\/f><v>([^<]*)</.exec(xml)?.[1];
  expect(Number(total)).toBe(numbers.reduce((sum, value) => sum + value, 0));
});
