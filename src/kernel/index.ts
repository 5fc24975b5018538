// The words that every room uses.
export { latestBirthDay } from './birth-date.ts'
export { type Caller, type Language, type Right, rights } from './caller.ts'
export type { DataKind, DataLabel, DataMap } from './data-map.ts'
export {
  AppError,
  assert,
  BugError,
  type ErrorDetail,
  type ErrorKind,
  errorKinds,
  unreachable,
} from './errors.ts'
export { grouped } from './grouped.ts'
export { beginningOf, endsOf, heardLimits } from './heard-text.ts'
export { idMaker } from './id-maker.ts'
export {
  type AccountId,
  asId,
  type Branded,
  type CampaignId,
  type ContactId,
  type ControllerId,
  type CustomFieldId,
  type EntryId,
  firstIdOf,
  type ImportId,
  isUuid,
  type ListId,
  type MessageId,
  type RouteId,
  type SegmentId,
  type SubjectId,
  type TokenId,
  type UserId,
  uuidText,
  uuidV7,
  type WordingId,
} from './ids.ts'
export { isNear } from './is-near.ts'
export { asE164, type E164, maskNumber, spacedNumber } from './number.ts'
export { Personal, type RevealPurpose } from './personal.ts'
export { type Repeated, repeated } from './repeated.ts'
export { saidDay } from './said-day.ts'
export { sameDayLater } from './same-day-later.ts'
export {
  type Clock,
  type Instant,
  isoTime,
  isoTimeOrNull,
  type MakeId,
  type Randomness,
  type Timers,
} from './time.ts'
export { erasesFromAfter } from './told-before.ts'
export { utf8Bytes } from './utf8.ts'
