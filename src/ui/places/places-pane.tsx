import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { LaptopRegular, LinkRegular } from '@fluentui/react-icons';
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { accountIdOf } from '../account-id';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { placesBeside } from '../places-beside';
import { usePlaces } from '../use-places';
import { useViewOptions } from '../view-options';
import { useViewState, type DialogRequest } from '../view-state';
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
  links: { display: 'flex', flexDirection: 'column', marginBlockStart: tokens.spacingVerticalS },
  link: {
    justifyContent: 'start',
    width: '100%',
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
  const mayPickFiles = useMayPickFiles();
  const close = () => placesOpen.set(false);
  const ask = (request: DialogRequest) => {
    close();
    dialog.set(request);
  };
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
          {places && (
            <div className={styles.links}>
              {sources.has('link') && (
                <PlaceButton icon={<LinkRegular />} onClick={() => ask({ kind: 'open-link' })}>
                  {text('places.link')}
                </PlaceButton>
              )}
              {mayPickFiles && (
                <PlaceButton icon={<LaptopRegular />} onClick={() => ask({ kind: 'device' })}>
                  {text('places.device')}
                </PlaceButton>
              )}
            </div>
          )}
        </div>
      </nav>
    </>
  );
}

/** Files of this device are uploaded before they are picked. */
function useMayPickFiles(): boolean {
  const { sources, actions } = useViewOptions();
  const state = useStore(useControl().picker.state);
  const mayPick =
    state.status === 'picking' && state.rules.kind !== 'folders' && state.rules.selection !== 'none';
  return mayPick && sources.has('device') && actions.has('upload');
}

interface PlaceButtonProps {
  readonly icon: ReactElement;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A place that asks before one is there. */
function PlaceButton(props: PlaceButtonProps) {
  return <Button {...props} className={useStyles().link} appearance="subtle" />;
}
