/**
 * On this channel the redirect page says that it has Microsoft's answer, before it hands it to MSAL and closes: the
 * window that is gone then was not closed by the user. Apart, because the redirect page has this file too.
 */
export const ANSWER_CHANNEL = 'onedrive-control.answered';
