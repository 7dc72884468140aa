import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { PanelLeftRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { Store } from '../../lib';
import { useStore } from '../control-context';
import { useText } from '../text';
import { useElement } from '../use-element';
import { WIDE } from './pane-width';

const useStyles = makeStyles({
  // Above the pane: what has opened it closes it.
  button: { position: 'absolute', zIndex: 7, top: '4px', insetInlineStart: '4px' },
  over: { [WIDE]: { display: 'none' } },
  beside: { display: 'none', [WIDE]: { display: 'inline-flex' } },
});

interface PlacesButtonProps {
  readonly open: Store<boolean>;
  /** Where the pane opens; the button stands there only where it does. */
  readonly where: 'over' | 'beside';
}

/** Opens and closes the pane. */
export function PlacesButton({ open, where }: PlacesButtonProps) {
  const styles = useStyles();
  const text = useText();
  const isOpen = useStore(open);
  const [button, setButton] = useElement<HTMLButtonElement>();
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, button]);
  return (
    <Button
      ref={setButton}
      className={mergeClasses(styles.button, styles[where])}
      appearance="subtle"
      icon={<PanelLeftRegular />}
      aria-label={text('places.label')}
      aria-expanded={isOpen}
      onClick={() => open.set(!isOpen)}
    />
  );
}
