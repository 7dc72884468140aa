import { makePackage, type Part, type Properties } from './office-package';
import { themePart } from './presentation-theme';
import { SLIDE_NAMESPACES, slideContent, type Placeholder } from './slide-shapes';

/** The first slide of a presentation shows the title and a line below it, the others a list of points. An empty title shows what to do. */
export interface Slide {
  readonly title: string;
  readonly lines: readonly string[];
}

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml';
/** Masters and layouts are numbered from here on, slides from 256 (ECMA-376, part 1, 19.7). */
const FIRST_MASTER_ID = 2_147_483_648;
const FIRST_SLIDE_ID = 256;

const OPENING = {
  name: 'Title slide',
  type: 'title',
  part: 'ppt/slideLayouts/slideLayout1.xml',
  placeholders: [
    { type: 'ctrTitle', text: ['Title'], box: { top: 2_100_000, height: 1_300_000 } },
    { type: 'subTitle', text: ['Subtitle'], box: { top: 3_500_000, height: 900_000 } },
  ],
} as const;
const POINTS = {
  name: 'Title and points',
  type: 'obj',
  part: 'ppt/slideLayouts/slideLayout2.xml',
  placeholders: [
    { type: 'title', text: ['Title'], box: { top: 450_000, height: 1_100_000 } },
    { type: 'body', text: ['Points'], box: { top: 1_700_000, height: 4_400_000 } },
  ],
} as const;
const LAYOUTS = [OPENING, POINTS] as const;
type Layout = (typeof LAYOUTS)[number];

/** A presentation that PowerPoint opens. */
export function makePresentation(properties: Properties, slides: readonly Slide[]): Uint8Array<ArrayBuffer> {
  const slideParts = slides.map(slidePart);
  return makePackage(properties, [
    presentationPart(slideParts),
    masterPart,
    ...LAYOUTS.map(layoutPart),
    themePart,
    ...slideParts,
  ]);
}

function presentationPart(slides: readonly Part[]): Part {
  const ids = slides.map((_, index) => `<p:sldId id="${FIRST_SLIDE_ID + index}" r:id="rId${index + 3}"/>`);
  return {
    name: 'ppt/presentation.xml',
    contentType: `${TYPE}.presentation.main+xml`,
    xml: `<p:presentation ${SLIDE_NAMESPACES}><p:sldMasterIdLst><p:sldMasterId id="${FIRST_MASTER_ID}" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst>${ids.join('')}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
    relations: [
      { id: 'rId1', kind: 'slideMaster', target: masterPart.name },
      { id: 'rId2', kind: 'theme', target: themePart.name },
      ...slides.map(({ name }, index) => ({ id: `rId${index + 3}`, kind: 'slide', target: name })),
    ],
  };
}

const BACKGROUND =
  '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>';
const COLOUR_MAP =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
const TEXT_STYLES = `<p:txStyles>
<p:titleStyle><a:lvl1pPr algn="l"><a:defRPr sz="4000" b="1"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle>
<p:bodyStyle><a:lvl1pPr marL="342900" indent="-342900" algn="l"><a:spcBef><a:spcPts val="1000"/></a:spcBef><a:buFont typeface="Arial"/><a:buChar char="•"/><a:defRPr sz="2400"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:bodyStyle>
<p:otherStyle><a:lvl1pPr><a:defRPr sz="1800"/></a:lvl1pPr></p:otherStyle>
</p:txStyles>`;

const masterPart: Part = {
  name: 'ppt/slideMasters/slideMaster1.xml',
  contentType: `${TYPE}.slideMaster+xml`,
  xml: `<p:sldMaster ${SLIDE_NAMESPACES}>${slideContent(POINTS.placeholders, '', BACKGROUND)}${COLOUR_MAP}<p:sldLayoutIdLst>${LAYOUTS.map((_, index) => `<p:sldLayoutId id="${FIRST_MASTER_ID + 1 + index}" r:id="rId${index + 2}"/>`).join('')}</p:sldLayoutIdLst>${TEXT_STYLES}</p:sldMaster>`,
  relations: [
    { id: 'rId1', kind: 'theme', target: themePart.name },
    ...LAYOUTS.map(({ part }, index) => ({ id: `rId${index + 2}`, kind: 'slideLayout', target: part })),
  ],
};

const MASTERS_COLOURS = '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>';

function layoutPart({ name, type, part, placeholders }: Layout): Part {
  return {
    name: part,
    contentType: `${TYPE}.slideLayout+xml`,
    xml: `<p:sldLayout ${SLIDE_NAMESPACES} type="${type}" preserve="1">${slideContent(placeholders, name)}${MASTERS_COLOURS}</p:sldLayout>`,
    relations: [{ id: 'rId1', kind: 'slideMaster', target: masterPart.name }],
  };
}

function slidePart({ title, lines }: Slide, index: number): Part {
  const { part, placeholders } = index === 0 ? OPENING : POINTS;
  const [heading, below] = placeholders;
  const shown: readonly Placeholder[] = [
    { type: heading.type, text: title ? [title] : [] },
    { type: below.type, text: lines },
  ];
  return {
    name: `ppt/slides/slide${index + 1}.xml`,
    contentType: `${TYPE}.slide+xml`,
    xml: `<p:sld ${SLIDE_NAMESPACES}>${slideContent(shown)}${MASTERS_COLOURS}</p:sld>`,
    relations: [{ id: 'rId1', kind: 'slideLayout', target: part }],
  };
}
