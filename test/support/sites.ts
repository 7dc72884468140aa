/** Where a copy of the SPA and its emulator listen during the browser tests, away from `npm start`'s ports. */
export interface Site {
  readonly port: number;
  readonly emulatorPort: number;
  readonly bytesPort: number;
  readonly page: string;
  readonly emulator: string;
  readonly bytes: string;
}

/** Added to every port, so that two checkouts on one machine can play their journeys at once. */
const offset = Number(process.env['SITE_PORTS'] ?? 0);

function site(basePort: number): Site {
  const port = basePort + offset;
  return {
    port,
    emulatorPort: port + 1,
    bytesPort: port + 2,
    page: `http://localhost:${port}`,
    emulator: `http://localhost:${port + 1}`,
    bytes: `http://localhost:${port + 2}`,
  };
}

export const SITES = {
  /** The SPA on the dev server. */
  development: site(6173),
  /** The SPA's build, under its real headers. */
  production: site(7173),
  /** The same once more, so that half of its journeys run beside the others. */
  files: site(7273),
  /** The emulator alone: the pages around the built element are the tests' own. */
  element: site(8173),
  /** The same, for pages that are hard on whatever is embedded in them. */
  host: site(8273),
} as const;

export type SiteName = keyof typeof SITES;

export function isSiteName(name: string): name is SiteName {
  return Object.hasOwn(SITES, name);
}
