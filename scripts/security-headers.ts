import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { resolveCloud, type CloudChoice } from '../src/auth/cloud';
import {
  CALLBACK_HEADERS,
  FILE_HEADERS,
  HASHED_HEADERS,
  pageHeaders,
  type Headers,
} from './response-headers';

const CONFIGURATION = 'public/onedrive.config.json';

/** `npm run preview` serves the production build under the headers that a real host should send. */
export function securityHeaders(): Plugin {
  return {
    name: 'onedrive-control:security-headers',
    configurePreviewServer(server) {
      const page = headersOfPage();
      server.middlewares.use((request, response, next) => {
        const path = request.url?.split(/[?#]/)[0] ?? '';
        setHeaders(response, { ...FILE_HEADERS, ...headersOf(path, page) });
        next();
      });
    },
  };
}

function headersOfPage(): Headers {
  if (existsSync(CONFIGURATION)) {
    const choice: CloudChoice = JSON.parse(readFileSync(CONFIGURATION, 'utf8'));
    return pageHeaders({ cloud: resolveCloud(choice) });
  }
  const port = process.env.EMULATOR_PORT ?? '5174';
  const bytesPort = process.env.BYTES_PORT ?? '5175';
  return pageHeaders({
    cloud: resolveCloud({ authority: `http://localhost:${port}/common` }),
    bytesOrigins: [`http://localhost:${bytesPort}`],
  });
}

function headersOf(path: string, page: Headers): Headers {
  if (path.endsWith('/oauth2callback.html')) return CALLBACK_HEADERS;
  // A file that is missing for a moment must not be missing for a year.
  return path.includes('/assets/') && existsSync(join('dist/app', path)) ? HASHED_HEADERS : page;
}

function setHeaders(response: ServerResponse, headers: Headers): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
