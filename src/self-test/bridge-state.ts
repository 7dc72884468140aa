/**
 * The `state` of a request, written as MSAL writes it: its redirect bridge broadcasts the answer under `id`, for frames
 * of another id than those that MSAL itself waits for.
 */
export function bridgeState(id: string): string {
  return btoa(JSON.stringify({ id, meta: { interactionType: 'silent' } }));
}
