import { escapeXml, makePackage, OFFICE_DOCUMENT, type Part, type Properties } from './office-package';

/** A sheet of one table: what each row is about, then its numbers, which are summed up below. Without columns it is empty. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly [string, ...number[]])[];
}

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Places in `cellXfs` below. */
const STYLE = { plain: 0, heading: 1, amount: 2, total: 3 } as const;

/** A workbook that Excel opens. */
export function makeWorkbook(properties: Properties, sheet: Sheet): Uint8Array<ArrayBuffer> {
  return makePackage(properties, [workbookPart(sheet), sheetPart(sheet), stylesPart]);
}

function workbookPart({ name }: Sheet): Part {
  return {
    name: 'xl/workbook.xml',
    contentType: `${TYPE}.sheet.main+xml`,
    xml: `<workbook xmlns="${NAMESPACE}" xmlns:r="${OFFICE_DOCUMENT}/relationships"><sheets><sheet name="${escapeXml(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    relations: [
      { id: 'rId1', kind: 'worksheet', target: 'xl/worksheets/sheet1.xml' },
      { id: 'rId2', kind: 'styles', target: 'xl/styles.xml' },
    ],
  };
}

function sheetPart(sheet: Sheet): Part {
  return {
    name: 'xl/worksheets/sheet1.xml',
    contentType: `${TYPE}.worksheet+xml`,
    xml: `<worksheet xmlns="${NAMESPACE}">${sheet.columns.length > 0 ? table(sheet) : '<sheetData/>'}</worksheet>`,
  };
}

function table({ columns, rows }: Sheet): string {
  const lines = [
    columns.map((text, column) => textCell(address(column, 1), text, STYLE.heading)),
    ...rows.map(([label, ...numbers], index) => [
      textCell(address(0, index + 2), label, STYLE.plain),
      ...numbers.map((value, column) => numberCell(address(column + 1, index + 2), value)),
    ]),
    totals(columns, rows),
  ];
  const data = lines.map((cells, index) => `<row r="${index + 1}">${cells.join('')}</row>`);
  const headingStays =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  const widths = `<cols><col min="1" max="1" width="32" customWidth="1"/><col min="2" max="${columns.length}" width="14" customWidth="1"/></cols>`;
  return `${headingStays}${widths}<sheetData>${data.join('')}</sheetData>`;
}

/** A formula with the value that it has now: viewers that do not calculate show that one. */
function totals(columns: readonly string[], rows: Sheet['rows']): readonly string[] {
  const last = rows.length + 1;
  const sums = columns.slice(1).map((_, index) => {
    const column = index + 1;
    const value = rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0);
    const formula = `SUM(${address(column, 2)}:${address(column, last)})`;
    return `<c r="${address(column, last + 1)}" s="${STYLE.total}"><f>${formula}</f><v>${value}</v></c>`;
  });
  return [textCell(address(0, last + 1), 'Total', STYLE.heading), ...sums];
}

function textCell(place: string, text: string, style: number): string {
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`;
}

function numberCell(place: string, value: number): string {
  return `<c r="${place}" s="${STYLE.amount}"><v>${value}</v></c>`;
}

/** `B3` for the second column of the third row; tables here have less than 27 columns. */
function address(column: number, row: number): string {
  return `${String.fromCharCode(65 + column)}${row}`;
}

const stylesPart: Part = {
  name: 'xl/styles.xml',
  contentType: `${TYPE}.styles+xml`,
  xml: `<styleSheet xmlns="${NAMESPACE}">
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDCE9F7"/><bgColor indexed="64"/></patternFill></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="4" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`,
};
