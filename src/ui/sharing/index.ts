export { PeopleWithAccess } from './people-with-access';
export { ShareDialog } from './share-dialog';
