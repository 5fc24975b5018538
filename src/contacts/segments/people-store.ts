// The statements that look for the people of a segment: all at once, or a span at a time.
import { instantOf } from '../../countries/index.ts'
import type { AccountId, ContactId, Instant, ListId, SubjectId } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import type { PersonStatus, StatusCount } from '../contract.ts'
import type { SegmentRule, SegmentRules } from '../contract-segments.ts'
import type { CampaignFact, PersonFacts, StatusRule } from '../deps.ts'
import { narrowedBy } from '../status/narrowing.ts'
import { type Values, valuesFrom } from '../status/statement-values.ts'
import type { ContactQuery } from '../status/status-store.ts'

/** What the database can say by itself; values of custom fields are sealed. */
export type PlainRule = Exclude<SegmentRule, { field: 'custom' }>

export type LookedFor = {
  accountId: AccountId
  match: SegmentRules['match']
  rules: readonly PlainRule[]
  /** Of `any`, whoever fits none of the rules above may still fit by what is sealed. */
  hasSealed: boolean
  at: Instant
  /** By whose clock the days of rules begin: the account's. */
  zone: string
  /** Members of this list alone; null: anybody. */
  within: ListId | null
}

/** What else narrows them, where people are shown page by page. */
export type Narrowing = Pick<
  ContactQuery,
  | 'status'
  | 'marketingState'
  | 'importId'
  | 'isImported'
  | 'country'
  | 'postcodeArea'
  | 'from'
  | 'until'
  | 'isOldestFirst'
>

const dayMs = 86_400_000

/** When it is, and where. */
type Here = Pick<LookedFor, 'at' | 'zone'>

/**
 * The first instant of a day there. Of a yes whose hour nobody wrote down the midnight of UTC is
 * kept, which is of the same day: west of it no day of these begins later.
 */
function startOf({ field, day }: { field: string; day: string }, { zone }: Here): Instant {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const start = instantOf(zone, midnight / dayMs, 0)
  return field === 'agreed' ? Math.min(start, midnight) : start
}

/** `at` is an instant or null: what never was is before no day, and within none. */
function moment(
  rule: Extract<PlainRule, { field: 'added' | 'last_reply' | 'agreed' }>,
  at: string,
  here: Here,
  values: Values,
): string {
  const { at: now } = here
  const given = (instant: Instant) => `${values.add(toTimestamp(instant))}::timestamptz`
  switch (rule.op) {
    case 'before':
      return `coalesce(${at} < ${given(startOf(rule, here))}, false)`
    case 'since':
      return `coalesce(${at} >= ${given(startOf(rule, here))}, false)`
    case 'within':
      return `coalesce(${at} >= ${given(now - rule.days * dayMs)}, false)`
    case 'not_within':
      return `coalesce(${at} < ${given(now - rule.days * dayMs)}, true)`
  }
}

/** The people of a span; rules about messages are asked span by span alone. */
const lookedAt = 'array(select subject_id from told)'

/** Whether something left since an instant; before a day: something did, and nothing since. */
function sent(
  rule: Extract<PlainRule, { field: 'last_message' }>,
  facts: PersonFacts,
  here: Here,
  values: Values,
): string {
  const { at: now } = here
  const since = (instant: Instant) =>
    facts.writtenSince(`${values.add(toTimestamp(instant))}::timestamptz`, lookedAt)
  switch (rule.op) {
    case 'before':
      return `(${since(0)} and not ${since(startOf(rule, here))})`
    case 'since':
      return since(startOf(rule, here))
    case 'within':
      return since(now - rule.days * dayMs)
    case 'not_within':
      return `not ${since(now - rule.days * dayMs)}`
  }
}

/** What was not sent is also what a rule left out, and what was never to be sent. */
function campaignFact(
  { op, campaignId }: Extract<PlainRule, { field: 'campaign' }>,
  facts: PersonFacts,
  values: Values,
): string {
  const campaign = `${values.add(campaignId)}::uuid`
  const became = (what: CampaignFact) => facts.ofCampaign(what, campaign, lookedAt)
  switch (op) {
    case 'not_sent':
      return `not ${became('sent')}`
    case 'not_replied':
      return `(${became('sent')} and not ${became('replied')})`
    default:
      return became(op)
  }
}

type Known = {
  facts: PersonFacts
  status: string
  /** Lists as columns of `told`, where all contacts are read at once; null: of a span. */
  listColumns: ListColumns | null
}

type ListColumns = { columns: string[]; joins: string[] }

/**
 * The list is read once and joined: as a subquery of a column it would be walked anew for each
 * person, once it is larger than what the database holds in memory for one step.
 */
