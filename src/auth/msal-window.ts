import { EventType, type EventMessage, type IPublicClientApplication } from '@azure/msal-browser';
import { onAnswer } from './answer-channel';
import type { WindowLook } from './identity-client';

/** The window in which somebody signs in. */
export interface SignInWindow {
  look(): WindowLook;
  close(): void;
  /**
   * Follows the window that the application is about to open; returns the function that ends it.
   *
   * @param name of the sign-in, in the request's state: those of other tabs and hidden renewals answer as well
   */
  follow(
    application: Pick<IPublicClientApplication, 'addEventCallback' | 'removeEventCallback'>,
    name: string,
  ): () => void;
}

export function createSignInWindow(): SignInWindow {
  let popup: Window | undefined;
  let isAnswered = false;
  // A refusal may be known before MSAL tells of the window.
  let isGivenUp = false;
  return {
    look: () => (isAnswered ? 'answered' : lookAt(popup)),
    close: () => {
      isGivenUp = true;
      popup?.close();
    },
    follow: (application, name) => {
      popup = undefined;
      isAnswered = false;
      isGivenUp = false;
      const opened = application.addEventCallback((event) => {
        popup = popupOf(event) ?? popup;
        if (isGivenUp) popup?.close();
      });
      const deafen = onAnswer(name, () => {
        isAnswered = true;
      });
      return () => {
        deafen();
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
