import type { ControlModel, SavingPort } from '../control-model';
import { unsavedFiles } from '../save/unsaved-files';
import { saveFiles } from './save-files';
import type { Session } from './session';

/**
 * What a page wants to have saved outlives its way to Microsoft and back. The call of `save()` itself does not: on the
 * page that comes back the control says by `od-save` and `od-cancel` what has become of it.
 *
 * @param ended aborted when the control is gone
 */
export function keepSaving(control: ControlModel, session: Session, ended: AbortSignal): SavingPort {
  return {
    unsaved: () => {
      const request = session.saving.get();
      return request && unsavedFiles(control, request);
    },
    again: ({ files, folder, conflictBehavior }) => {
      // Nobody waits for it.
      saveFiles({ control, session }, files, { folder, conflictBehavior }, ended).catch(() => undefined);
    },
    giveUp: () => session.tellCancelled(),
  };
}
