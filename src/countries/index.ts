// What the law and the networks say, country by country: numbers, hours, senders, words.
export {
  type AdvertisingContext,
  type AdvertisingReading,
  advertisingScoreMin,
  type FoundSignal,
  readNameForAdvertising,
  readsLikeAdvertising,
} from './advertising.ts'
export type { SignalId } from './advertising-words.ts'
export { type Authority, authorityOf } from './authorities.ts'
export { comesOfAge } from './comes-of-age.ts'
export {
  type ContentWarning,
  contentWarnings,
  type FoundBan,
  type FoundWarning,
  readContentWarnings,
  readSectorBans,
  readShorteners,
} from './content-warnings.ts'
export { countries, countryRules, reviewedRules, rulesVersion } from './country-rules.ts'
export { describeCountries } from './describe-countries.ts'
export { describeNumbers } from './describe-numbers.ts'
export {
  type AccountWindow,
  type ClosedReason,
  checkHours,
  closedReasons,
  type HoursRefusal,
  holidaysOf,
  hoursRefusals,
  isWithinSoftHours,
  marketingWindow,
  type WindowAnswer,
  type WindowOptions,
} from './marketing-window.ts'
export {
  type CountryCode,
  mayReach,
  type NumberKind,
  type NumberOptions,
  type NumberReach,
  type NumberReading,
  type NumberReason,
  type NumberRepair,
  numberKinds,
  numberReasons,
  reachOf,
} from './number-reading.ts'
export { numberStatements } from './number-statements.ts'
export {
  type MentionRefusal,
  type MentionResult,
  mentionRefusals,
  type StopRoute,
  withOptOutMention,
} from './opt-out-mention.ts'
export {
  areaOfPostcode,
  lawOf,
  territoryOfPostcode,
  wholePostcode,
  zonesOf,
} from './places.ts'
export { readNumber } from './read-number.ts'
export {
  type ReadReply,
  type ReplyMeaning,
  type ReplyReading,
  replyMeanings,
  replyReader,
} from './replies/read-reply.ts'
export { type ReplyLanguage, replyLanguages } from './replies/tables.ts'
export {
  type BothLanguages,
  type CountryRules,
  type DraftRules,
  type Evidence,
  type FrequencyCap,
  type Holiday,
  type Hours,
  type MarketingLegalBasis,
  marketingLegalBases,
  type NumberStatement,
  type RetentionDefaults,
  type ReviewedRules,
  type SectorBan,
  type SenderRules,
  type Source,
  type Sourced,
  type Weekday,
  weekdays,
} from './rules.ts'
export { sayClosed, sayNumberReason, saySignal } from './say.ts'
export { checkSender, type SenderReading, type SenderRefusal, senderRefusals } from './senders.ts'
export {
  dayIn,
  endOfDay,
  instantOf,
  isoDateOf,
  laterIn,
  wallTimeOf,
  weekdayOf,
} from './zone-clock.ts'
