import { Button, makeStyles } from '@fluentui/react-components';
import { PanelLeftRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import { useStore } from '../control-context';
import { useText } from '../text';
import { useElement } from '../use-element';
import { useViewState } from '../view-state';
import { WIDE } from './pane-width';

const useStyles = makeStyles({
  button: {
    position: 'absolute',
    zIndex: 1,
    top: '4px',
    insetInlineStart: '4px',
    [WIDE]: { display: 'none' },
  },
});

/** Brings the pane where there is no room for it beside the list. */
export function PlacesButton() {
  const styles = useStyles();
  const text = useText();
  const { placesOpen } = useViewState();
  const isOpen = useStore(placesOpen);
  const [button, setButton] = useElement<HTMLButtonElement>();
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, button]);
  return (
    <Button
      ref={setButton}
      className={styles.button}
      appearance="subtle"
      icon={<PanelLeftRegular />}
      aria-label={text('places.label')}
      aria-expanded={isOpen}
      onClick={() => placesOpen.set(!isOpen)}
    />
  );
}
