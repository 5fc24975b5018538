// Whether marketing by SMS may reach a person, as one rule in SQL: for whoever shows,
// lists or counts.
//
// The gate decides over a message in the same order (`sending/refusals.ts`), with the MAC of each
// row; a test takes random lives through both. Here no row is opened,
// so that a million are counted at once.
import { toldNo } from '../../contacts/index.ts'
import { countries } from '../../countries/index.ts'
import type { AccountId, ControllerId, Instant, SubjectId } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import type { SuppressionScope } from '../consent.ts'
import { policyByDefault } from '../consent-dates.ts'
import { type ObjectionReason, type OtherLegalBasis, otherLegalBases } from '../contract.ts'
import { countriesAllow } from '../legal-basis.ts'
import { proofRankIn } from '../proof-rank.ts'
import type { Guard } from './guard.ts'

/** Null: whichever entity or purpose lets something reach them. */
export type StatusAbout = { controllerId: ControllerId | null; purpose: string | null }

/** What other rooms know of a `person`, as conditions on the same row. */
export type StatusElsewhere = { underReview: string; deadNumber: string }

/**
 * `status` is an expression over a row named `person`: a contact with `subject_id`, `number_tag`,
 * `suppression_tag`, `country`, `marketing_state` and `quarantine_reason`, joined by one of the two ways. `each` looks
 * every person up by the key; without that PostgreSQL, which has no statistics right after an
 * import, compares nine thousand people with each row for 80 seconds. `all` reads the tables once.
 */
export type StatusRule = {
  each: string
  all: string
  status: string
  /** $1 to $6, each of them in the status or its joins. */
  values: readonly unknown[]
}

const of = (table: string) => `and ($5::uuid is null or ${table}.controller_id = $5)
    and ($6::text is null or ${table}.purpose = $6)`

/** Rank 0 is a claim without its evidence: no policy can make it enough (R-102). */
const proven = `s.state = 'given' and s.wording_id is not null and s.grade_rank > 0
      and s.grade_rank >= $3`

const heldColumns = `max(s.grade_rank) filter (where ${proven} and s.valid_until > $2) as rank,
    bool_or(${proven}) as is_proven, bool_or(s.state = 'withdrawn') as is_withdrawn`

const heldFrom = `from consent.state s where s.account_id = $1 and s.channel = 'sms' ${of('s')}`

const standing = `p.account_id = $1 and p.tag = person.suppression_tag
    and p.scope in ('marketing', 'all')`

const each = `left join lateral (
    select ${heldColumns} ${heldFrom} and s.subject_id = person.subject_id) held on true
  left join lateral (
    select true as stands from consent.suppression p where ${standing} limit 1) objection on true`

const all = `left join (
    select s.subject_id, ${heldColumns} ${heldFrom} group by s.subject_id) held
    on held.subject_id = person.subject_id
  left join (select p.*, true as stands from consent.suppression p) objection
    on objection.account_id = $1 and objection.tag = person.suppression_tag
      and objection.scope in ('marketing', 'all')`

const codes = (chosen: readonly { country: string }[]): string =>
  `'{${chosen.map(({ country }) => country).join(',')}}'::text[]`

const reviewed = codes(countries.filter((rules) => rules.reviewed))

/** Whom a file calls unwilling lacks no proof: they said no before anybody could prove a yes. */
const unproven = `case when person.quarantine_reason = any('{${[...toldNo].join(',')}}'::text[])
      then 'declined' else 'unproven' end`

/** Of a person's country; some take no less than a double opt-in (R-407). */
const rankOfCountry = `case ${[30, 40]
  .map((rank) => {
    const taking = countries.filter(({ country }) => proofRankIn(country) === rank)
    return `when person.country = any(${codes(taking)}) then ${rank}`
  })
  .join(' ')} else 0 end`

const legalBasisIn = otherLegalBases
  .map((legalBasis) => {
    const allowing = countries.filter(({ country }) => countriesAllow(legalBasis, [country]))
    return `g.legal_basis = '${legalBasis}' and person.country = any(${codes(allowing)})`
  })
  .join(' or ')

/** Whoever took a consent back has said no: no other legal basis stands in for it. */
const groundedBy = (
  legalBases: readonly OtherLegalBasis[],
): string => `exists (select from consent.other_legal_basis g
  where g.account_id = $1 and g.subject_id = person.subject_id and g.valid_until > $2
    and g.legal_basis = any('{${legalBases.join(',')}}'::text[]) and (${legalBasisIn}) ${of('g')}
    and not exists (select from consent.state s
      where s.account_id = g.account_id and s.subject_id = g.subject_id and s.channel = 'sms'
        and s.controller_id = g.controller_id and s.purpose = g.purpose
        and s.state = 'withdrawn') offset 0)`

