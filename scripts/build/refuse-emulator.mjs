/** The emulator is for development: a build that would ship it to users fails. */
export function refuseEmulator() {
  return {
    name: 'onedrive-control:refuse-emulator',
    generateBundle(_options, bundle) {
      const found = Object.values(bundle)
        .flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []))
        .find((id) => /[\\/]src[\\/]emulator[\\/]/.test(id));
      if (found) this.error(`The emulator must not be shipped, but ${found} is part of this build.`);
    },
  };
}
