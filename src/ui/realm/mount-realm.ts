import { createRealm } from './create-realm';
import { keepTyping } from './keep-typing';
import { joinSharedSheets } from './shared-sheets';

/** The places of one shadow root that React renders into. */
export interface MountedRealm {
  readonly document: Document;
  /** What the page sees of it. */
  readonly host: Element;
  readonly body: HTMLElement;
  /** In the top layer of the page: dialogs and menus escape the host's clipping, transforms and z-index. */
  readonly layer: HTMLElement;
  /** Out of reach for pointer, keyboard and assistive technology, what floats above it too. */
  readonly disable: (on: boolean) => void;
  readonly unmount: () => void;
}

export function mountRealm(root: ShadowRoot): MountedRealm {
  const page = root.ownerDocument;
  const { adopt, leave } = joinSharedSheets(root);
  const body = page.createElement('div');
  body.className = 'body';
  const layer = page.createElement('div');
  layer.className = 'layer';
  layer.setAttribute('popover', 'manual');
  body.append(layer);
  root.append(body);
  const stopFollowing = keepOnTop(body, layer);
  const stopKeeping = keepTyping(root);
  return {
    document: createRealm(root, body, adopt),
    host: root.host,
    body,
    layer,
    disable: (on) => {
      body.inert = on;
    },
    unmount: () => {
      stopFollowing();
      stopKeeping();
      leave();
      body.remove();
    },
  };
}

// A move in the document closes a popover (the layer's size becomes zero); a modal <dialog> around us that opens
// later would cover it (our own size was zero before). Then the layer is shown anew.
function keepOnTop(body: HTMLElement, layer: HTMLElement): () => void {
  let visible = false;
  const show = () => {
    const now = body.isConnected && body.getClientRects().length > 0;
    if (now && (!visible || !layer.matches(':popover-open'))) {
      if (layer.matches(':popover-open')) layer.hidePopover();
      layer.showPopover();
    }
    visible = now;
  };
  const observer = new ResizeObserver(show);
  observer.observe(body);
  observer.observe(layer);
  show();
  return () => observer.disconnect();
}
