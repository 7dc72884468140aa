/** Each tab keeps the account it works with, though MSAL remembers only one for all of them. */
export function createTabChoice(storage: Storage | undefined, clientId: string) {
  const key = `onedrive-control.account.${clientId}`;
  return {
    get: () => storage?.getItem(key) ?? undefined,
    set: (id: string) => {
      try {
        storage?.setItem(key, id);
      } catch {
        // A tab that is full begins its next load with whom MSAL remembers.
      }
    },
    clear: () => storage?.removeItem(key),
  };
}
