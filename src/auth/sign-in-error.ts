import * as v from 'valibot';
import { OneDriveError } from '../lib';
import { scrub } from './scrub';
import { codeOfSignIn } from './sign-in-codes';

const schema = v.looseObject({
  errorCode: v.optional(v.string(), ''),
  subError: v.optional(v.string(), ''),
  errorNo: v.optional(v.union([v.string(), v.number()]), ''),
  errorMessage: v.optional(v.string(), ''),
  claims: v.optional(v.string()),
  correlationId: v.optional(v.string()),
});

/** So long (milliseconds) MSAL asks nothing more of a login host that was not well: it repeats what it was told. */
const REST_OF_MSAL = 60_000;

/** Any failure of the identity library as the control's error; the AADSTS number is kept for the details. */
export function toSignInError(reason: unknown): OneDriveError {
  if (reason instanceof OneDriveError) return reason;
  const { output, success } = v.safeParse(schema, reason);
  if (!success) return new OneDriveError('sign-in-failed', { cause: reason });
  const number = readNumber(output);
  const code = codeOfSignIn(number, output.errorCode);
  return new OneDriveError(code, {
    retryAfter: code === 'unavailable' ? REST_OF_MSAL : undefined,
    serviceCode: number ? `AADSTS${number}` : output.errorCode,
    serviceText: readSentence(output.errorMessage),
    requestId: output.correlationId || undefined,
    claims: output.claims || undefined,
    cause: reason,
  });
}

/** MSAL repeats a throttled failure with nothing but its numbers as the code, the precise one first. */
function readNumber({ errorNo, errorCode, errorMessage }: v.InferOutput<typeof schema>): string {
  if (errorNo !== '') return String(errorNo);
  return /^(\d+)(?: \d+)*$/.exec(errorCode)?.[1] ?? /AADSTS(\d+)/.exec(errorMessage)?.[1] ?? '';
}

/** Microsoft's own words, without what follows them line by line (ids, time), and scrubbed. */
function readSentence(message: string): string | undefined {
  const sentence = /AADSTS\d+: ([^\r\n]+)/.exec(message)?.[1];
  return sentence && scrub(sentence);
}
