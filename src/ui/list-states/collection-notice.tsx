import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { CollectionNote } from '../../drive';
import { useText } from '../text';

interface CollectionNoticeProps {
  readonly note: CollectionNote;
  readonly className: string;
  readonly bodyClassName: string;
}

/** Where rows come from that are not what one would expect. */
export function CollectionNotice({ note, className, bodyClassName }: CollectionNoticeProps) {
  const text = useText();
  return (
    <MessageBar intent="info" className={className}>
      <MessageBarBody className={bodyClassName}>{text(`collection.${note}`)}</MessageBarBody>
    </MessageBar>
  );
}
