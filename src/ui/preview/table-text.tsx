import { makeStyles, tokens } from '@fluentui/react-components';
import { createElement, useMemo } from 'react';
import type { DriveItem } from '../../drive';
import { useText } from '../text';
import { MOST_ROWS, parseTable } from './parse-table';
import { PreviewNote } from './preview-note';

const useStyles = makeStyles({
  scroller: {
    position: 'absolute',
    inset: 0,
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  table: {
    borderCollapse: 'separate',
    borderSpacing: '0',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      maxWidth: '48ch',
      textAlign: 'start',
      verticalAlign: 'top',
      paddingBlock: tokens.spacingVerticalXS,
      paddingInline: tokens.spacingHorizontalM,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      borderInlineEndWidth: '1px',
      borderInlineEndStyle: 'solid',
      borderInlineEndColor: tokens.colorNeutralStroke2,
      overflowWrap: 'anywhere',
      minWidth: '4ch',
    },
    '& th': { position: 'sticky', top: 0, backgroundColor: tokens.colorNeutralBackground2 },
  },
});

/** A CSV file as a table. Nothing is computed: a formula is the text that it is. */
export function TableText({ text: content, item }: { readonly text: string; readonly item: DriveItem }) {
  const styles = useStyles();
  const text = useText();
  const { rows, isCut } = useMemo(() => parseTable(content), [content]);
  const [head = [], ...body] = rows;
  const cells = (row: readonly string[], tag: 'th' | 'td') =>
    row.map((cell, index) =>
      createElement(tag, { key: index, dir: 'auto', scope: tag === 'th' ? 'col' : undefined }, cell),
    );
  return (
    <PreviewNote note={isCut ? text('preview.cutRows', { count: MOST_ROWS }) : undefined}>
      {/* What scrolls must be reached by keyboard, too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroller} role="group" aria-label={item.name} tabIndex={0}>
        <table className={styles.table} aria-label={text('preview.content', { name: item.name })}>
          <thead>
            <tr>{cells(head, 'th')}</tr>
          </thead>
          <tbody>{body.map((row, index) => createElement('tr', { key: index }, cells(row, 'td')))}</tbody>
        </table>
      </div>
    </PreviewNote>
  );
}
