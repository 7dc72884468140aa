import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ReadableStore } from '../lib';
import type { ControlModel } from './control-model';

const ControlContext = createContext<ControlModel | undefined>(undefined);

export const ControlProvider = ControlContext.Provider;

/** The model of the control this component belongs to. @throws TypeError outside of a ControlProvider */
export function useControl(): ControlModel {
  const control = useContext(ControlContext);
  if (!control) throw new TypeError('useControl needs a ControlProvider above it.');
  return control;
}

/** The store's value, followed. */
export function useStore<T>(store: ReadableStore<T>): T {
  return useSyncExternalStore(store.subscribe, store.get, store.get);
}
