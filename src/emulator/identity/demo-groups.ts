import type { DemoGroup } from '../caller';
import { DEMO_DOMAIN, findUserByAddress } from './demo-directory';

function oidOf(name: string): string {
  return findUserByAddress(`${name}@${DEMO_DOMAIN}`)?.oid ?? '';
}

/** The groups of the organization. Documented like its accounts, they never change. */
export const demoGroups: readonly DemoGroup[] = [
  {
    id: 'bbbbbbbb-0000-4000-8000-000000000001',
    displayName: 'All Company',
    description: 'Everybody at Contoso',
    mail: `allcompany@${DEMO_DOMAIN}`,
    sitePath: '',
    owners: ['admin'].map(oidOf),
    members: ['admin', 'work', 'nodrive', 'adminconsent', 'mfa'].map(oidOf),
    hasTeam: false,
  },
  {
    id: 'bbbbbbbb-0000-4000-8000-000000000002',
    displayName: 'Marketing',
    description: 'Campaigns, pictures, texts',
    mail: `marketing@${DEMO_DOMAIN}`,
    sitePath: '/sites/marketing',
    owners: ['adminconsent'].map(oidOf),
    members: ['adminconsent', 'work', 'mfa'].map(oidOf),
    hasTeam: true,
    channels: ['Campaign 2026'],
  },
  {
    id: 'bbbbbbbb-0000-4000-8000-000000000003',
    displayName: 'Leadership',
    description: 'Not for everybody',
    mail: `leadership@${DEMO_DOMAIN}`,
    sitePath: '/sites/leadership',
    owners: ['admin'].map(oidOf),
    members: ['admin', 'mfa'].map(oidOf),
    hasTeam: true,
  },
];
