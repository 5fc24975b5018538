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

export const marketingLegalBases = ['opt_in', 'soft_opt_in', 'b2b_opt_out'] as const
export type MarketingLegalBasis = (typeof marketingLegalBases)[number]

export type FrequencyCap = { count: number; days: number }

export type SenderRules = {
  /**
   * `allowed`: any name that is well made. `registered`: only with the reference of the country's
   * register, which a second person looks at. `refused`: operators overwrite names there.
   */
  names: 'allowed' | 'registered' | 'refused'
  /** Whether an operator's short codes and the country's own long numbers may be shown. */
  numbers: 'listed' | 'own_of_country'
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

export type NumberStatement = {
  /** In force from this local date on, YYYY-MM-DD. */
  since: string
  text: BothLanguages
}

export type Holiday = {
  /** Local date, YYYY-MM-DD. */
  date: string
  id: string
  name: BothLanguages
}

/**
 * Levels of proof: 1 a form's log, 2 confirmed on the number, 3 from the handset or signed.
 */
export type ProofLevel = 1 | 2 | 3

/** A complete pack: each point has its value and source, and marketing may be sent under it. */
export type ReviewedRules = {
  country: CountryCode
  name: BothLanguages
  reviewed: true
  version: string
  marketing: {
    legalBases: Sourced<readonly MarketingLegalBasis[]>
    /** Legal bases that an account may add by a recorded decision. */
    optionalLegalBases: Sourced<readonly MarketingLegalBasis[]>
    hours: Sourced<Hours>
    /** Nobody may widen beyond it. */
    ceiling: Sourced<Hours>
    days: Sourced<readonly Weekday[]>
    sundays: Sourced<boolean>
    publicHolidays: Sourced<boolean>
    /** Whether an account may open Sundays and holidays; where not, nobody can. */
    mayOpenDaysOff: Sourced<boolean>
    /** The weakest proof of a consent that marketing may rest on. */
    minimumProof: Sourced<ProofLevel>
    /** How long a consent counts without a sign from the person. */
    consentMonths: Sourced<number>
    /** How people are told to say no, in the languages of the country; the code is the route's. */
    optOutWording: Sourced<readonly string[]>
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
  /** What has to be said to a consumer where their number is asked for. */
  numberStatements: readonly Sourced<NumberStatement>[]
  /** In which a person may be expected to write and read. */
  languages: Sourced<readonly string[]>
  /** Lists of people, or of senders, that somebody outside keeps. */
  registers: readonly Sourced<string>[]
  /** What is unsettled, and which reading rules here. */
  openPoints: readonly Sourced<string>[]
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
