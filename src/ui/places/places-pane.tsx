import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { LinkRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import { accountIdOf } from '../account-id';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { placesBeside } from '../places-beside';
import { usePlaces } from '../use-places';
import { useViewOptions } from '../view-options';
import { useViewState } from '../view-state';
import { PANE_WIDTH, WIDE } from './pane-width';
import { PlacesButton } from './places-button';
import { PlacesTree } from './places-tree';

const useStyles = makeStyles({
  pane: {
    boxSizing: 'border-box',
    flexShrink: 0,
    width: PANE_WIDTH,
    display: 'none',
    flexDirection: 'column',
    minHeight: 0,
    overflowY: 'auto',
    padding: tokens.spacingHorizontalS,
    // Room for the button.
    paddingTop: '40px',
    borderInlineEndWidth: '1px',
    borderInlineEndStyle: 'solid',
    borderInlineEndColor: tokens.colorNeutralStroke2,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  beside: { [WIDE]: { display: 'flex' } },
  // Where there is no room beside the list, over it.
  open: {
    display: 'flex',
    position: 'absolute',
    zIndex: 6,
    insetBlock: 0,
    insetInlineStart: 0,
    maxWidth: '85%',
    boxShadow: tokens.shadow28,
    [WIDE]: { display: 'none', position: 'static', boxShadow: 'none' },
  },
  link: {
    alignSelf: 'start',
    justifyContent: 'start',
    width: '100%',
    marginBlockStart: tokens.spacingVerticalS,
    paddingInlineStart: '26px',
    fontWeight: tokens.fontWeightRegular,
  },
  veil: {
    position: 'absolute',
    zIndex: 5,
    inset: 0,
    backgroundColor: tokens.colorBackgroundOverlay,
    [WIDE]: { display: 'none' },
  },
});

/** Everywhere one can go: beside the list where there is room, else over it when it is asked for. */
export function PlacesPane() {
  const styles = useStyles();
  const text = useText();
  const { placesOpen, placesBeside: beside, dialog } = useViewState();
  const { sources } = useViewOptions();
  const isOpen = useStore(placesOpen);
  const isBeside = useStore(beside);
  useEffect(() => beside.subscribe(() => placesBeside.turn(beside.get())), [beside]);
  const account = accountIdOf(useStore(useControl().connection));
  const places = usePlaces();
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOpen && places) pane.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [isOpen, places]);
  const close = () => placesOpen.set(false);
  return (
    <>
      <PlacesButton open={placesOpen} where="over" />
      <PlacesButton open={beside} where="beside" />
      {isOpen && <div className={styles.veil} onClick={close} aria-hidden />}
      <nav
        ref={pane}
        className={mergeClasses(styles.pane, isOpen && styles.open, isBeside && styles.beside)}
        part="places"
        aria-label={text('places.label')}
      >
        <div
          role="presentation"
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || !isOpen) return;
            event.preventDefault();
            event.stopPropagation();
            close();
          }}
        >
          {places && <PlacesTree key={account} places={places} onGone={close} />}
          {places && sources.has('link') && (
            <Button
              className={styles.link}
              appearance="subtle"
              icon={<LinkRegular />}
              onClick={() => {
                close();
                dialog.set({ kind: 'open-link' });
              }}
            >
              {text('places.link')}
            </Button>
          )}
        </div>
      </nav>
    </>
  );
}
