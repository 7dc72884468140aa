import { getShadowDOMAPI } from 'tabster';
import { settleSentinel } from './focus-sentinel';
import { observableOf } from './observable-node';

export type DomApi = ReturnType<typeof createDomApi>;

/**
 * How Tabster walks through a shadow root. Its own shadow observer patches Element.prototype.attachShadow and watches
 * the whole page: one root is all we need.
 */
export function createDomApi() {
  const api = getShadowDOMAPI();
  return {
    ...api,
    appendChild: (parent: Node, child: Node) => {
      settleSentinel(child, parent);
      return api.appendChild?.(parent, child);
    },
    insertBefore: (parent: Node, child: Node, reference: Node | null) => {
      settleSentinel(child, parent);
      return api.insertBefore?.(parent, child, reference);
    },
    createMutationObserver: (callback: MutationCallback) => {
      const observer = new MutationObserver(callback);
      const observe = observer.observe.bind(observer);
      observer.observe = (target, options) => observe(observableOf(target), options);
      return observer;
    },
  };
}
