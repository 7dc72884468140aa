import { escapeXml, makePackage, type Part, type Properties } from './office-package';

/** A paragraph: the title, a heading, text, or a point of a list. */
export type Paragraph = readonly ['title' | 'heading' | 'text' | 'point', string];

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const STYLE = { title: 'Title', heading: 'Heading1', text: 'Normal', point: 'ListBullet' } as const;

/** A document that Word opens. */
export function makeWordDocument(
  properties: Properties,
  paragraphs: readonly Paragraph[],
): Uint8Array<ArrayBuffer> {
  return makePackage(properties, [documentPart(paragraphs), stylesPart, numberingPart]);
}

function documentPart(paragraphs: readonly Paragraph[]): Part {
  const body = paragraphs.map(
    ([kind, text]) =>
      `<w:p><w:pPr><w:pStyle w:val="${STYLE[kind]}"/></w:pPr><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`,
  );
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>';
  return {
    name: 'word/document.xml',
    contentType: `${TYPE}.document.main+xml`,
    xml: `<w:document xmlns:w="${NAMESPACE}"><w:body>${body.join('')}${page}</w:body></w:document>`,
    relations: [
      { id: 'rId1', kind: 'styles', target: 'word/styles.xml' },
      { id: 'rId2', kind: 'numbering', target: 'word/numbering.xml' },
    ],
  };
}

const stylesPart: Part = {
  name: 'word/styles.xml',
  contentType: `${TYPE}.styles+xml`,
  xml: `<w:styles xmlns:w="${NAMESPACE}">
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="240"/></w:pPr><w:rPr><w:color w:val="0F6CBD"/><w:sz w:val="52"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:contextualSpacing/></w:pPr></w:style>
</w:styles>`,
};

const numberingPart: Part = {
  name: 'word/numbering.xml',
  contentType: `${TYPE}.numbering+xml`,
  xml: `<w:numbering xmlns:w="${NAMESPACE}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
};
