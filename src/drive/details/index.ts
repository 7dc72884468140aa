export type { Activity, ActivityEvent, ViewCounts } from './activity';
export { createDetails } from './create-details';
export type { FollowingSection } from './create-section';
export type { Details } from './details';
export type { ItemField } from './read-fields';
export type { Section } from './section';
