import { escapeXml, OFFICE_DOCUMENT } from './office-package';

export const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
/** What the root of every part of a presentation declares. */
export const SLIDE_NAMESPACES = `xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="${DRAWING}" xmlns:r="${OFFICE_DOCUMENT}/relationships"`;

/** A place for text. One without a box stands where the layout has the same place. */
export interface Placeholder {
  readonly type: 'title' | 'ctrTitle' | 'subTitle' | 'body';
  readonly text: readonly string[];
  readonly box?: { readonly top: number; readonly height: number };
}

const LEFT = 900_000;
const WIDTH = 10_392_000;
const NO_GROUP =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

/** What stands on a master, a layout or a slide. */
export function slideContent(placeholders: readonly Placeholder[], name = '', background = ''): string {
  const shapes = placeholders.map((placeholder, index) => shape(placeholder, index));
  return `<p:cSld${name && ` name="${name}"`}>${background}<p:spTree>${NO_GROUP}${shapes.join('')}</p:spTree></p:cSld>`;
}

function shape({ type, text, box }: Placeholder, index: number): string {
  const place = `<p:ph type="${type}"${index === 0 ? '' : ` idx="${index}"`}/>`;
  const properties = box
    ? `<p:spPr><a:xfrm><a:off x="${LEFT}" y="${box.top}"/><a:ext cx="${WIDTH}" cy="${box.height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`
    : '<p:spPr/>';
  // A subtitle is a body by descent, and would have the body's bullets.
  const style =
    type === 'subTitle' && box
      ? '<a:lstStyle><a:lvl1pPr marL="0" indent="0"><a:buNone/></a:lvl1pPr></a:lstStyle>'
      : '<a:lstStyle/>';
  const paragraphs = text.map(
    (line) => `<a:p><a:r><a:rPr lang="en-GB"/><a:t>${escapeXml(line)}</a:t></a:r></a:p>`,
  );
  // A shape has one paragraph at least: an empty one shows what the layout asks for.
  if (paragraphs.length === 0) paragraphs.push('<a:p/>');
  return `<p:sp><p:nvSpPr><p:cNvPr id="${index + 2}" name="${type} ${index + 1}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${place}</p:nvPr></p:nvSpPr>${properties}<p:txBody><a:bodyPr/>${style}${paragraphs.join('')}</p:txBody></p:sp>`;
}
