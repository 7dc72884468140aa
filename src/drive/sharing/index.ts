export { createSharing } from './create-sharing';
export {
  defaultScope,
  withoutRefused,
  type LinkScope,
  type LinkType,
  type LinkWish,
  type OptionRefusal,
  type OptionRefusals,
  type SharingOption,
} from './link-terms';
export { createLaterSharing } from './later-sharing';
export { parseAddresses, type AddressToken } from './parse-addresses';
export type { ItemSharing, MadeLink, Sharing } from './sharing';
export type { AccessEntry, ChangedRole } from './sharing-state';
