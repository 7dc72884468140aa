import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { FoundText } from '../view-state';

// Marks, embeddings, overrides and isolates of writing direction: they make `gpj.exe` look like `exe.jpg`.
export const BIDI_CONTROL = /([\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])/;
/** Shorter names fit anyway; one text node for them. */
const SPLIT_FROM = 28;

const useStyles = makeStyles({
  name: {
    display: 'inline-flex',
    minWidth: 0,
    maxWidth: '100%',
    unicodeBidi: 'isolate',
    whiteSpace: 'pre',
  },
  base: { overflow: 'hidden', textOverflow: 'ellipsis', minWidth: '2ch' },
  end: { flexShrink: 0 },
  control: {
    marginInline: '2px',
    paddingInline: tokens.spacingHorizontalXXS,
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase200,
    fontFamily: tokens.fontFamilyMonospace,
    color: tokens.colorPaletteRedForeground1,
    backgroundColor: tokens.colorPaletteRedBackground1,
    borderRadius: tokens.borderRadiusSmall,
  },
});

/**
 * A name from outside: only ever text, kept apart from the direction of the line, cut in the middle so that its
 * extension stays readable.
 */
export const ItemName = memo(function ItemName({
  name,
  className,
  title = name,
  found,
}: {
  readonly name: string;
  readonly className?: string;
  readonly title?: string;
  /** Marks what it was found by. */
  readonly found?: FoundText | undefined;
}) {
  const styles = useStyles();
  const cut = name.length < SPLIT_FROM ? name.length : endOf(name);
  const show = (text: string) => visible(text, styles.control);
  const part = (from: number, to: number) =>
    found ? found.mark(name, from, to, show) : show(name.slice(from, to));
  return (
    <bdi className={mergeClasses(styles.name, className)} dir="auto" title={title}>
      <span className={styles.base}>{part(0, cut)}</span>
      {cut < name.length && <span className={styles.end}>{part(cut, name.length)}</span>}
    </bdi>
  );
});

// The extension with the few characters before it: `…with comments.docx`.
function endOf(name: string): number {
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= 8 ? dot : name.length;
  const cut = Math.max(1, extension - 4);
  // Neither a surrogate pair nor a letter and its accent is torn apart.
  return /^[\udc00-\udfff\p{M}\u200d]/u.test(name.slice(cut)) ? extension : cut;
}

function visible(text: string, className: string) {
  if (!BIDI_CONTROL.test(text)) return text;
  return text.split(BIDI_CONTROL).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // oxlint-disable-next-line react/no-array-index-key -- the parts of one text never move
      <span key={index} className={className}>
        {`U+${(part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`}
      </span>
    ),
  );
}
