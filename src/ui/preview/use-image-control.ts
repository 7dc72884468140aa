import { useState } from 'react';
import { createImageControl, type ImageControl } from './image-control';

/** Another file begins whole and upright. */
export function useImageControl(id: string): ImageControl {
  const [held, setHeld] = useState(() => ({ id, control: createImageControl() }));
  if (held.id === id) return held.control;
  const next = { id, control: createImageControl() };
  setHeld(next);
  return next.control;
}
