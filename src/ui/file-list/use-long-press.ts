import { useRef, type PointerEvent } from 'react';
import { createBrowserEnvironment } from '../../lib';

const LONG_PRESS = 500;
/** Pixels a finger may tremble before a press becomes a scroll. */
const TREMBLE = 10;

const environment = createBrowserEnvironment();

interface Press {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly cancel: () => void;
}

const NO_PRESS: Press = { type: '', x: 0, y: 0, cancel: () => {} };

/** Tells a finger's long press from its tap. `begin` gives what a long press does, if anything. */
export function useLongPress(begin: (event: PointerEvent) => (() => void) | undefined) {
  const press = useRef(NO_PRESS);
  const done = useRef(false);
  const stop = () => press.current.cancel();
  return {
    isTouch: () => press.current.type === 'touch',
    /** The press has done its work already: the click that follows it means nothing. */
    isDone: () => done.current,
    stop,
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        stop();
        done.current = false;
        const act = event.pointerType === 'touch' ? begin(event) : undefined;
        const cancel = act
          ? environment.after(LONG_PRESS, () => {
              done.current = true;
              act();
            })
          : NO_PRESS.cancel;
        press.current = { type: event.pointerType, x: event.clientX, y: event.clientY, cancel };
      },
      onPointerMove: (event: PointerEvent) => {
        const { x, y } = press.current;
        if (Math.hypot(event.clientX - x, event.clientY - y) > TREMBLE) stop();
      },
      onPointerUp: stop,
      onPointerCancel: stop,
    },
  };
}
