import { messagePage } from './pages/message-page';
import { stsCatalogue } from './sts-catalogue';

/** `/error?code=50011`: what an error number means; `error_uri` of every error points here. */
export function errorEndpoint(request: Request): Promise<Response> {
  const code = new URL(request.url).searchParams.get('code') ?? '';
  const entry = Object.entries(stsCatalogue).find(([number]) => number === code);
  if (entry === undefined) return messagePage('Unknown error', 'No error has this number.', 404);
  return messagePage(`AADSTS${code}`, entry[1].text.replaceAll(/\{[w-z]\}/g, '…'));
}
