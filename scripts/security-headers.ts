import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { resolveCloud, type CloudChoice } from '../src/auth/cloud';
import { CALLBACK_POLICY, contentSecurityPolicy } from '../src/control/content-security-policy';

const CONFIGURATION = 'public/onedrive.config.json';

/** `npm run preview` serves the production build under the headers that a real host should send. */
export function securityHeaders(): Plugin {
  return {
    name: 'onedrive-control:security-headers',
    configurePreviewServer(server) {
      const page = pagePolicy();
      server.middlewares.use((request, response, next) => {
        const callback = request.url?.split(/[?#]/)[0]?.endsWith('/oauth2callback.html') ?? false;
        setHeaders(response, callback, page);
        next();
      });
    },
  };
}

function pagePolicy(): string {
  if (existsSync(CONFIGURATION)) {
    const choice: CloudChoice = JSON.parse(readFileSync(CONFIGURATION, 'utf8'));
    return contentSecurityPolicy({ cloud: resolveCloud(choice) });
  }
  const port = process.env.EMULATOR_PORT ?? '5174';
  const bytesPort = process.env.BYTES_PORT ?? '5175';
  return contentSecurityPolicy({
    cloud: resolveCloud({ authority: `http://localhost:${port}/common` }),
    bytesOrigins: [`http://localhost:${bytesPort}`],
  });
}

function setHeaders(response: ServerResponse, callback: boolean, page: string): void {
  response.setHeader('Content-Security-Policy', callback ? CALLBACK_POLICY : page);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  // The redirect page must stay without COOP: MSAL's redirect bridge relies on its opener.
  if (callback) response.setHeader('Cache-Control', 'no-store');
  else response.setHeader('Cross-Origin-Opener-Policy', 'same-origin-allow-popups');
}
