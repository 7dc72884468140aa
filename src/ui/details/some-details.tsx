import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { isFolder, type DriveItem, type PathFolder } from '../../drive';
import { parseInstant } from '../../lib';
import { useText, type Text } from '../text';
import { typeText, whereText } from './describe-item';
import { FactsList, type Fact } from './facts-list';

const useStyles = makeStyles({
  part: { padding: tokens.spacingHorizontalL },
  title: { marginBlock: `0 ${tokens.spacingVerticalM}`, fontSize: tokens.fontSizeBase400 },
});

interface SomeDetailsProps {
  readonly items: readonly DriveItem[];
  readonly path: readonly PathFolder[];
}

/** Several items: how many, how large together, and what they have in common. Nothing is asked for it. */
export function SomeDetails({ items, path }: SomeDetailsProps) {
  const text = useText();
  const styles = useStyles();
  const facts = useMemo(() => describeItems(items, path, text), [items, path, text]);
  return (
    <div className={styles.part}>
      <h3 className={styles.title}>{text('details.some', { count: items.length })}</h3>
      <FactsList facts={facts} />
    </div>
  );
}

function describeItems(
  items: readonly DriveItem[],
  path: readonly PathFolder[],
  text: Text,
): readonly Fact[] {
  const folders = items.filter(isFolder).length;
  const shared = items.filter((item) => item.shared).length;
  const types = new Set(items.map((item) => typeText(item, text)));
  const [type = ''] = types;
  const modified = modifiedText(items, text);
  return [
    {
      name: text('details.contents'),
      value: text('details.some.kinds', { files: items.length - folders, folders }),
    },
    { name: text('details.some.size'), value: sizeText(items, folders > 0, text) },
    { name: text('details.type'), value: types.size === 1 ? type : text('details.type.mixed') },
    { name: text('details.where'), value: whereText(path, text) },
    ...(modified ? [{ name: text('details.modified'), value: modified }] : []),
    { name: text('details.shared'), value: text('details.shared.count', { count: shared }) },
  ];
}

/** With what the sum counts, and what it lacks. */
function sizeText(items: readonly DriveItem[], hasFolders: boolean, text: Text): string {
  const size = text.size(items.reduce((sum, item) => sum + (item.size ?? 0), 0));
  if (items.some((item) => item.size === undefined)) return text('details.some.unknown', { size });
  return hasFolders ? text('details.some.folders', { size }) : size;
}

function modifiedText(items: readonly DriveItem[], text: Text): string | undefined {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const item of items) {
    const at = parseInstant(item.lastModifiedDateTime);
    if (at === undefined) continue;
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  if (first > last) return undefined;
  const [from, to] = [text.day(first), text.day(last)];
  return from === to ? from : text('details.between', { first: from, last: to });
}
