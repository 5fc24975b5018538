// What a country's rules are made of: dated values, each with its source beside it.
import type { Language } from '../kernel/index.ts'
import type { CountryCode } from './number-reading.ts'

/** How far the source was followed: read; quoted by others; remembered; our own cautious choice. */
export type Evidence = 'read' | 'second_hand' | 'memory' | 'default'

export type Source = {
  title: string
  article: string
  url: string
  /** The day it was checked, YYYY-MM-DD. */
  checkedOn: string
  evidence: Evidence
}
export type Sourced<T> = { value: T; source: Source }

export type BothLanguages = Readonly<Record<Language, string>>

/** Local wall time, "HH:MM"; open from `from` until just before `until`. */
export type Hours = { from: string; until: string }

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

export const marketingGrounds = ['opt_in', 'soft_opt_in', 'b2b_opt_out'] as const
export type MarketingGround = (typeof marketingGrounds)[number]

export type FrequencyCap = { count: number; days: number }

export type SenderRules = {
  lengthMin: number
  lengthMax: number
  /** What a sender name may be made of, as the inside of a character class. */
  characters: string
  needsLetter: boolean
  /** Names that tell nothing of who sends. Compared in capitals. */
  generic: readonly string[]
  /** Names of bodies that are imitated: usable with a written authorisation only. */
  sensitive: readonly string[]
}

export type SectorBan = {
  id: string
  name: BothLanguages
  /** Patterns over the text without accents, in lower case. */
  patterns: readonly string[]
}

export type Holiday = {
  /** Local date, YYYY-MM-DD. */
  date: string
  id: string
  name: BothLanguages
}

/** Rules that a person has gone through: marketing may be sent under them. */
export type ReviewedRules = {
  country: CountryCode
  name: BothLanguages
  reviewed: true
  version: string
  marketing: {
    grounds: Sourced<readonly MarketingGround[]>
    /** Grounds that an account may add by a recorded decision. */
    optionalGrounds: Sourced<readonly MarketingGround[]>
    hours: Sourced<Hours>
    /** Nobody may widen beyond it. */
    ceiling: Sourced<Hours>
    days: Sourced<readonly Weekday[]>
    sundays: Sourced<boolean>
    publicHolidays: Sourced<boolean>
    /** A message may not outlive its window. */
    validityEndsWithWindow: Sourced<boolean>
    optOutMention: Sourced<'route_stop_text'>
    frequencyCap: Sourced<FrequencyCap>
    sectorBans: readonly Sourced<SectorBan>[]
    /** Short codes by their beginning, and the class each is for. */
    shortcodeFamilies: Sourced<Readonly<Record<string, 'marketing' | 'alert'>>>
  }
  alert: {
    /** Outside it an alert leaves all the same, and the sender is told. */
    softHours: Sourced<Hours>
  }
  senders: Sourced<SenderRules>
  /** Beginnings of national numbers that automated systems may show as sender. */
  senderNumbers: Sourced<readonly string[]>
  premiumNumbers: Sourced<readonly string[]>
  ageOfConsent: Sourced<number>
  retention: Sourced<RetentionDefaults>
}

export type RetentionDefaults = {
  prospectInactiveDeleteMonths: number
  repermissionMonths: number
  consentProofAfterEndYears: number
  optOutMinYears: number
  messageBodyDays: number
  receiptMonths: number
  rawImportFileDays: number
  rejectedRowsDays: number
}

/** What is known so far of a country nobody has gone through: no marketing leaves under it. */
export type DraftRules = {
  country: CountryCode
  name: BothLanguages
  reviewed: false
  notes: readonly Sourced<string>[]
}

export type CountryRules = ReviewedRules | DraftRules
