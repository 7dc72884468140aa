import { memo, type ReactNode } from 'react';
import type { FileType } from './file-type';

const WHITE = '#fff';

const TINTS: Readonly<Record<Exclude<FileType, 'folder'>, string>> = {
  archive: '#8e6a1d',
  audio: '#b4009e',
  code: '#4f52b2',
  document: '#1b66c9',
  email: '#0f6cbd',
  generic: '#7a7a7a',
  image: '#7160e8',
  notebook: '#7a3a9a',
  pdf: '#c4262e',
  presentation: '#c8472b',
  program: '#515c66',
  spreadsheet: '#107c41',
  text: '#5c6b7a',
  video: '#8b2a8f',
};

const line = { stroke: WHITE, strokeWidth: 1.4, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

const GLYPHS: Readonly<Record<Exclude<FileType, 'folder'>, ReactNode>> = {
  archive: <path d="M11 3.2h2v1.9h-2zM11 7h2v1.9h-2zM10.6 11h2.8v5.4a1.4 1.4 0 0 1-2.8 0z" fill={WHITE} />,
  audio: (
    <>
      <path d="M10.4 16.6v-5.8l4.8-1.2v5.8" {...line} fill="none" />
      <path d="M10.4 16.8a1.5 1.3 0 1 1-.01-.5zm4.8-1.2a1.5 1.3 0 1 1-.01-.5z" fill={WHITE} />
    </>
  ),
  code: <path d="m9.6 11.4-2.4 2.6 2.4 2.6m4.8-5.2 2.4 2.6-2.4 2.6" {...line} fill="none" />,
  document: <path d="M7.8 11h8.4M7.8 14h8.4M7.8 17h5.2" {...line} />,
  email: <path d="M7.4 11h9.2v6H7.4zm0 .4 4.6 3.4 4.6-3.4" {...line} fill="none" strokeWidth={1.2} />,
  generic: null,
  image: <path d="m6.6 18 3.6-4.6 2.4 2.7 1.7-2 3.1 3.9zM15.2 10.6a1.3 1.3 0 1 1 0 .01z" fill={WHITE} />,
  notebook: <path d="M8 10.4v7.2M10.6 11h5.6M10.6 14h5.6M10.6 17h3.4" {...line} />,
  pdf: (
    <path
      d="M8 17.6c2.4-1.4 4.2-4.6 4.1-7 1 3.2 2.4 4.6 4.5 5.4-3-.3-6 .3-8.6 1.6z"
      {...line}
      fill="none"
      strokeWidth={1.3}
    />
  ),
  presentation: (
    <path d="M7.4 10.6h9.2v5H7.4zM12 15.6V18m-2.4 0h4.8" {...line} fill="none" strokeWidth={1.3} />
  ),
  program: <path d="M7.4 10.6h9.2v7H7.4zm0 2.2h9.2" {...line} fill="none" strokeWidth={1.3} />,
  spreadsheet: (
    <path d="M7.4 10.6h9.2v7.2H7.4zm0 3.6h9.2M12 10.6v7.2" {...line} fill="none" strokeWidth={1.3} />
  ),
  text: <path d="M7.8 11h8.4M7.8 14h8.4M7.8 17h5.2" {...line} />,
  video: <path d="M10.2 10.8v6.4l5.2-3.2z" fill={WHITE} />,
};

/** Drawn here, in the page: no request, no font, no policy to ask for. */
export const FileTypeIcon = memo(function FileTypeIcon({
  type,
  size = 24,
}: {
  readonly type: FileType;
  readonly size?: number;
}) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden focusable="false">
      {type === 'folder' ? <FolderShape /> : <PageShape type={type} />}
    </svg>
  );
});

function FolderShape() {
  return (
    <>
      <path
        d="M2 6.2C2 5 3 4 4.2 4h4.3c.6 0 1.2.25 1.6.68L11.8 6.4H19.8C21 6.4 22 7.4 22 8.6V11H2z"
        fill="#d99a0b"
      />
      <path
        d="M2 9.6c0-.9.7-1.6 1.6-1.6h5c.5 0 1-.2 1.4-.56l.9-.84c.4-.37.9-.6 1.5-.6h7.4C21 6 22 7 22 8.2v9.6c0 1.2-1 2.2-2.2 2.2H4.2C3 20 2 19 2 17.8z"
        fill="#ffcf48"
      />
      <path
        d="M2 17.2v.6C2 19 3 20 4.2 20h15.6c1.2 0 2.2-1 2.2-2.2v-.6c0 1-1 1.8-2.2 1.8H4.2C3 19 2 18.2 2 17.2z"
        fill="#f0b429"
      />
    </>
  );
}

function PageShape({ type }: { readonly type: Exclude<FileType, 'folder'> }) {
  return (
    <>
      <path
        d="M6.2 2h7.5c.5 0 .9.2 1.2.5l4.6 4.6c.3.3.5.7.5 1.2v11.5c0 1.2-1 2.2-2.2 2.2H6.2C5 22 4 21 4 19.8V4.2C4 3 5 2 6.2 2z"
        fill={TINTS[type]}
      />
      <path
        d="M14 2.1c.3.1.6.2.9.4l4.6 4.6c.2.2.4.5.4.9h-4.3C14.7 8 14 7.3 14 6.4z"
        fill={WHITE}
        opacity={0.45}
      />
      {GLYPHS[type]}
    </>
  );
}
