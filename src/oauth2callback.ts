// The redirect page: hands Microsoft's answer to the page that opened the window, and nothing else. No MSAL
// application, no React, no router here (msal-js 8282, 8271).
import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';
import { ANSWER_CHANNEL } from './auth/answer-channel';

const channel = new BroadcastChannel(ANSWER_CHANNEL);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches this origin only
channel.postMessage('answered');
channel.close();

broadcastResponseToMainFrame().catch(() => {
  // Opened directly, or with an answer that nobody asked for.
  const message = document.getElementById('message');
  if (message) message.textContent = 'This page completes a sign-in. You can close it.';
});
