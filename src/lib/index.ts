export { backoff, parseRetryAfter } from './backoff';
export {
  beginOfDay,
  createBrowserEnvironment,
  createHashThread,
  createSealKey,
  createSealKeyOf,
  formatInstant,
  onPolicyRefusal,
  parseInstant,
  parseServiceTime,
  probeStorage,
  seal,
  sha256,
  unseal,
  type ChosenFile,
  type Environment,
  type PolicyRefusal,
  type Sealed,
} from './environment';
export {
  failedAt,
  invalidSetting,
  isCancelled,
  OneDriveError,
  toOneDriveError,
  type ErrorCode,
  type ErrorDetails,
  type Retry,
} from './errors';
export { answered, hasDatabase, transact } from './database';
export { withDeadline } from './deadline';
export { insistOn, loadCode } from './load-code';
export { explainLostRequest } from './lost-request';
export { makePresentation, makeWordDocument, makeWorkbook } from './office';
export { numberedName } from './numbered-name';
export { createPaced } from './paced';
export { createQuickXorHash, type QuickXorHash } from './quick-xor-hash';
export { readPieces } from './read-pieces';
export { serveHashes, type HashAnswer, type HashErrand } from './serve-hashes';
export { createSecretUrl, revealSecretUrl, type SecretUrl } from './secret-url';
export { isLoopback, isSecureAddress } from './secure-address';
export { sleep } from './sleep';
export { tellHost } from './tell-host';
export { createStore, type ReadableStore, type Store } from './store';
export { untilAborted } from './until-aborted';
export {
  failureOf,
  type Happening,
  type Report,
  type RequestRun,
  type Telemetry,
  type TelemetryEvent,
} from './telemetry';
export { createThrottleGate, type ThrottleGate } from './throttle-gate';
export { untilStore } from './until-store';