function listColumn({ columns, joins }: ListColumns, list: string): string {
  const name = `list_${joins.length}`
  joins.push(`left join contacts.list_member ${name} on ${name}.account_id = $1
    and ${name}.list_id = ${list} and ${name}.contact_id = person.id`)
  columns.push(`${name}.contact_id is not null as is_in_${name}`)
  return `told.is_in_${name}`
}

function condition(rule: PlainRule, known: Known & { here: Here }, values: Values): string {
  const not = (isNot: boolean, text: string) => (isNot ? `not ${text}` : text)
  const { facts, here } = known
  switch (rule.field) {
    case 'list': {
      const list = `${values.add(rule.listId)}::uuid`
      const isMember = known.listColumns
        ? listColumn(known.listColumns, list)
        : `(exists (select from contacts.list_member m where m.account_id = $1
            and m.list_id = ${list} and m.contact_id = person.id offset 0))`
      return not(rule.op === 'is_not', isMember)
    }
    case 'status':
      return not(rule.op === 'is_not', `(${known.status} = ${values.add(rule.status)}::text)`)
    case 'country':
      return not(rule.op === 'is_not', `(person.country = ${values.add(rule.country)}::text)`)
    case 'department': {
      const area = values.add(rule.department)
      return not(rule.op === 'is_not', `coalesce(person.postcode_area = ${area}::text, false)`)
    }
    case 'added':
      return moment(rule, 'person.created_at', here, values)
    case 'last_reply':
      return moment(rule, facts.lastReplyAt, here, values)
    case 'agreed':
      return moment(rule, facts.agreedAt, here, values)
    case 'campaign':
      return campaignFact(rule, facts, values)
    case 'last_message':
      return sent(rule, facts, here, values)
  }
}

function fitting(asked: LookedFor, known: Known, values: Values): string {
  const { match, at, zone } = asked
  const among = match === 'all' ? onlyList(asked) : null
  // Of a list whose members alone are read, each is in it.
  const rules = asked.rules.filter(
    (rule) => !(rule.field === 'list' && rule.op === 'is' && rule.listId === among),
  )
  if (rules.length === 0) return match === 'all' ? 'true' : 'false'
  const parts = rules.map((rule) => condition(rule, { ...known, here: { at, zone } }, values))
  return `(${parts.join(match === 'all' ? ' and ' : ' or ')})`
}

/** From so many on, the tables are read once for all; below, each person is looked up. */
const manyPeople = 20_000

/** Those who fit, by their status, in one statement; of rules that read nothing sealed. */
export async function countAll(
  tx: Tx,
  rule: StatusRule,
  facts: PersonFacts,
  asked: LookedFor,
): Promise<{ looked: number; statuses: StatusCount[] }> {
  const among = onlyList(asked)
  const joins = (await areMoreThan(tx, manyPeople, asked)) ? rule.all : rule.each
  const values = valuesFrom(rule.values)
  const ofList = among === null ? '' : `${values.add(among)}::uuid`
  const from = (lists: string) =>
    among === null
      ? `contacts.contact person ${joins} ${lists} where person.account_id = $1`
      : `contacts.list_member m
         join contacts.contact person
           on person.account_id = m.account_id and person.id = m.contact_id
         ${joins} ${lists} where m.account_id = $1 and m.list_id = ${ofList}`
  const listColumns: ListColumns = { columns: [], joins: [] }
  const fits = fitting(asked, { facts, status: 'told.status', listColumns }, values)
  const columns = [`${rule.status} as status`, ...listColumns.columns].join(', ')
  const { rows } = await tx.query<StatusCount & { looked: number }>(
    `select told.status, count(*) filter (where ${fits.replaceAll('person.', 'told.')})::int
         as people, count(*)::int as looked
     from (select person.*, ${columns} from ${from(listColumns.joins.join(' '))}) told
     group by 1`,
    values.all,
  )
  return {
    looked: rows.reduce((sum, { looked }) => sum + looked, 0),
    statuses: rows
      .filter(({ people }) => people > 0)
      .map(({ status, people }) => ({ status, people })),
  }
}

/** Whether there are more contacts than this, or members of the list that alone can fit. */
export async function areMoreThan(tx: Tx, people: number, asked: LookedFor): Promise<boolean> {
  const { accountId } = asked
  const among = onlyList(asked)
  const ofList = `select from contacts.list_member
    where account_id = $1 and list_id = $3 limit 1 offset $2`
  const ofAccount = 'select from contacts.contact where account_id = $1 limit 1 offset $2'
  const { rows } =
    among === null
      ? await tx.query(ofAccount, [accountId, people])
      : await tx.query(ofList, [accountId, people, among])
  return rows.length > 0
}

