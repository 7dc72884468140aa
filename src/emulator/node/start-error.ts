/** The emulator can't start; the message is the one sentence a person needs. */
export class EmulatorStartError extends Error {
  override readonly name = 'EmulatorStartError';
}
