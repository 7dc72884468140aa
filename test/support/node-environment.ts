import { createBrowserEnvironment, createStore, type Environment } from '../../src/lib';

/** The browser's own, without a page around it: always online, nothing to ask before leaving, no policy. */
export function createNodeEnvironment(): Environment {
  return {
    ...createBrowserEnvironment(),
    online: createStore(true),
    attention: createStore(true),
    askBeforeLeaving: () => () => undefined,
    rememberForbidden: () => () => undefined,
    lock: async () => undefined,
    freeSpace: async () => undefined,
  };
}
