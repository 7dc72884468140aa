import { EventType, type EventCallbackFunction } from '@azure/msal-browser';
import { describe, expect, it } from 'vitest';
import { createSignInWindow } from '../../../src/auth/msal-window';

/** The application's side: what it tells, and to whom. */
function createApplication() {
  let listener: EventCallbackFunction | undefined;
  return {
    addEventCallback: (given: EventCallbackFunction) => {
      listener = given;
      return 'id';
    },
    removeEventCallback: () => {},
    opens: () => {
      const opened = { closed: false };
      const popupWindow = Object.assign(opened, {
        close: () => {
          opened.closed = true;
        },
      });
      listener?.({
        eventType: EventType.POPUP_OPENED,
        // What of a window is asked here.
        payload: { popupWindow: popupWindow as unknown as Window },
        interactionType: null,
        error: null,
        timestamp: 0,
        correlationId: '',
      });
      return opened;
    },
  };
}

describe('the window of a sign-in', () => {
  it('that is given up before the application tells of it is closed as soon as it does', () => {
    const application = createApplication();
    const window = createSignInWindow();
    window.follow(application, 'one');
    window.close();
    expect(application.opens().closed).toBe(true);
  });

  it('of the next sign-in stays open', () => {
    const application = createApplication();
    const window = createSignInWindow();
    window.follow(application, 'one')();
    window.close();
    window.follow(application, 'two');
    expect(application.opens().closed).toBe(false);
  });
});
