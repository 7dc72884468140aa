import { Checkbox, Field } from '@fluentui/react-components';
import { FEATURES, offeredFeatures, permissionsOf, type Feature } from '../outputs/permissions';
import { fillIn } from '../../../locales';
import { Note } from '../note';
import { useSetupStyles } from '../styles';
import { useSetup } from '../use-setup';

/** Sources that come with a later version. */
const NOT_YET: readonly Feature[] = ['sites', 'teams', 'people'];

/** What the page is for, and which permissions that comes to. */
export function PermissionsStep() {
  const { input, change, texts, needless } = useSetup();
  const styles = useSetupStyles();
  const { permissions, reasons } = texts;
  const toggle = (feature: Feature, chosen: boolean) =>
    change({ features: FEATURES.filter((one) => (one === feature ? chosen : input.features.includes(one))) });
  return (
    <>
      <div role="group" aria-label={permissions.title}>
        <Checkbox checked disabled label={permissions.browse} />
        {offeredFeatures(input).map((feature) => (
          <Field key={feature} hint={NOT_YET.includes(feature) ? permissions.notYet : null}>
            <Checkbox
              checked={input.features.includes(feature)}
              label={permissions.features[feature]}
              onChange={(_event, { checked }) => toggle(feature, checked === true)}
            />
          </Field>
        ))}
      </div>
      {needless.length > 0 && (
        <Note kind="warning">{fillIn(permissions.needless, { scopes: needless.join(', ') })}</Note>
      )}
      <h3 className={styles.part}>{permissions.asked}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{permissions.permission}</th>
            <th scope="col">{permissions.reason}</th>
            <th scope="col">{permissions.administrator}</th>
          </tr>
        </thead>
        <tbody>
          {permissionsOf(input).map(({ name }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{reasons[name]}</td>
              <td>{permissions.byDefault}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
