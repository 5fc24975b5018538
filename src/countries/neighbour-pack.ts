// How a neighbour's pack is made: its own rules, and the common ones where no source says more.
import type {
  BothLanguages,
  Evidence,
  Hours,
  MarketingLegalBasis,
  ProofLevel,
  ReviewedRules,
  SenderRules,
  Source,
  Sourced,
  Weekday,
} from './rules.ts'

const checkedOn = '2026-11-24'

export function source(title: string, article: string, url: string, evidence: Evidence): Source {
  return { title, article, url, checkedOn, evidence }
}
export const from = <T>(value: T, where: Source): Sourced<T> => ({ value, source: where })

export const regulation = source(
  'GDPR (EU) 2016/679',
  'art. 4(11), 7, 8',
  'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
  'read',
)
export const ages = source(
  'GDPR art. 8, ages by country (tracker)',
  '',
  'https://www.twobirds.com/en/capabilities/practices/privacy-and-data-protection/general-data-protection-regulation/gdpr-tracker/children',
  'read',
)
export const agesRemembered: Source = { ...ages, evidence: 'memory' }
/** No source fixes it in this country: the strictest common rule stands in. */
export const common = (article: string): Source =>
  source(
    'Common cautious rule of Accord: no source fixes this point here',
    article,
    'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    'default',
  )

type Point = readonly [text: string, source: Source]

type Own = {
  country: string
  name: BothLanguages
  law: Source
  optional?: Sourced<readonly MarketingLegalBasis[]>
  hours?: Sourced<Hours>
  days?: Sourced<readonly Weekday[]>
  minimumProof?: Sourced<ProofLevel>
  optOut: readonly string[]
  names: Sourced<SenderRules['names']>
  characters?: string
  age: Sourced<number>
  languages: readonly string[]
  registers?: readonly Point[]
  openPoints?: readonly Point[]
}

const weekdaysOpen = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

// biome-ignore format: a list of words
const genericNames = [
  'ALERT', 'INFO', 'SMS', 'NOTICE', 'BANK', 'PAYMENT', 'PARCEL', 'DELIVERY', 'PROMO', 'OFFER',
  'SALE', 'CODE', 'OTP', 'VERIFY', 'CONTACT', 'SERVICE', 'MESSAGE', 'SUPPORT', 'STOP', 'TEST',
  'URGENT', 'SECURITY', 'ACCOUNT', 'ORDER', 'INVOICE', 'WERBUNG', 'ANGEBOT', 'AVISO', 'OFERTA',
  'OFFERTA', 'AVVISO', 'BERICHT', 'AANBIEDING', 'OFERTY', 'INFORMACJA', 'PROMOCAO', 'BANCO',
  'BANCA',
]

export function pack(own: Own): ReviewedRules {
  const hours = own.hours ?? from({ from: '08:00', until: '20:00' }, common('hours'))
  const points = (list: readonly Point[] = []) => list.map(([value, where]) => from(value, where))
  return {
    country: own.country,
    name: own.name,
    reviewed: true,
    version: checkedOn,
    marketing: {
      legalBases: from(['opt_in'], own.law),
      optionalLegalBases: own.optional ?? from([], common('no other legal basis is opened')),
      hours,
      ceiling: hours,
      days: own.days ?? from(weekdaysOpen, common('days')),
      sundays: from(false, common('Sundays')),
      publicHolidays: from(false, common('public holidays')),
      mayOpenDaysOff: from(false, common('nobody opens Sundays or holidays')),
      minimumProof: own.minimumProof ?? from(1, regulation),
      consentMonths: from(24, common('life of a consent')),
      validityEndsWithWindow: from(true, common('a message ends with its window')),
      optOutMention: from('route_stop_text', own.law),
      optOutWording: from(own.optOut, common('words of the mention')),
      frequencyCap: from({ count: 4, days: 30 }, common('restraint')),
      sectorBans: [],
      shortcodeFamilies: from({}, common('short codes')),
    },
    alert: { softHours: from({ from: '07:00', until: '22:00' }, common('hours of alerts')) },
    senders: from(
      {
        names: own.names.value,
        numbers: 'own_of_country',
        lengthMin: 3,
        lengthMax: 11,
        characters: own.characters ?? 'A-Za-z0-9',
        needsLetter: true,
        generic: genericNames,
        sensitive: [],
      },
      own.names.source,
    ),
    senderNumbers: from([], common('long numbers of the country itself')),
    premiumNumbers: from([], common('premium numbers')),
    ageOfConsent: own.age,
    numberStatements: [],
    languages: from(own.languages, common('languages')),
    registers: points(own.registers),
    openPoints: points(own.openPoints),
    retention: from(
      {
        prospectInactiveDeleteMonths: 36,
        repermissionMonths: 24,
        consentProofAfterEndYears: 5,
        optOutMinYears: 3,
        messageBodyDays: 90,
        receiptMonths: 12,
        rawImportFileDays: 7,
        rejectedRowsDays: 30,
      },
      common('retention'),
    ),
  }
}
