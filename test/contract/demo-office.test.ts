import { beforeAll, describe, expect, it } from 'vitest';
import { expectLinked, expectWellFormed, readOfficePackage } from '../support/office-package';
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
  return readOfficePackage(new Uint8Array(await response.arrayBuffer()));
}

describe.each(FILES)('$path', (file) => {
  it('is a package whose every part has a type and is led to', async () => {
    expectLinked(await openPackage(file), file.main);
  });

  it('holds well-formed XML that uses only relationships it has', async () => {
    expectWellFormed(await openPackage(file));
  });
});

it('sums in a workbook are those of its columns', async () => {
  const file = FILES[1]!;
  const xml = (await openPackage(file)).get('xl/worksheets/sheet1.xml') ?? '';
  const numbers = [...xml.matchAll(/<c r="B\d+" s="\d"><v>([^<]*)</g)].map(([, value]) => Number(value));
  const total = /<f>SUM\(B2:B6\)<\/f><v>([^<]*)</.exec(xml)?.[1];
  expect(Number(total)).toBe(numbers.reduce((sum, value) => sum + value, 0));
});
