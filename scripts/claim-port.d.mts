export function claimPort(port: number, variable: string): Promise<void>;
