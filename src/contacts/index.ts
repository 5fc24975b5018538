// Public interface of contacts: people, lists, and the organisation each belongs to.
export { actOnNumber, lookAtNumbers, type NumbersDeps } from './ask-of-numbers.ts'
export { plainFields } from './body.ts'
export type {
  AudienceMember,
  AudiencePage,
  BatchReport,
  Contact,
  ContactBatch,
  ContactBody,
  ContactFields,
  ContactRow,
  ContactStanding,
  Controller,
  List,
  OpenedContact,
  SavedRow,
} from './contact.ts'
export type { Contacts } from './contacts.ts'
export {
  type ContactFieldName,
  contactFieldNames,
  type MarketingState,
  marketingStates,
  type PersonStatus,
  personStatuses,
} from './contract.ts'
export { createContacts } from './create-contacts.ts'
export { type CustomField, readCustomFields } from './custom-fields/custom-fields-store.ts'
export {
  type CustomValues,
  customViewsOf,
  viewCustom,
} from './custom-fields/custom-values.ts'
export { contactsDataMap } from './data-map.ts'
export type {
  ContactsDeps,
  ErasureAsked,
  Erasures,
  KeptCounts,
  Leaving,
  LeavingWhy,
  NamesElsewhere,
  StatusAbout,
  Statuses,
} from './deps.ts'
export { contactsError, contactsErrorCodes, contactsErrorKinds } from './errors.ts'
export { exportEverybody } from './export-contacts.ts'
export { emailTag } from './found-by.ts'
export {
  type AudienceName,
  audienceNames,
  findAudiencesByName,
  listNamesOf,
} from './lists/list-store.ts'
export { toldNo } from './merge-contact.ts'
export { viewRetention, type WhoStays } from './retention.ts'
export type { Written } from './rights/keepable.ts'
export { contactsRoutes } from './routes.ts'
export { createSegmentChoice, type SegmentChoice } from './segments/choose-audience.ts'
export { type FieldsInUse, fieldsInUse, newestContactAt } from './status/fields-in-use-store.ts'
export { keepCounts } from './status/keep-counts.ts'
export { peopleOf } from './status/person-status.ts'
export { hasListed } from './status/reach-store.ts'
export { isLargeAccount } from './status/status-store.ts'
export {
  contactIdsOf,
  countContacts,
  hasContacts,
  holdContactsOf,
  holdFreeContactsOf,
  lockContactsOf,
  readEveryone,
  restrictedAmong,
  restrictedPeople,
} from './store.ts'
export { type SweepRetentionDeps, sweepRetention } from './sweep-retention.ts'
export { runTagging, type TagDeps, tagContacts } from './tag-contacts.ts'
