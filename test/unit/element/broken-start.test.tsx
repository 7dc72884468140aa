import { afterEach, describe, expect, it, vi } from 'vitest';
import '../../../src/element';
import type { OneDriveControlElement } from '../../../src/element';

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

function follow(): string[] {
  const told: string[] = [];
  document.body.addEventListener('od-error', ({ detail }) => told.push(detail.code), { once: true });
  return told;
}

describe('an element whose first rendering fails', () => {
  it('tells it, and refuses its methods with it', async () => {
    vi.spyOn(window, 'reportError').mockImplementation(() => undefined);
    const told = follow();
    const element = document.createElement('onedrive-control');
    // Read in the middle of the first rendering.
    const toJSON = () => {
      throw new Error('of the host');
    };
    Reflect.set(element, 'strings', { toJSON });
    element.getAccessToken = async () => 'token';
    element.graph = 'https://graph.example/v1.0';
    document.body.append(element);
    await expect(element.pick()).rejects.toMatchObject({ name: 'OneDriveError' });
    expect(told).toEqual(['unexpected-answer']);
  });
});

describe('a value that is none, set before the script has come', () => {
  it('is told, and everything else is set all the same', async () => {
    const told = follow();
    const early: OneDriveControlElement = document.createElement('onedrive-control');
    // As where the class came later.
    for (const [name, value] of Object.entries({
      value: 'not json',
      mode: 'pick',
      getAccessToken: async () => 'x',
    })) {
      Object.defineProperty(early, name, { value, configurable: true, enumerable: true, writable: true });
    }
    document.body.append(early);
    expect(told).toEqual(['configuration-invalid']);
    expect(Object.keys(early)).toEqual([]);
    expect(early.getAttribute('mode')).toBe('pick');
    expect(early.value).toBe('');
    expect(early.shadowRoot?.childElementCount).toBeGreaterThan(0);
    expect(() => early.formStateRestoreCallback('not json either')).not.toThrow();
  });
});
