/** Those of your app registration. */
export const settings = { clientId: 'YOUR-CLIENT-ID', tenant: 'YOUR-TENANT' };
