import * as v from 'valibot';
import { areHeaders } from '../sendable-headers';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const bytes = v.pipe(v.number(), v.integer(), v.minValue(0));
const milliseconds = v.pipe(v.number(), v.minValue(0), v.maxValue(600_000));

const regularExpression = v.pipe(
  v.string(),
  v.check(isRegularExpression, 'is not a regular expression'),
  v.transform((source) => new RegExp(source)),
);

const effectSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('status'),
    status: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
    headers: v.optional(v.pipe(v.record(v.string(), v.string()), v.check(areHeaders, 'can’t be sent'))),
    /** Text is sent as it is, anything else as JSON; without it, an error in the host's shape. */
    body: v.optional(v.unknown()),
  }),
  v.strictObject({ kind: v.literal('cut'), afterBytes: v.optional(bytes) }),
  v.strictObject({ kind: v.literal('delay'), ms: milliseconds }),
  /** The connection stays open and nothing more comes. */
  v.strictObject({ kind: v.literal('stall') }),
  v.strictObject({ kind: v.literal('claims-challenge') }),
]);

const ruleSchema = v.strictObject({
  match: v.optional(
    v.strictObject({
      method: v.optional(
        v.pipe(
          v.string(),
          v.transform((method) => method.toUpperCase()),
        ),
      ),
      /** Tested against the path with its query. */
      path: v.optional(regularExpression),
      origin: v.optional(v.picklist(['login', 'bytes'])),
    }),
    {},
  ),
  /** The first matching request that is hit, from 1. */
  nth: v.optional(count, 1),
  /** How many matching requests are hit from there on. */
  times: v.optional(count, 1),
  phase: v.picklist(['before', 'during', 'after']),
  effect: effectSchema,
});

/** The body of `POST /_emulator/faults`. */
export const faultRulesSchema = v.array(ruleSchema);

export type FaultRule = v.InferOutput<typeof ruleSchema>;
export type FaultEffect = FaultRule['effect'];

function isRegularExpression(source: string): boolean {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
}
