import { useCallback } from 'react';
import type { PickRefusal } from '../../drive';
import { describeRefusal } from '../refusal-text';
import { useText } from '../text';

/** Says why something can't be chosen. */
export function useRefusalText(): (refusal: PickRefusal) => string {
  const text = useText();
  return useCallback((refusal) => describeRefusal(refusal, text), [text]);
}
