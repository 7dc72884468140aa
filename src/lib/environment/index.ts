export type { ChosenFile, Environment } from './environment';
export { createBrowserEnvironment } from './browser-environment';
export { createHashThread } from './hash-thread';
export { beginOfDay, formatInstant, parseInstant, parseServiceTime } from './instant';
export { onPolicyRefusal, type PolicyRefusal } from './policy-refusals';
export { probeStorage } from './probe-storage';
export { createSealKey, createSealKeyOf, seal, unseal, type Sealed } from './seal';
export { sha256 } from './sha256';