/**
 * A no comes first, whatever else is true. A number without a tag is one of which nobody can say
 * what it said.
 */
const statusWith = (
  elsewhere: StatusElsewhere,
  legalBases: readonly OtherLegalBasis[],
): string => `case
  when objection.stands then 'stopped'
  when person.restricted_at is not null then 'restricted'
  when ${elsewhere.deadNumber} then 'dead_number'
  when person.country <> all(${reviewed}) then 'unreachable'
  when person.suppression_tag is null
    or get_byte(person.suppression_tag, 0) >> 4 = any($4::int4[]) then 'checked'
  when held.rank >= ${rankOfCountry}
    ${legalBases.length > 0 ? `or ${groundedBy(legalBases)}` : ''} then case
    when person.marketing_state <> 'open' then ${unproven}
    when ${elsewhere.underReview} then 'checked'
    else 'can_receive' end
  when held.is_withdrawn then 'stopped'
  when held.is_proven and held.rank is null then 'expired'
  else ${unproven} end`

/** What segments may ask of a `person` of the account in $1. */
export const consentFacts = {
  agreedAt: `(select max(s.since) from consent.state s
    where s.account_id = $1 and s.subject_id = person.subject_id and s.channel = 'sms'
      and s.state = 'given' and s.grade_rank > 0)`,
} as const

type Settings = { minimum_rank: number | null; legalBases: OtherLegalBasis[] | null }

export async function statusRule(
  guard: Guard,
  tx: Tx,
  accountId: AccountId,
  asked: { at: Instant; about: StatusAbout; elsewhere: StatusElsewhere },
): Promise<StatusRule> {
  const { rows } = await tx.query<Settings>(
    `select (select minimum_rank from consent.policy where account_id = $1) as minimum_rank,
       (select array_agg(legal_basis) from consent.legal_basis_switch
        where account_id = $1) as "legalBases"`,
    [accountId],
  )
  const chains = await guard.suppressions.look(tx, accountId)
  const broken = chains.flatMap(({ isWhole, isBroken }, at) => (isWhole && !isBroken ? [] : [at]))
  const minimumRank = rows[0]?.minimum_rank ?? policyByDefault.minimum_rank
  const switched = rows[0]?.legalBases ?? []
  const legalBases = otherLegalBases.filter((legalBasis) => switched.includes(legalBasis))
  const { at, about, elsewhere } = asked
  return {
    each,
    all,
    status: statusWith(elsewhere, legalBases),
    values: [
      ...[accountId, toTimestamp(at), minimumRank, arrayOf.int4(broken)],
      ...[about.controllerId, about.purpose],
    ],
  }
}

/** What a status rests on, for the sentence that says why. */
export type StatusLegalBases = {
  /** The latest withdrawal: to the second, where the person was known when they said it. */
  withdrawnAt: Instant | null
  /** What was given and is proven: since when, and until when at the longest. */
  since: Instant | null
  validUntil: Instant | null
  objection: { scope: SuppressionScope; month: string; reason: ObjectionReason } | null
}

type LegalBasesRow = Omit<StatusLegalBases, 'objection'> & {
  subjectId: SubjectId
  scope: SuppressionScope | null
  month: string | null
  reason: ObjectionReason | null
}

/** Of a page of people, in no order. */
export async function statusLegalBases(
  tx: Tx,
  accountId: AccountId,
  people: readonly { subjectId: SubjectId; suppressionTag: Uint8Array | null }[],
): Promise<Map<SubjectId, StatusLegalBases>> {
  if (people.length === 0) return new Map()
  const { rows } = await tx.query<LegalBasesRow>(
    `select person.id as "subjectId", held.*, p.scope, p.reason,
       to_char(p.since_month, 'YYYY-MM') as month
     from unnest($2::uuid[], $3::bytea[]) as person (id, tag)
     left join lateral (
       select max(s.since) filter (where s.state = 'withdrawn') as "withdrawnAt",
         max(s.since) filter (where s.state = 'given' and s.grade_rank > 0) as since,
         max(s.valid_until) filter (where s.state = 'given' and s.grade_rank > 0) as "validUntil"
       from consent.state s
       where s.account_id = $1 and s.subject_id = person.id and s.channel = 'sms') held on true
     left join lateral (
       select * from consent.suppression p
       where p.account_id = $1 and p.tag = person.tag offset 0) p on true`,
    [
      accountId,
      arrayOf.uuid(people.map(({ subjectId }) => subjectId)),
      arrayOf.bytea(people.map(({ suppressionTag }) => suppressionTag)),
    ],
  )
  return new Map(
    rows.map(({ subjectId, scope, month, reason, ...held }) => [
      subjectId,
      {
        ...held,
        objection:
          scope === null || month === null || reason === null ? null : { scope, month, reason },
      },
    ]),
  )
}
