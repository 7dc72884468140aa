import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { DriveItem } from '../../drive';
import { fileTypeOf } from '../file-list/file-type';
import { useText } from '../text';

const useStyles = makeStyles({
  scroller: {
    position: 'absolute',
    inset: 0,
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalL,
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  text: {
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    tabSize: 4,
  },
  part: { display: 'flex', contentVisibility: 'auto', minWidth: 'fit-content' },
  numbers: {
    flexShrink: 0,
    minWidth: '4ch',
    paddingInlineEnd: tokens.spacingHorizontalM,
    textAlign: 'end',
    color: tokens.colorNeutralForeground3,
    userSelect: 'none',
  },
  code: { whiteSpace: 'pre' },
});

/** Parts of so many lines are laid out only when they come into view. */
const LINES_OF_PART = 200;

/** A text as it was written; code with the numbers of its lines. */
export function PlainText({ text: content, item }: { readonly text: string; readonly item: DriveItem }) {
  const styles = useStyles();
  const text = useText();
  const isCode = fileTypeOf(item) === 'code';
  return (
    // What scrolls must be reached by keyboard, too.
    <div
      className={styles.scroller}
      role="document"
      aria-label={text('preview.content', { name: item.name })}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {isCode ? (
        <NumberedLines content={content} />
      ) : (
        <pre className={styles.text} dir="auto">
          {content}
        </pre>
      )}
    </div>
  );
}

function NumberedLines({ content }: { readonly content: string }) {
  const styles = useStyles();
  const lines = content.split(/\r\n|\n|\r/);
  const parts = Array.from({ length: Math.ceil(lines.length / LINES_OF_PART) }, (_, part) => {
    const first = part * LINES_OF_PART;
    return { first, lines: lines.slice(first, first + LINES_OF_PART) };
  });
  return parts.map(({ first, lines: some }) => (
    // In every direction of writing; a style would be turned round with the rest.
    <div key={first} className={styles.part} dir="ltr">
      <pre className={mergeClasses(styles.text, styles.numbers)} aria-hidden>
        {some.map((_, index) => first + index + 1).join('\n')}
      </pre>
      <pre className={mergeClasses(styles.text, styles.code)}>{some.join('\n')}</pre>
    </div>
  ));
}
