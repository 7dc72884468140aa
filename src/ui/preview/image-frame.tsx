import { makeStyles } from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from '../control-context';
import { observeBox } from '../observe-box';
import type { ImageControl } from './image-control';
import { followImagePointers } from './image-pointers';

interface Size {
  readonly width: number;
  readonly height: number;
}

interface ImageFrameProps {
  readonly src: string;
  readonly alt: string;
  /** A small picture of a larger one: it takes the room that the larger one will take. */
  readonly isSmall: boolean;
  readonly control: ImageControl;
  readonly onShown?: () => void;
  readonly onFailed: () => void;
}

const useStyles = makeStyles({
  frame: {
    position: 'absolute',
    inset: 0,
    display: 'grid',
    placeContent: 'safe center',
    overflow: 'auto',
    // Two fingers zoom the image, not the page; one finger moves it.
    touchAction: 'pan-x pan-y',
    userSelect: 'none',
  },
  box: { position: 'relative' },
  image: {
    display: 'block',
    position: 'absolute',
    insetInlineStart: 0,
    top: 0,
    transformOrigin: '0 0',
    maxWidth: 'none',
  },
});

/** The longest side of the service's largest picture (protocol 5.2). */
const LARGEST_SMALL = 800;

/** An image as large as it is wanted, in a frame that scrolls. */
export function ImageFrame({ src, alt, isSmall, control, onShown, onFailed }: ImageFrameProps) {
  const styles = useStyles();
  const frame = useRef<HTMLDivElement>(null);
  const room = useSize(frame);
  const [natural, setNatural] = useState<Size & { readonly isSmall: boolean }>();
  const { zoom, turn } = useStore(control.view);
  const isAcross = turn % 180 !== 0;
  const turned = natural && isAcross ? { width: natural.height, height: natural.width } : natural;
  const fitting = room && turned ? fit(turned, room, natural?.isSmall === true && isCutDown(turned)) : 1;
  const scale = zoom === 'fit' ? fitting : zoom;
  useLayoutEffect(() => control.setFitting(fitting), [control, fitting]);
  const pointers = useRef<ReturnType<typeof followImagePointers>>(undefined);
  useEffect(() => {
    if (!frame.current) return undefined;
    pointers.current = followImagePointers(frame.current, control.zoom);
    return pointers.current.end;
  }, [control]);
  // After any change of the size; without one nothing is held.
  useLayoutEffect(() => pointers.current?.keepPlace());
  return (
    // What scrolls must be reached by keyboard, too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={frame} className={styles.frame} role="group" aria-label={alt} tabIndex={0} data-image="">
      <div
        className={styles.box}
        style={turned && { width: turned.width * scale, height: turned.height * scale }}
      >
        <img
          className={styles.image}
          src={src}
          alt={alt}
          style={natural && placeOf(natural, scale, turn)}
          referrerPolicy="no-referrer"
          draggable={false}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
            // Of a drawing without a size the browser tells none.
            setNatural({ width: naturalWidth || 300, height: naturalHeight || 150, isSmall });
            onShown?.();
          }}
          onError={onFailed}
        />
      </div>
    </div>
  );
}

function fit({ width, height }: Size, room: Size, mayGrow: boolean): number {
  const fitting = Math.min(room.width / width, room.height / height);
  return mayGrow ? fitting : Math.min(1, fitting);
}

function isCutDown({ width, height }: Size): boolean {
  return Math.max(width, height) >= LARGEST_SMALL;
}

/** Turned about its corner, then pushed back into its box. */
function placeOf({ width, height }: Size, scale: number, turn: number) {
  const x = turn === 90 ? height : turn === 180 ? width : 0;
  const y = turn === 270 ? width : turn === 180 ? height : 0;
  return {
    left: 0,
    width: width * scale,
    height: height * scale,
    transform: `translate(${x * scale}px, ${y * scale}px) rotate(${turn}deg)`,
  };
}

function useSize(element: { readonly current: HTMLElement | null }): Size | undefined {
  const [size, setSize] = useState<Size>();
  useLayoutEffect(() => {
    const box = element.current;
    if (!box) return undefined;
    const measure = () => setSize({ width: box.offsetWidth, height: box.offsetHeight });
    measure();
    return observeBox(box, measure);
  }, [element]);
  return size;
}
