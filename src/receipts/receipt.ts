// From what the ledger and the projection say of a person to records after ISO/IEC TS 27560. Pure.
import {
  type AuthorisationRow,
  type Channel,
  type DisclosedEvent,
  type EvidenceGrade,
  evidenceGrades,
  rankOf,
  type SuppressionScope,
  type Wording,
} from '../consent/index.ts'
import type { E164, Instant, SubjectId } from '../kernel/index.ts'
import {
  type AnyRecord,
  type AuthorisationRecord,
  type ConsentRecord,
  context,
  type RecordEvent,
  schemaVersion,
} from './contract.ts'

export type PersonFacts = {
  subjectId: SubjectId
  number: E164
  marketingState: 'open' | 'quarantine'
  /** Only of somebody who is below the age of consent. */
  birthDate: string | null
  authorisations: readonly AuthorisationRow[]
  states: readonly StateFacts[]
  suppression: SuppressionScope | null
  events: readonly DisclosedEvent[]
}
export type StateFacts = {
  controllerId: string
  channel: Channel
  purpose: string
  why: 'none' | 'altered' | 'withdrawn' | 'unproven' | 'expired' | null
  since: Instant
  validUntil: Instant
}
export type Around = {
  origin: string
  controllers: ReadonlyMap<string, string>
  /** By the SHA-256 of the text, hexadecimal. */
  wordings: ReadonlyMap<string, Wording>
}

const iso = (at: Instant): string => new Date(at).toISOString()

/** Events that say yes, in some way. */
const yes: ReadonlySet<string> = new Set([
  'consent.given',
  'consent.confirmed',
  'consent.refreshed',
  'import.declared',
])
/** DPV's word for each kind of event. */
const statusOf: Readonly<Record<string, RecordEvent['@type']>> = {
  'consent.requested': 'dpv:ConsentRequested',
  'consent.given': 'dpv:ConsentGiven',
  'consent.confirmed': 'dpv:RenewedConsentGiven',
  'consent.refreshed': 'dpv:RenewedConsentGiven',
  'consent.withdrawn': 'dpv:ConsentWithdrawn',
  'consent.invalidated': 'dpv:ConsentInvalidated',
  'consent.expired': 'dpv:ConsentExpired',
  objection: 'dpv:ConsentWithdrawn',
  'import.declared': 'dpv:ConsentUnknown',
  'parent.authorised': 'dpv:ConsentGiven',
  'parent.withdrawn': 'dpv:ConsentWithdrawn',
}
const statusOfState = {
  none: 'dpv:ConsentUnknown',
  withdrawn: 'dpv:ConsentWithdrawn',
  altered: 'dpv:ConsentUnknown',
  unproven: 'dpv:ConsentUnknown',
  expired: 'dpv:ConsentExpired',
} as const

type Body = Readonly<Record<string, unknown>>
type Told = { event: DisclosedEvent; body: Body }

export function recordsOf(person: PersonFacts, around: Around): AnyRecord[] {
  const told = person.events.map((event) => ({ event, body: JSON.parse(event.body) as Body }))
  const principal = {
    'dct:identifier': person.subjectId,
    'accord:number': person.number,
    'accord:marketingState': person.marketingState,
    ...(person.birthDate === null ? {} : { 'accord:birthDate': person.birthDate }),
  }
  const records: AnyRecord[] = person.states.map((state) =>
    consentRecordOf(principal, state, { told, around }),
  )
  for (const row of person.authorisations) {
    records.push(authorisationRecordOf(principal, row, { told, around }))
  }
  if (person.suppression !== null) {
    records.push({
      '@type': 'accord:ObjectionRecord',
      'dct:hasVersion': schemaVersion,
      'dpv:hasDataSubject': principal,
      'dpv:hasRight': 'eu-gdpr:A21',
      'accord:scope': person.suppression,
    })
  }
  return records
}

const isOfParent = (kind: string): boolean => kind.startsWith('parent.')

/** An objection speaks of every purpose; a consent of its own; a parent's word has its record. */
function isAbout({ event, body }: Told, state: StateFacts): boolean {
  if (event.kind === 'objection') return true
  if (isOfParent(event.kind)) return false
  return (
    event.channel === state.channel &&
    event.purpose === state.purpose &&
    body['controller'] === state.controllerId
  )
}

