import { Link } from '@fluentui/react-components';
import type { CloudName } from '../../../auth';
import { fillIn } from '../../../locales';
import { CodeBox } from '../code-box';
import { permissionsOf } from '../outputs/permissions';
import { useSetupStyles } from '../styles';
import { useSetup } from '../use-setup';

/** Where apps of a cloud are registered. Source: Microsoft Entra documentation, national clouds. */
const PORTALS: Readonly<Record<CloudName, { readonly name: string; readonly address: string }>> = {
  global: { name: 'Microsoft Entra admin center', address: 'https://entra.microsoft.com' },
  usgov: { name: 'Azure portal for US Government', address: 'https://portal.azure.us' },
  'usgov-dod': { name: 'Azure portal for US Government', address: 'https://portal.azure.us' },
  china: { name: 'Azure portal China', address: 'https://portal.azure.cn' },
};

/** The registration in the portal, click by click. */
export function ByHand({ cloud }: { readonly cloud: CloudName }) {
  const { input, texts, redirectUris } = useSetup();
  const styles = useSetupStyles();
  const { hand } = texts.register;
  const portal = PORTALS[cloud];
  const [before = '', after = ''] = hand.open.split('{portal}');
  const [own = '', ...others] = redirectUris;
  const permissions = permissionsOf(input).map(({ name }) => name);
  return (
    <ol className={styles.list}>
      <li>
        {before}
        <Link href={portal.address} target="_blank" rel="noreferrer" inline>
          {portal.name}
        </Link>
        {after}
      </li>
      <li>{fillIn(hand.name, { name: input.name.trim() })}</li>
      <li>{fillIn(hand.audience, { audience: texts.accounts.audiences[input.audience] })}</li>
      <li>
        {hand.platform}
        <CodeBox label={texts.addresses.own} code={own} />
      </li>
      <li>{hand.register}</li>
      {others.length > 0 && (
        <li>
          {hand.moreUris}
          <CodeBox label={texts.addresses.more} code={others.join('\n')} />
        </li>
      )}
      <li>{fillIn(hand.permissions, { permissions: permissions.join(', ') })}</li>
      <li>{hand.consent}</li>
    </ol>
  );
}
