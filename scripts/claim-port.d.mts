export function readPort(variable: string, fallback: number): number;
export function claimPort(port: number, variable: string): Promise<void>;
