// The public notice, the registers, and what shows that the rules are kept, over this installation:
// who keeps their versions, what other rooms' tables say, what open points are told; and the
// periods that they tell of, applied every night.
import {
  type AccountabilityDeps,
  type AccountabilityPoint,
  counselMeasure,
  impactPoints,
  planPoints,
  reviewPoints,
  type Scope,
  tellReviewsDue,
  tellTrainingDue,
  trainingMeasure,
  trainingPoints,
  undecidedPoints,
} from '../accountability/index.ts'
import { accountOf, type DailyWork, revealNeedsFactor, runDaily } from '../accounts/index.ts'
import { countLooks, newestLook } from '../audit/index.ts'
import { listBackups } from '../backup/index.ts'
import { lastCheckup } from '../checkup/index.ts'
import { tellEndingConsents } from '../consent/index.ts'
import {
  countContacts,
  restrictedPeople,
  type sweepRetention,
  viewRetention,
} from '../contacts/index.ts'
import {
  type BreachSource,
  countUndeclared,
  type DisclosureDeps,
  type Measure,
  type MoreMeasures,
  type RecordKind,
  watchDisclosure,
} from '../disclosure/index.ts'
import {
  tellChanges,
  tellEndingContracts,
  tellObjections,
  tellSupplierContracts,
} from '../governance/index.ts'
import type { OwnAddress } from '../http/index.ts'
import { pastImportsKind } from '../intake/index.ts'
import type { AccountId, Caller, Language } from '../kernel/index.ts'
import { sweepNotifications } from '../notifications/index.ts'
import type { PointSource } from '../overview/index.ts'
import { peopleAsking, tellDueRequests } from '../preferences/index.ts'
import { type RetentionDeps, recordNight, sweepNight } from '../retention/index.ts'
import { suppliersInUse } from '../routing/index.ts'
import {
  pastMessagesKind,
  pastRepliesKind,
  sparedTexts,
  sweepTexts,
  viewTextRetention,
} from '../sending/index.ts'
import { sparedValues } from '../sensitive/index.ts'
import type { Tx } from '../storage/index.ts'
import { readUpkeepState } from '../vault/index.ts'
import { sentence } from '../words/index.ts'
import { numbersKept } from './answer/erasure-port.ts'
import type { Base, ComposeOptions } from './compose-base.ts'
import type { Engine } from './compose-outgoing.ts'
import { pastLooksKind } from './journal/past-looks.ts'

/** Where other rooms have measured something that people should read, it joins here. */
export function disclosureOver(
  base: Base,
  own: OwnAddress,
  { backup }: Pick<ComposeOptions, 'backup'>,
): DisclosureDeps {
  const breaches = breachSource(base, backup)
  return {
    ...base,
    ...own,
    breaches,
    moreMeasures: [
      ...(backup === undefined ? [] : [ageOfBackups(base, backup)]),
      (tx) => trainedAndCounselled(base, tx, null),
    ],
    accountMeasures: async (tx, accountId) => [
      ...(await trainedAndCounselled(base, tx, accountId)),
      ...(await secondFactors(base, tx, accountId)),
    ],
  }
}

/** The organisation’s own: who is trained, and when counsel was heard. */
const trainedAndCounselled = async (base: Base, tx: Tx, whose: AccountId | null) => [
  ...(await trainingMeasure(base, tx, whose)),
  ...(await counselMeasure(base, tx, whose)),
]

/** Said of an account only while it requires one of those who see data in clear. */
async function secondFactors(
  { clock }: Pick<Base, 'clock'>,
  tx: Tx,
  accountId: AccountId,
): Promise<Measure[]> {
  if (!(await revealNeedsFactor(tx, accountId, clock.now()))) return []
  const say = (language: Language) => sentence(language, 'accounts.measure.second_factor') ?? ''
  return [{ code: 'second_factor', type: 'access', text: { fr: say('fr'), en: say('en') } }]
}

const hourMs = 3_600_000

