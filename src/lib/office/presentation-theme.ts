import type { Part } from './office-package';
import { DRAWING } from './slide-shapes';

const COLOURS = [
  ['dk1', '242424'],
  ['lt1', 'FFFFFF'],
  ['dk2', '0B3A66'],
  ['lt2', 'EAF2FA'],
  ['accent1', '0F6CBD'],
  ['accent2', '2F5D50'],
  ['accent3', 'B9783F'],
  ['accent4', '5A3D7A'],
  ['accent5', '1F6F8B'],
  ['accent6', 'C4314B'],
  ['hlink', '0F6CBD'],
  ['folHlink', '5A3D7A'],
] as const;

const font = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>';
const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const line = `<a:ln w="9525">${fill}</a:ln>`;
const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';

/** Colours and fonts. A theme must have three of each style, even where nothing uses them. */
export const themePart: Part = {
  name: 'ppt/theme/theme1.xml',
  contentType: 'application/vnd.openxmlformats-officedocument.theme+xml',
  xml: `<a:theme xmlns:a="${DRAWING}" name="Demo"><a:themeElements>
<a:clrScheme name="Demo">${COLOURS.map(([name, value]) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`).join('')}</a:clrScheme>
<a:fontScheme name="Demo"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme>
<a:fmtScheme name="Demo"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>
</a:themeElements></a:theme>`,
};
