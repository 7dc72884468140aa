import { DEMO_DOMAIN, DEMO_TENANT_ID, DEMO_TENANT_NAME, PERSONAL_TENANT_ID } from './demo-directory';
import type { DirectoryUser } from './demo-directory';
import { StsFailure } from './sts-failure';

/** The first path segment of an authority, resolved. */
export interface Tenant {
  /** As the client wrote it; links on pages keep it. */
  readonly segment: string;
  /** For sentences: “Contoso”, “common”. */
  readonly name: string;
  /** What discovery answers as the issuer's tenant; `{tenantid}` where several are possible. */
  readonly issuerTenant: string;
  readonly accepts: 'any' | 'organizations' | 'personal' | 'tenant';
}

/** Resolves a tenant segment. @throws StsFailure 90002 for one that does not exist. */
export function requireTenant(segment: string): Tenant {
  switch (segment.toLowerCase()) {
    case 'common':
      return { segment, name: 'common', issuerTenant: '{tenantid}', accepts: 'any' };
    case 'organizations':
      return { segment, name: 'organizations', issuerTenant: '{tenantid}', accepts: 'organizations' };
    case 'consumers':
    case PERSONAL_TENANT_ID:
      return { segment, name: 'Microsoft account', issuerTenant: PERSONAL_TENANT_ID, accepts: 'personal' };
    case DEMO_TENANT_ID:
    case DEMO_DOMAIN:
      return { segment, name: DEMO_TENANT_NAME, issuerTenant: DEMO_TENANT_ID, accepts: 'tenant' };
    default:
      throw new StsFailure(90002, { x: segment });
  }
}

/** Whether an account may sign in through this authority. */
export function tenantAccepts(tenant: Tenant, user: DirectoryUser): boolean {
  switch (tenant.accepts) {
    case 'any':
      return true;
    case 'personal':
      return user.kind === 'personal';
    case 'organizations':
    case 'tenant':
      return user.kind === 'work';
  }
}
