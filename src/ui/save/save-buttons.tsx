import { Button, Tooltip } from '@fluentui/react-components';
import { useState, type RefCallback } from 'react';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { useViewOptions } from '../view-options';
import type { SavePhase } from './save-state';

interface SaveButtonsProps {
  readonly phase: SavePhase;
  /** How many files there are. */
  readonly count: number;
  readonly saveRef: RefCallback<HTMLButtonElement>;
}

/** The two ends of saving. While nothing can be saved the button stays in reach and says why. */
export function SaveButtons({ phase, count, saveRef }: SaveButtonsProps) {
  const text = useText();
  const { onCancel } = useViewOptions();
  const { path } = useStore(useControl().folder.state);
  const [explained, setExplained] = useState(false);
  const isOpen = (path.at(-1)?.id ?? '') !== '';
  const reason = count === 0 ? text('save.nothing') : isOpen ? undefined : text('save.noFolder');
  return (
    <>
      <Button onClick={onCancel}>{text('pick.cancel')}</Button>
      {phase.status !== 'asking' && (
        <Tooltip
          content={reason ?? ''}
          relationship="inaccessible"
          visible={explained && reason !== undefined}
          onVisibleChange={(_, data) => setExplained(data.visible)}
        >
          <Button
            ref={saveRef}
            type="submit"
            appearance="primary"
            disabledFocusable={reason !== undefined || phase.status === 'running'}
            aria-description={reason}
          >
            {text('save.action')}
          </Button>
        </Tooltip>
      )}
    </>
  );
}
