import type { Application } from './applications';
import type { DirectoryUser } from './demo-directory';
import { StsFailure } from './sts-failure';
import { tenantAccepts } from './tenants';
import type { Tenant } from './tenants';

/**
 * Whether an application may be used through this authority at all.
 * @throws StsFailure 7000112, 50194, 9002331, 9002332.
 */
export function requireUsable(application: Application, tenant: Tenant): void {
  const { clientId: x, name: y, enabled, signInAudience } = application;
  if (!enabled) throw new StsFailure(7000112, { x, y });
  switch (signInAudience) {
    case 'AzureADMyOrg':
      if (tenant.accepts === 'personal') throw new StsFailure(9002332, { x, y });
      if (tenant.accepts !== 'tenant') throw new StsFailure(50194, { x, y, z: tenant.segment });
      return;
    case 'AzureADMultipleOrgs':
      if (tenant.accepts === 'personal') throw new StsFailure(9002332, { x, y });
      return;
    case 'PersonalMicrosoftAccount':
      if (tenant.accepts !== 'personal') throw new StsFailure(9002331, { x, y });
      return;
    case 'AzureADandPersonalMicrosoftAccount':
  }
}

/** Whether this account may sign in to this application through this authority. */
export function accepts(user: DirectoryUser, tenant: Tenant, application: Application): boolean {
  return tenantAccepts(tenant, user) && (user.kind === 'work' || takesPersonal(application));
}

/** @throws StsFailure 50020, 500208 or 500200 when it may not. */
export function requireAccepted(user: DirectoryUser, tenant: Tenant, application: Application): void {
  if (accepts(user, tenant, application)) return;
  if (tenantAccepts(tenant, user)) throw new StsFailure(500200, { x: user.upn });
  if (tenant.accepts !== 'tenant') throw new StsFailure(500208);
  const { clientId: z, name: w } = application;
  throw new StsFailure(50020, { x: user.upn, y: tenant.name, z, w });
}

/** “Assignment required”. */
export function isAssigned(user: DirectoryUser, application: Application): boolean {
  const { assignedUsers } = application;
  return assignedUsers === undefined || assignedUsers.some((upn) => upn.toLowerCase() === user.upn);
}

function takesPersonal({ signInAudience }: Application): boolean {
  return (
    signInAudience === 'AzureADandPersonalMicrosoftAccount' || signInAudience === 'PersonalMicrosoftAccount'
  );
}
