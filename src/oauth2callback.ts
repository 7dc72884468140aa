// The redirect page: hands Microsoft's answer to the page that opened the window, and nothing else. No MSAL
// application, no React, no router here (msal-js 8282, 8271).
import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';
import { announceAnswer } from './auth/answer-channel';

announceAnswer(location);

broadcastResponseToMainFrame().catch(() => {
  // Opened directly, or with an answer that nobody asked for.
  const message = document.getElementById('message');
  if (message) message.textContent = 'This page completes a sign-in. You can close it.';
});
