export { isCut } from './cut';
export type { Answer, Cut } from './cut';
export { createEmulator } from './emulator';
export type { Emulator, EmulatorOptions, RequestContext } from './emulator';
export { isLoopbackHost } from '../loopback';
