import type { DomApi } from './dom-api';

let api: DomApi | undefined;

/** Fluent's focus handling (Tabster) is loaded with the first part that needs it; it finds this in the realm. */
export async function loadFocusApi(): Promise<void> {
  if (api) return;
  const { createDomApi } = await import('./dom-api');
  api = createDomApi();
}

/** @throws TypeError where a component that needs it is part of the first screen: make it a later one */
export function getFocusApi(): DomApi {
  if (!api) throw new TypeError('Components with Fluent’s focus handling are loaded by later().');
  return api;
}