/** Said only while there is one: a typed sentence might not be true of this installation. */
function ageOfBackups(
  { clock }: Pick<Base, 'clock'>,
  { settings: { keepDays: days }, changes }: NonNullable<ComposeOptions['backup']>,
): MoreMeasures {
  return async () => {
    // As it was seen lately: a view waits for no folder and takes no connection for it.
    const { newestAt, changes: kept } = changes.seen()
    if (newestAt === null) return []
    const hours = 1 + Math.max(1, Math.floor((clock.now() - newestAt) / hourMs))
    const code = kept.state === 'kept' ? 'backup.measure_changes' : 'backup.measure'
    const say = (language: Language) => sentence(language, code, { hours, days }) ?? ''
    const text = { fr: say('fr'), en: say('en') }
    return [{ code: 'backups', type: 'backup', isLive: true, text }]
  }
}

/** Often enough that a notice which nobody reads has its versions within the hour. */
const noticesEveryMs = 15 * 60_000

export function watchNotices(base: Base, deps: DisclosureDeps): Engine {
  const work: Parameters<typeof runDaily>[1]['work'] = (caller) => watchDisclosure(deps, caller)
  const watch = { what: 'public_notice' as const, work, everyMs: noticesEveryMs }
  return { name: 'public_notice', stop: runDaily(base, watch).stop }
}

/** "More than" is as good as a number for a letter, and no count takes long. */
const countedTo = 1_000_000

/** Where the records of each kind stand. */
const tables: Readonly<Record<RecordKind, string>> = {
  contacts: 'contacts.contact',
  consents: 'consent.entry',
  objections: 'consent.suppression',
  messages: 'sending.result',
  replies: 'sending.inbound',
  sensitive: 'sensitive.value',
  requests: 'preferences.request',
  files: 'intake.import',
  journal: 'audit.entry',
}

