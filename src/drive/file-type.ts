import type { DriveItem } from '../graph';

const EXTENSIONS = {
  archive: '7z bz2 cab gz rar tar tgz xz zip',
  audio: 'aac aif aiff amr flac m4a mid mp3 oga ogg opus wav wma',
  code: 'bat c cc cmd cpp cs css go h htm html ipynb java js json jsx kt mjs php ps1 py rb rs sh sql swift ts tsx vue xml yaml yml',
  document: 'doc docm docx dot dotm dotx odt pages rtf gdoc',
  email: 'eml msg oft',
  image: 'ai avif bmp cr2 dng gif heic heif ico jfif jpeg jpg nef png psd raw svg tif tiff webp',
  notebook: 'one onepkg onetoc2',
  pdf: 'pdf',
  presentation: 'key odp pot potx pps ppsx ppt pptm pptx gslides',
  program: 'apk app appx deb dll dmg exe iso jar msi msix pkg rpm',
  spreadsheet: 'csv gsheet numbers ods tsv xls xlsb xlsm xlsx xltx',
  text: 'cfg conf ini log markdown md rst tex txt',
  video: '3gp avi flv m4v mkv mov mp4 mpeg mpg mts ogv webm wmv',
} as const;

/** What an item is to the eye: which picture stands before its name. */
export type FileType = 'folder' | 'generic' | keyof typeof EXTENSIONS;

const BY_EXTENSION = new Map<string, FileType>(
  Object.entries(EXTENSIONS).flatMap(([type, list]) =>
    list.split(' ').map((extension) => [extension, type as FileType] as const),
  ),
);

export function fileTypeOf(
  item: Pick<DriveItem, 'name' | 'file' | 'folder' | 'package' | 'remoteItem'>,
): FileType {
  if (item.package) return 'notebook';
  if (item.folder ?? item.remoteItem?.folder) return 'folder';
  return BY_EXTENSION.get(extensionOf(item)) ?? typeOfMime(item.file?.mimeType ?? '');
}

/** `jpg`; empty where the name has none. */
export function extensionOf({ name }: Pick<DriveItem, 'name'>): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

function typeOfMime(mimeType: string): FileType {
  const family = mimeType.split('/')[0];
  if (family === 'image' || family === 'video' || family === 'audio' || family === 'text') return family;
  return 'generic';
}

export function isFileType(text: string): text is FileType {
  return text === 'folder' || text === 'generic' || Object.hasOwn(EXTENSIONS, text);
}
