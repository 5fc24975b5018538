// Finds the people of a segment: counts them, or gives them span by span.
import { accountOf } from '../../accounts/index.ts'
import type { AccountId, CampaignId, ContactId, Instant, ListId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { openContacts } from '../body.ts'
import type { StatusCount } from '../contract.ts'
import type { SegmentRules } from '../contract-segments.ts'
import { readCustomFields } from '../custom-fields/custom-fields-store.ts'
import type { ContactsRoutesDeps } from '../deps.ts'
import { contactsError } from '../errors.ts'
import { inOrder } from '../status/person-status.ts'
import { type CustomRule, fitsValue, type ReadRule, readRule, type Today } from './fits-values.ts'
import {
  areMoreThan,
  countAll,
  type LookedAt,
  type LookedFor,
  lookAtSpan,
  type Narrowing,
  type PlainRule,
} from './people-store.ts'

export type SegmentDeps = Pick<
  ContactsRoutesDeps,
  'database' | 'vault' | 'statuses' | 'clock' | 'makeId' | 'audit' | 'campaignsOf'
>

/** Rules with everything that is asked of them known: nothing of them is read again. */
export type Asked = {
  match: SegmentRules['match']
  plain: PlainRule[]
  sealed: ReadRule[]
  /** Of the account: by its clock the days of rules begin. */
  zone: string
  /** Members of this list alone; null: anybody. */
  within: ListId | null
}

/** Contacts looked at in one transaction; opening a value takes longer than reading a row. */
const spanMax = { opened: 4_000, read: 20_000 } as const

const isCustom = (rule: SegmentRules['rules'][number]): rule is CustomRule =>
  rule.field === 'custom'

/** A field that is gone, a value not of its type, or a campaign no longer kept is told. */
export async function readAsked(
  { statuses }: Pick<SegmentDeps, 'statuses'>,
  tx: Tx,
  accountId: AccountId,
  { match, rules }: SegmentRules,
  within: ListId | null = null,
): Promise<Asked> {
  const custom = rules.filter(isCustom)
  const fields = custom.length === 0 ? [] : await readCustomFields(tx, accountId)
  const sealed = custom.map((rule): ReadRule => {
    const field = fields.find(({ key, isArchived }) => key === rule.key && !isArchived)
    if (field === undefined) {
      throw contactsError('contacts.custom_field_unknown', { key: rule.key })
    }
    const read = readRule(rule, field.type)
    if (read === null) throw contactsError('contacts.custom_value_unread', { name: field.name })
    return read
  })
  const plain = rules.filter((rule): rule is PlainRule => !isCustom(rule))
  // Without its messages everybody would seem to be somebody whom it was not sent to.
  for (const rule of plain) {
    if (rule.field !== 'campaign') continue
    const isKept = await statuses.keepsMessagesOf(tx, accountId, rule.campaignId as CampaignId)
    if (!isKept) throw contactsError('contacts.campaign_not_kept')
  }
  const { zone } = await accountOf(tx, accountId)
  return { match, plain, sealed, zone, within }
}

const lookedFor = (accountId: AccountId, asked: Asked, at: Instant): LookedFor => ({
  accountId,
  match: asked.match,
  rules: asked.plain,
  hasSealed: asked.sealed.length > 0,
  at,
  zone: asked.zone,
  within: asked.within,
})

/** `opens`: whoever asks opens those who fit. */
type SpanAsked = {
  asked: Asked
  at: Instant
  after: ContactId | null
  opens?: boolean
  narrowing?: Narrowing
  /** Looks at so many; else at as many as one transaction should. */
  span?: number
}

/** Whoever fits among a span of contacts, with their status; null: there are no more. */
export async function findSpan(
  deps: SegmentDeps,
  tx: Tx,
  accountId: AccountId,
  { asked, at, after, opens = false, narrowing, span: wanted }: SpanAsked,
): Promise<{ found: LookedAt[]; looked: number; through: ContactId | null }> {
  const rule = await deps.statuses.rule(tx, accountId, { at })
  const isOpened = opens || asked.sealed.length > 0
  const max = isOpened ? spanMax.opened : spanMax.read
  const limit = wanted === undefined ? max : Math.min(wanted, max)
  const page = { after, limit, opens, narrowing: narrowing ?? null }
  const span = await lookAtSpan(tx, rule, deps.statuses.facts, {
    ...lookedFor(accountId, asked, at),
    ...page,
  })
  const { looked, through } = span
  if (asked.sealed.length === 0) return { found: span.rows, looked, through }
  return { found: await fittingBySealed(deps, tx, accountId, { asked, at, span }), looked, through }
}

/** Only those are opened of whom it is not known yet. Whoever was erased meanwhile fits nothing. */
async function fittingBySealed(
  { vault }: SegmentDeps,
  tx: Tx,
  accountId: AccountId,
  { asked, at, span }: { asked: Asked; at: Instant; span: { rows: LookedAt[] } },
): Promise<LookedAt[]> {
  const isAny = asked.match === 'any'
  const unsure = span.rows.filter(({ fits, sealed }) => sealed !== null && !(isAny && fits))
  const opened = await openContacts(
    vault,
    tx,
    accountId,
    unsure.map(({ subjectId, sealed }) => ({ subjectId, sealed: sealed as Buffer })),
  )
  const todayIn = todays(at)
  return span.rows.filter((one) => {
    if (isAny && one.fits) return true
    const open = opened.get(one.subjectId)
    if (open === undefined) return false
    const fits = (rule: ReadRule) => fitsValue(rule, open.body.fields.custom, todayIn(one.zone))
    return isAny ? asked.sealed.some(fits) : asked.sealed.every(fits)
  })
}

/** The day that it is where somebody lives; written once for each zone. */
function todays(at: Instant): (zone: string) => Today {
  const known = new Map<string, string>()
  return (zone) => () => {
    let day = known.get(zone)
    if (day === undefined) {
      day = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at)
      known.set(zone, day)
    }
    return day
  }
}

