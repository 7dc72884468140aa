import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const PATIENCE = 120_000;
const MOST_OUTPUT = 10_000_000;

interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program to its end. @throws Error with what it said last. */
export async function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(program, [...args], {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      timeout: PATIENCE,
      maxBuffer: MOST_OUTPUT,
    });
    return stdout;
  } catch (error) {
    throw new Error(`${program} ${args[0] ?? ''} failed: ${lastWords(error)}`, { cause: error });
  }
}

function lastWords(error: unknown): string {
  const { stdout, stderr, killed } = error as { stdout?: string; stderr?: string; killed?: boolean };
  if (killed === true) return 'it took too long';
  const lines = `${stdout ?? ''}\n${stderr ?? ''}`.trim().split('\n');
  return lines.slice(-8).join('\n');
}