function consentRecordOf(
  principal: ConsentRecord['dpv:hasDataSubject'],
  state: StateFacts,
  { told, around }: { told: readonly Told[]; around: Around },
): ConsentRecord {
  const mine = told.filter((one) => isAbout(one, state))
  const gone = takenBackOf(mine)
  const lastYes = yesOf(mine, state, gone)
  const wording = around.wordings.get(String(lastYes?.body['wording'] ?? ''))
  const isWithdrawn = state.why === 'withdrawn'
  const givenAt = String(lastYes?.body['givenAt'] ?? iso(state.since))
  return {
    '@type': 'dpv:ConsentRecord',
    'dct:hasVersion': schemaVersion,
    'dct:identifier': `${principal['dct:identifier']}/${state.controllerId}/${state.channel}/${state.purpose}`,
    'dpv:hasDataSubject': principal,
    'dpv:hasProcess': {
      'dpv:hasNotice':
        wording === undefined
          ? null
          : {
              'dct:identifier': Buffer.from(wording.sha256).toString('hex'),
              'dct:language': wording.language,
              'accord:shownText': wording.shownText,
            },
      'dpv:hasPurpose': { '@type': 'dpv:DirectMarketing', 'dct:identifier': state.purpose },
      'dpv:hasPersonalData': ['pd:TelephoneNumber'],
      'dpv:hasLegalBasis': 'eu-gdpr:A6-1-a',
      'dpv:hasDataController': {
        'dct:identifier': state.controllerId,
        'dpv:hasName': around.controllers.get(state.controllerId) ?? '',
      },
      'dpv:hasRecipientThirdParty': [],
      'dpv:hasStorageCondition': 'P5Y after its end, as proof (R-133)',
      'dpv:hasJurisdiction': 'EU',
      'dpv:hasWithdrawalMethod': 'STOP by SMS, or the person’s own page',
      'accord:channel': state.channel,
    },
    'dpv:hasConsentStatus': state.why === null ? 'dpv:ConsentGiven' : statusOfState[state.why],
    'accord:state': {
      state: isWithdrawn ? 'withdrawn' : 'given',
      since: isWithdrawn ? givenAt : iso(state.since),
      validUntil: iso(state.validUntil),
      grade: gradeOf(lastYes?.body),
    },
    'accord:events': mine.map((one) => eventOf(one, around.origin, gone)),
  }
}

/** The entries that count no longer, since the import that brought them was taken back. */
const takenBackOf = (told: readonly Told[]): ReadonlySet<unknown> =>
  new Set(told.flatMap(({ body }) => body['takesBack'] ?? []))

/**
 * The yes that the state rests on: of those of its day the strongest; of a withdrawn one the last.
 */
function yesOf(
  mine: readonly Told[],
  state: StateFacts,
  gone: ReadonlySet<unknown>,
): Told | undefined {
  const counting = mine.filter(({ event }) => yes.has(event.kind) && !gone.has(event.entryId))
  const since = iso(state.since)
  const ofItsDay = counting.filter(({ body }) => body['givenAt'] === since)
  const rank = ({ body }: Told) => rankOf(gradeOf(body))
  const strongest = ofItsDay.sort((a, b) => rank(a) - rank(b)).at(-1)
  return strongest ?? counting.at(-1)
}

function authorisationRecordOf(
  principal: AuthorisationRecord['dpv:hasDataSubject'],
  row: AuthorisationRow,
  { told, around }: { told: readonly Told[]; around: Around },
): AuthorisationRecord {
  const mine = told.filter(
    ({ event, body }) =>
      isOfParent(event.kind) &&
      event.purpose === row.purpose &&
      body['controller'] === row.controller_id,
  )
  const isParent = row.relation === 'mother' || row.relation === 'father'
  return {
    '@type': 'accord:AuthorisationRecord',
    'dct:hasVersion': schemaVersion,
    'dct:identifier': `${principal['dct:identifier']}/${row.controller_id}/${row.purpose}/parent`,
    'dpv:hasDataSubject': principal,
    'dpv:isIndicatedBy': isParent ? 'dpv:ParentOfDataSubject' : 'dpv:GuardianOfDataSubject',
    'dpv:hasPurpose': { 'dct:identifier': row.purpose },
    'dpv:hasDataController': {
      'dct:identifier': row.controller_id,
      'dpv:hasName': around.controllers.get(row.controller_id) ?? '',
    },
    'accord:state': {
      relation: row.relation,
      since: iso(row.since),
      validUntil: iso(row.valid_until),
    },
    'accord:events': mine.map((one) => eventOf(one, around.origin, noneGone)),
  }
}

function gradeOf(body: Body | undefined): EvidenceGrade {
  return evidenceGrades.find((grade) => grade === body?.['grade']) ?? 'claimed'
}

const noneGone: ReadonlySet<unknown> = new Set()

function eventOf({ event, body }: Told, origin: string, gone: ReadonlySet<unknown>): RecordEvent {
  const said = body['givenAt'] ?? body['saidAt'] ?? iso(event.recordedAt)
  return {
    '@type': statusOf[event.kind] ?? 'dpv:ConsentUnknown',
    'dct:date': String(said),
    'dct:identifier': event.entryId,
    'dpv:hasIndicationMethod': event.kind,
    ...(yes.has(event.kind) && !gone.has(event.entryId) ? { 'accord:grade': gradeOf(body) } : {}),
    ...(typeof body['source'] === 'string' ? { 'accord:source': body['source'] } : {}),
    ...(event.seq === null
      ? {}
      : {
          'accord:proof': {
            'accord:origin': origin,
            'accord:seq': event.seq,
            'accord:commitmentKey': event.commitmentKey,
            'accord:body': event.body,
          },
        }),
  }
}

export const documentOf = (records: readonly AnyRecord[]) => ({
  '@context': { ...context },
  '@graph': [...records],
})