/**
 * A million are counted in some seconds where the tables are read once for all, and in twenty where
 * each is looked up: steps would show progress, and take longer than they comfort.
 */
const wholeMax = 2_000_000
/** How long one answer counts before it is given, and goes on with the next. */
const countMs = 900

/** Messages are looked for of the people of a span at once. */
const spanBySpan: ReadonlySet<string> = new Set(['last_message', 'campaign'])

export type Counted = { looked: number; statuses: StatusCount[]; through: ContactId | null }

/**
 * What the database can say by itself is counted at once; what lies sealed, and each person's
 * messages, a span at a time: the answer comes soon, and the rest is asked for.
 */
export async function countPeople(
  deps: SegmentDeps,
  accountId: AccountId,
  {
    rules,
    after,
    within = null,
  }: { rules: SegmentRules; after: ContactId | null; within?: ListId | null },
): Promise<Counted> {
  const at = deps.clock.now()
  const { database } = deps
  const asked = await database.inAccount(accountId, (tx) =>
    readAsked(deps, tx, accountId, rules, within),
  )
  const isSlow = asked.sealed.length > 0 || asked.plain.some(({ field }) => spanBySpan.has(field))
  if (!isSlow && after === null) {
    const whole = await database.inAccount(accountId, async (tx): Promise<Counted | null> => {
      const all = lookedFor(accountId, asked, at)
      if (await areMoreThan(tx, wholeMax, all)) return null
      const rule = await deps.statuses.rule(tx, accountId, { at })
      const { looked, statuses } = await countAll(tx, rule, deps.statuses.facts, all)
      return { looked, statuses: inOrder(statuses), through: null }
    })
    if (whole !== null) return whole
  }
  const counts = new Map<StatusCount['status'], number>()
  let [looked, through] = [0, after]
  const until = deps.clock.now() + countMs
  do {
    const span = await database.inAccount(
      accountId,
      (tx) => findSpan(deps, tx, accountId, { asked, at, after: through }),
      { byIndex: true },
    )
    looked += span.looked
    for (const { status } of span.found) counts.set(status, (counts.get(status) ?? 0) + 1)
    through = span.through
  } while (through !== null && deps.clock.now() < until)
  const statuses = [...counts].map(([status, people]) => ({ status, people }))
  return { looked, statuses: inOrder(statuses), through }
}