export type LookedAt = {
  id: ContactId
  subjectId: SubjectId
  status: PersonStatus
  /** Fits by what the database can say; else what is sealed decides. */
  fits: boolean
  sealed: Buffer | null
  zone: string
}
export type Span = { rows: LookedAt[]; looked: number; through: ContactId | null }

type SpanLook = LookedFor & {
  after: ContactId | null
  limit: number
  opens: boolean
  narrowing: Narrowing | null
}

/** As many as are looked at, whoever of them fits: so the work of a span has a bound. */
function spanFrom(asked: SpanLook, values: Values): string {
  const after = `${values.add(asked.after)}::uuid`
  const limit = values.add(asked.limit)
  const among = onlyList(asked)
  const [than, order] = asked.narrowing?.isOldestFirst === false ? ['<', 'desc'] : ['>', 'asc']
  return among === null
    ? `(select c.* from contacts.contact c
          where c.account_id = $1 and (${after} is null or c.id ${than} ${after})
          order by c.id ${order} limit ${limit})`
    : `(select c.* from (select m.contact_id from contacts.list_member m
            where m.account_id = $1 and m.list_id = ${values.add(among)}::uuid
              and (${after} is null or m.contact_id ${than} ${after})
            order by m.contact_id ${order} limit ${limit}) m
          cross join lateral (select * from contacts.contact c
            where c.account_id = $1 and c.id = m.contact_id offset 0) c)`
}

/** What a row says by itself, before anything else is looked up of the person. */
const narrowed = ({ narrowing }: SpanLook, values: Values): string =>
  narrowing === null ? 'true' : ['true', ...narrowedBy('l', narrowing, values)].join(' and ')

/** Contacts beyond one, in the order of ids: of a list alone where only its people can fit. */
export async function lookAtSpan(
  tx: Tx,
  rule: StatusRule,
  facts: PersonFacts,
  asked: SpanLook,
): Promise<Span> {
  const values = valuesFrom(rule.values)
  const from = spanFrom(asked, values)
  const isWanted = narrowed(asked, values)
  const fits = fitting(asked, { facts, status: 'told.status', listColumns: null }, values)
  const status = asked.narrowing?.status ?? null
  const isOfStatus = status === null ? 'true' : `j.status = ${values.add(status)}::text`
  const may = asked.hasSealed && asked.match === 'any' ? 'true' : 'j.fits'
  const sealed = asked.hasSealed || asked.opens ? 'sealed' : 'null::bytea'
  const [last, order] = asked.narrowing?.isOldestFirst === false ? ['min', 'desc'] : ['max', 'asc']
  const { rows } = await tx.query<LookedAt & { spanLooked: number; spanLast: ContactId | null }>(
    `with looked as materialized (select * from ${from} l
     ), told as materialized (
       select person.*, ${rule.status} as status
       from (select * from looked l where ${isWanted}) person ${rule.each}
     ), judged as materialized (
       select told.id, told.subject_id, told.status, told.sealed, told.zone,
         ${fits.replaceAll('person.', 'told.')} as fits
       from told
     )
     select w.looked as "spanLooked", w.last as "spanLast", j.id, j.subject_id as "subjectId",
       j.status, j.fits, j.zone, ${sealed} as sealed
     from (select count(*)::int as looked, ${last}(id::text)::uuid as last from looked) w
     left join judged j on ${may} and ${isOfStatus} order by j.id ${order}`,
    values.all,
  )
  const [first] = rows
  const looked = first?.spanLooked ?? 0
  return {
    rows: rows.filter(({ id }) => id !== null),
    looked,
    through: looked < asked.limit ? null : (first?.spanLast ?? null),
  }
}

/** All contacts of the account beyond one, in the order of ids; nothing is asked of them. */
export async function sealedSpan(
  tx: Tx,
  accountId: AccountId,
  { after, limit }: { after: ContactId | null; limit: number },
): Promise<{ id: ContactId; subjectId: SubjectId; sealed: Buffer }[]> {
  const { rows } = await tx.query<{ id: ContactId; subjectId: SubjectId; sealed: Buffer }>(
    `select id, subject_id as "subjectId", sealed from contacts.contact
     where account_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`,
    [accountId, after, limit],
  )
  return rows
}

/** Null: anybody may fit. */
function onlyList({ match, rules, within }: LookedFor): ListId | null {
  if (within !== null) return within
  if (match === 'any') return null
  const named = rules.find((rule) => rule.field === 'list' && rule.op === 'is')
  return named?.field === 'list' ? (named.listId as ListId) : null
}
