import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { createElement, useMemo, type ReactNode } from 'react';
import type { DriveItem } from '../../../drive';
import { useText } from '../../text';
import type { Block, Inline } from './markdown-block';
import { parseMarkdown } from './parse-markdown';

const useStyles = makeStyles({
  scroller: {
    position: 'absolute',
    inset: 0,
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  page: {
    boxSizing: 'border-box',
    maxWidth: '76ch',
    marginInline: 'auto',
    padding: tokens.spacingHorizontalXL,
    fontSize: tokens.fontSizeBase300,
    lineHeight: '1.6',
    overflowWrap: 'anywhere',
    '& pre, & code': { fontFamily: tokens.fontFamilyMonospace, fontSize: '0.93em' },
    '& pre': {
      overflowX: 'auto',
      padding: tokens.spacingHorizontalM,
      backgroundColor: tokens.colorNeutralBackground3,
      borderRadius: tokens.borderRadiusMedium,
    },
    '& blockquote': {
      marginInline: '0',
      paddingInlineStart: tokens.spacingHorizontalL,
      borderInlineStartWidth: '3px',
      borderInlineStartStyle: 'solid',
      borderInlineStartColor: tokens.colorNeutralStroke1,
      color: tokens.colorNeutralForeground2,
    },
    '& table': { borderSpacing: '0' },
    '& th, & td': {
      textAlign: 'start',
      verticalAlign: 'top',
      paddingBlock: tokens.spacingVerticalXS,
      paddingInline: tokens.spacingHorizontalM,
      border: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& hr': { height: '1px', border: '0', backgroundColor: tokens.colorNeutralStroke1 },
  },
});

/** A Markdown file: React's elements, and no markup of the file's own. */
export function MarkdownText({ text: content, item }: { readonly text: string; readonly item: DriveItem }) {
  const styles = useStyles();
  const text = useText();
  const blocks = useMemo(() => parseMarkdown(content), [content]);
  return (
    // What scrolls must be reached by keyboard, too.
    <div
      className={styles.scroller}
      role="document"
      aria-label={text('preview.content', { name: item.name })}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <div className={styles.page} dir="auto">
        {showBlocks(blocks)}
      </div>
    </div>
  );
}

function showBlocks(blocks: readonly Block[]): ReactNode {
  return blocks.map((block, index) => createElement(ShownBlock, { key: index, block }));
}

function ShownBlock({ block }: { readonly block: Block }): ReactNode {
  switch (block.kind) {
    case 'heading':
      // Below the name of the file, which is the title of it all.
      return createElement(`h${Math.min(6, block.level + 1)}`, { dir: 'auto' }, showParts(block.parts));
    case 'paragraph':
      return <p dir="auto">{showParts(block.parts)}</p>;
    case 'code':
      return <pre dir="ltr">{block.text}</pre>;
    case 'quote':
      return <blockquote>{showBlocks(block.blocks)}</blockquote>;
    case 'list':
      return createElement(
        block.start === undefined ? 'ul' : 'ol',
        { start: block.start },
        block.items.map((blocks, index) => createElement('li', { key: index }, showItem(blocks))),
      );
    case 'table':
      return <Table rows={block.rows} />;
    case 'rule':
      return <hr />;
  }
}

/** The only paragraph of an item stands beside its mark. */
function showItem(blocks: readonly Block[]): ReactNode {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph') return showBlocks(blocks);
  return [
    createElement('span', { key: 'first' }, showParts(first.parts)),
    createElement('div', { key: 'rest' }, showBlocks(rest)),
  ];
}

function Table({ rows: [head = [], ...body] }: Pick<Extract<Block, { kind: 'table' }>, 'rows'>) {
  const cells = (row: typeof head, tag: 'th' | 'td') =>
    row.map((parts, index) =>
      createElement(tag, { key: index, scope: tag === 'th' ? 'col' : undefined }, showParts(parts)),
    );
  return (
    <table>
      <thead>
        <tr>{cells(head, 'th')}</tr>
      </thead>
      <tbody>{body.map((row, index) => createElement('tr', { key: index }, cells(row, 'td')))}</tbody>
    </table>
  );
}

function showParts(parts: readonly Inline[]): ReactNode {
  return parts.map((part, index) => createElement(ShownPart, { key: index, part }));
}

function ShownPart({ part }: { readonly part: Inline }): ReactNode {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'code':
      return <code dir="ltr">{part.text}</code>;
    case 'link':
      return part.href ? (
        <Link inline href={part.href} target="_blank" rel="noopener noreferrer" referrerPolicy="no-referrer">
          {showParts(part.parts)}
        </Link>
      ) : (
        showParts(part.parts)
      );
    case 'strong':
    case 'em':
    case 'del':
      return createElement(part.kind, null, showParts(part.parts));
  }
}
