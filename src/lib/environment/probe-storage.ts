const KEY = 'onedrive-control.probe';

/** Whether the browser lets this page keep something there, and gives it back. */
export function probeStorage(location: 'sessionStorage' | 'localStorage'): boolean {
  try {
    const storage = globalThis[location];
    storage.setItem(KEY, '1');
    const kept = storage.getItem(KEY) === '1';
    storage.removeItem(KEY);
    return kept;
  } catch {
    // Reading the property already throws where the browser blocks it.
    return false;
  }
}