async function countIn(tx: Tx, table: string, accountId: AccountId) {
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count
     from (select from ${table} where account_id = $1 limit $2) counted`,
    [accountId, countedTo + 1],
  )
  const count = rows[0]?.count ?? 0
  return { count: Math.min(count, countedTo), isMore: count > countedTo }
}

const lastLogIn = { action: 'accounts.logged_in', before: null, limit: 1 } as const

function breachSource(
  { audit }: Pick<Base, 'audit'>,
  backup: ComposeOptions['backup'],
): BreachSource {
  return {
    countPeople: countContacts,
    records: async (tx, accountId) => {
      const counted: Partial<Awaited<ReturnType<BreachSource['records']>>> = {}
      for (const [kind, table] of Object.entries(tables)) {
        counted[kind as RecordKind] = await countIn(tx, table, accountId)
      }
      return counted as Awaited<ReturnType<BreachSource['records']>>
    },
    countries: async (tx, accountId) => {
      const { rows } = await tx.query<{ country: string; people: number }>(
        `select country, count(*)::int as people from contacts.contact
         where account_id = $1 group by country order by people desc, country limit 50`,
        [accountId],
      )
      return rows
    },
    keysTurnedAt: async (tx, accountId) =>
      (await readUpkeepState(tx, accountId))?.rotatedAt ?? null,
    looks: async (tx, accountId, since) => ({
      ...(await countLooks(tx, accountId, { since, most: countedTo })),
      lastAt: await newestLook(tx, accountId),
    }),
    lastLogIn: async (tx, accountId) => (await audit.list(tx, accountId, lastLogIn))[0]?.at ?? null,
    lastBackupAt: () => {
      const folder = backup?.settings.folder ?? null
      return folder === null ? null : (listBackups(folder)[0]?.begun ?? null)
    },
  }
}

export function accountabilityOver(disclosure: DisclosureDeps): AccountabilityDeps {
  return {
    ...disclosure,
    lastCheckup,
    counts: {
      people: countContacts,
      children: async (tx, accountId) => {
        const { rows } = await tx.query<{ count: number }>(
          `select count(*)::int as count from (
             select distinct subject_id from consent.parental_authorisation
             where account_id = $1 limit $2) counted`,
          [accountId, countedTo],
        )
        return rows[0]?.count ?? 0
      },
    },
  }
}

type Read = (
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
) => Promise<AccountabilityPoint[]>

/** What open points ask of the registers, assessments, training and reviews. */
export const pointsOver = (deps: AccountabilityDeps) => ({
  countUndeclared: (tx: Tx, accountId: AccountId) => countUndeclared(deps, tx, accountId),
  morePoints: accountabilityPoints(deps),
})

function accountabilityPoints(deps: AccountabilityDeps): PointSource[] {
  const both = (kind: PointSource['kind'], path: string, read: Read): PointSource[] => [
    {
      ...{ kind, needs: 'registers.manage', leadsTo: path },
      read: (caller) => read(deps, 'account', caller),
    },
    {
      ...{ kind, needs: 'installation.manage', leadsTo: `/installation${path}` },
      read: (caller) => read(deps, 'installation', caller),
    },
  ]
  return [
    ...both('assessment_open', '/impact', impactPoints),
    ...both('plan_due', '/impact', planPoints),
    ...both('training_missing', '/training', trainingPoints),
    ...both('review_due', '/reviews', reviewPoints),
    ...both('review_undecided', '/reviews', undecidedPoints),
  ]
}

/** What comes near by itself, told once a day. */
export async function tellAccountability(
  deps: AccountabilityDeps,
  caller: Pick<Caller, 'accountId'>,
): Promise<void> {
  await tellTrainingDue(deps, caller)
  await tellReviewsDue(deps, caller)
}

export function retentionOver(base: Base): RetentionDeps {
  const { database, audit, clock, logger } = base
  const kinds = [
    pastMessagesKind({ ...base, numbersKept }),
    pastRepliesKind(base),
    pastImportsKind,
    pastLooksKind({ asking: peopleAsking, restricted: restrictedPeople }),
  ]
  return { database, audit, clock, logger, kinds, restricted: restrictedOver(base) }
}

/** What stays of people whose data may only be kept, beside the kinds that a night deletes. */
const restrictedOver = ({
  clock,
}: Pick<Base, 'clock'>): NonNullable<RetentionDeps['restricted']> => ({
  countPeople: async (tx, accountId) => (await restrictedPeople(tx, accountId)).length,
  kinds: [
    { kind: 'texts', count: (tx, accountId) => sparedTexts({ clock }, tx, { accountId }) },
    { kind: 'sensitive', count: (tx, accountId) => sparedValues({ clock }, tx, accountId) },
  ],
})

/** Often enough that a night which failed, or was missed while nothing ran, is made up for soon. */
const nightEveryMs = 30 * 60_000

const went = (deleted: number, rows: Record<string, number>) => ({ deleted, rows })

/** What ends by its age; each night has its record. */
export function retentionWork(
  base: Base,
  sweepContacts: (caller: Caller, isStopping: () => boolean) => ReturnType<typeof sweepRetention>,
): DailyWork[] {
  const { database } = base
  const retention = retentionOver(base)
  const contacts = recordNight(retention, {
    kind: 'contacts',
    work: sweepContacts,
    of: async ({ accountId }, { erased }) => {
      const facts = { vault: base.vault, accounts: { facts: accountOf } }
      const { months } = await database.inAccount(accountId, (tx) =>
        viewRetention(facts, tx, accountId),
      )
      return { ...went(erased, { contacts: erased }), term: { count: months, unit: 'months' } }
    },
  })
  const texts = recordNight(retention, {
    kind: 'texts',
    work: (...asked) => sweepTexts(base, ...asked),
    of: async (caller, { message, inbound }) => {
      const { days } = await database.inAccount(caller.accountId, (tx) =>
        viewTextRetention(tx, caller),
      )
      const rows = { message_texts: message, reply_texts: inbound }
      return { ...went(message + inbound, rows), term: { count: days, unit: 'days' } }
    },
  })
  return [
    { what: 'contacts_retention', work: contacts },
    { what: 'text_retention', work: texts },
    {
      what: 'retention',
      everyMs: nightEveryMs,
      work: (...asked) => sweepNight(retention, ...asked),
    },
  ]
}

/** What comes near by itself: nobody does anything in whose transaction it could be told. */
export async function notifyDaily(base: Base, caller: Caller): Promise<void> {
  await tellEndingConsents(base, caller)
  await tellDueRequests(base, caller)
  await tellEndingContracts(base)
  await tellChanges(base)
  await tellObjections(base)
  await tellSupplierContracts({ ...base, carriersOf }, caller)
  await sweepNotifications(base, caller)
}

/** Whom messages of the account may go to: a trial account reaches nobody outside. */
async function carriersOf(tx: Tx, accountId: AccountId): Promise<ReadonlySet<string>> {
  const { kind } = await accountOf(tx, accountId)
  if (kind !== 'live') return new Set()
  const inUse = await suppliersInUse(tx)
  return new Set(inUse.flatMap((one) => (one.isSandbox ? [] : [one.supplierId])))
}
