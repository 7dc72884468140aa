import { EventType, type EventMessage, type IPublicClientApplication } from '@azure/msal-browser';
import { ANSWER_CHANNEL } from './answer-channel';
import type { WindowLook } from './identity-client';

/** The window in which somebody signs in. */
export interface SignInWindow {
  look(): WindowLook;
  close(): void;
  /** Follows the window that the application is about to open; returns the function that ends it. */
  follow(application: Pick<IPublicClientApplication, 'addEventCallback' | 'removeEventCallback'>): () => void;
}

export function createSignInWindow(): SignInWindow {
  let popup: Window | undefined;
  let isAnswered = false;
  return {
    look: () => (isAnswered ? 'answered' : lookAt(popup)),
    close: () => popup?.close(),
    follow: (application) => {
      popup = undefined;
      isAnswered = false;
      const opened = application.addEventCallback((event) => {
        popup = popupOf(event) ?? popup;
      });
      const channel = new BroadcastChannel(ANSWER_CHANNEL);
      channel.addEventListener('message', () => {
        isAnswered = true;
      });
      return () => {
        channel.close();
        if (opened) application.removeEventCallback(opened);
      };
    },
  };
}

function popupOf({ eventType, payload }: EventMessage): Window | undefined {
  if (eventType !== EventType.POPUP_OPENED || !payload || !('popupWindow' in payload)) return undefined;
  return payload.popupWindow;
}

function lookAt(popup: Window | undefined): WindowLook {
  if (!popup) return 'none';
  if (popup.closed) return 'closed';
  try {
    // The address of a foreign page can't be read.
    return popup.location.href === '' ? 'none' : 'own';
  } catch {
    return 'foreign';
  }
}
