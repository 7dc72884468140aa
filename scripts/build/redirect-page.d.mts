export function buildRedirectPage(outDir: string): Promise<void>;
