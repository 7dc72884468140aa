import { useMemo } from 'react';
import { useControl } from '../control-context';
import { useText } from '../text';
import { useViewOptions } from '../view-options';
import { useViewState } from '../view-state';
import type { ActionParts } from './situation';

export function useActionParts(): ActionParts {
  const control = useControl();
  const view = useViewState();
  const options = useViewOptions();
  const text = useText();
  return useMemo(() => ({ control, view, options, text }), [control, view, options, text]);
}
