import { toOneDriveError } from '../../lib';
import type { Check } from '../check';
import { failed, passed, unchecked } from '../outcome';
import { testFilePath } from '../test-file';

/** The test file is gone again. Runs whatever else has happened, also where the test was given up. */
export const cleanUp: Check = {
  id: 'clean-up',
  needs: [],
  run: async ({ parts, files, signal }) => {
    const file = files.begun();
    if (!file) return unchecked('not-needed');
    try {
      await parts().graph.delete({ path: testFilePath(file), access: 'write', signal });
      return passed();
    } catch (reason) {
      const { code } = toOneDriveError(reason);
      return code === 'not-found' ? passed() : failed('file-left', { name: file.name, code });
    }
  },
};
