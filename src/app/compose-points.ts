// The open points: each room's part of them. A room that knows more adds its source here.
import { accountNamesInAnyAccount, accountOf } from '../accounts/index.ts'
import { countLooks } from '../audit/index.ts'
import { gapsOf, lastCheckup } from '../checkup/index.ts'
import { countExpiring } from '../consent/index.ts'
import { isLargeAccount, toldNo } from '../contacts/index.ts'
import { instantOf, isoDateOf, wallTimeOf } from '../countries/index.ts'
import { breachesDue, ownBreachesDue, ownBreachName, ownBreachWhen } from '../disclosure/index.ts'
import {
  barsInAnyAccount,
  contractStanding,
  openObjections,
  readSuppliers,
} from '../governance/index.ts'
import type { AccountId, Caller, Instant } from '../kernel/index.ts'
import { type OpenPoint, type PointSource, remembered, tellOpenPoints } from '../overview/index.ts'
import { requestsDue } from '../preferences/index.ts'
import { countNotices, programsUntold } from '../privacy/index.ts'
import { notApplied } from '../retention/index.ts'
import { barredWaitingInAnyAccount, countOverruled, countUnknown } from '../sending/index.ts'
import { countProposed } from '../sensitive/index.ts'
import type { Tx } from '../storage/index.ts'
import { sentence } from '../words/index.ts'
import type { Base } from './compose-base.ts'

const dayMs = 86_400_000
const kindMax = 100
const countMax = 1_000

export type KnowsOfPoints = Base & {
  /** Of disclosure, which stands on sending. */
  countUndeclared(tx: Tx, accountId: AccountId): Promise<number>
  /** Whether a backup can be put back is known; false also where others make them. */
  isDrillAmiss(caller: Caller): Promise<boolean>
  /** When the oldest backup was to be removed, if that day is past; null: none is late. */
  oldBackupSince(): Promise<Instant | null>
  /** Of rooms that stand on disclosure and the self-check. */
  morePoints: readonly PointSource[]
}

export function pointSources(base: KnowsOfPoints): PointSource[] {
  return [...ofAccount(base), ...ofInstallation(base), ...base.morePoints]
}

/** Once a day for each account; its own points alone. */
export const tellPoints = (base: KnowsOfPoints) => {
  const points = pointSources(base)
  return (caller: Caller) => tellOpenPoints({ ...base, points }, caller)
}

/** A program that is away for a night takes an erasure by itself. */
const untoldMs = 2 * dayMs
/** As long as a person waits for an answer. */
const tellWithinMs = 30 * dayMs

/** One point where there is something to count, and none where there is nothing. */
const counted = (count: number, by: Instant | null = null): OpenPoint[] =>
  count === 0 ? [] : [{ by, details: { count } }]

function ofAccount(base: KnowsOfPoints): PointSource[] {
  const { database, contacts, clock } = base
  const own =
    (read: (tx: Tx, caller: Caller, at: Instant) => Promise<OpenPoint[]>) =>
    (caller: Caller, at: Instant) =>
      database.inAccount(caller.accountId, (tx) => read(tx, caller, at))
  const isLarge = (accountId: AccountId) =>
    database.inAccount(accountId, (tx) => isLargeAccount(tx, accountId))
  const kept = (read: Parameters<typeof own>[0]) => remembered({ clock, isLarge }, own(read))
  return [
    ...ofLedger(base),
    ...ofDisclosure(base, own),
    {
      ...{ kind: 'request_due', needs: 'consent.read', leadsTo: '/requests' },
      read: own(async (tx, { accountId }, at) => {
        const before = at + 366 * dayMs
        const due = await requestsDue(tx, accountId, { before, limit: kindMax })
        return due.map(({ id, dueAt }) => ({ by: dueAt, details: {}, leadsTo: `/requests/${id}` }))
      }),
    },
    {
      ...{ kind: 'legal_basis_waits', needs: 'consent.read', leadsTo: '/sensitive' },
      read: own(async (tx, { accountId }, at) => counted(await countProposed(tx, accountId, at))),
    },
    {
      ...{ kind: 'program_to_tell', needs: 'consent.read', leadsTo: '/erasures' },
      read: own(async (tx, { accountId }, at) => {
        const asked = { before: at - untoldMs, limit: countMax }
        const { count, first } = await programsUntold(tx, accountId, asked)
        return counted(count, first === null ? null : first + tellWithinMs)
      }),
    },
    {
      ...{ kind: 'unproven', needs: 'contacts.read', leadsTo: '/quarantine' },
      read: kept(async (tx, { accountId }) => {
        const held = await contacts.quarantineCounts(tx, accountId, null)
        const unproven = held.filter(({ reason }) => !toldNo.has(reason))
        return counted(unproven.reduce((sum, one) => sum + one.contacts, 0))
      }),
    },
    {
      ...{ kind: 'consents_end', needs: 'consent.read', leadsTo: '/expiring-consents' },
      read: kept(async (tx, { accountId }, at) => {
        const before = at + 30 * dayMs
        const ending = await countExpiring(tx, accountId, { at, before })
        return counted(
          ending.reduce((sum, { soon }) => sum + soon, 0),
          before,
        )
      }),
    },
    {
      ...{ kind: 'alerts_overruled', needs: 'messages.read', leadsTo: '/campaigns' },
      read: own(async (tx, { accountId }, at) =>
        counted(await countOverruled(tx, accountId, { since: at - 30 * dayMs, max: countMax })),
      ),
    },
    allLooks(own),
  ]
}

function ofLedger({ database, consent }: KnowsOfPoints): PointSource[] {
  return [
    {
      ...{ kind: 'ledger_differs', needs: 'consent.read', leadsTo: '/proofs', isUrgent: true },
      read: async ({ accountId }) => {
        const last = await database.inAccount(accountId, (tx) =>
          consent.reconciliation(tx, accountId),
        )
        const found = { ...last?.differences }
        // Told by the next point, as long as it is so.
        if (!(await consent.suppressionsWhole(accountId))) delete found['suppressions_incomplete']
        return counted(Object.values(found).reduce((sum, one) => sum + one, 0))
      },
    },
    {
      ...{ kind: 'objections_unknown', needs: 'consent.read', leadsTo: '/proofs', isUrgent: true },
      read: async ({ accountId }) => {
        if (await consent.suppressionsWhole(accountId)) return []
        const count = await database.inAccount(accountId, (tx) =>
          countUnknown(tx, accountId, countMax),
        )
        return [{ by: null, details: { count } }]
      },
    },
  ]
}

type Own = (
  read: (tx: Tx, caller: Caller, at: Instant) => Promise<OpenPoint[]>,
) => PointSource['read']

const allLooks = (own: Own): PointSource => ({
  ...{ kind: 'reveals', needs: 'audit.read', leadsTo: '/journal' },
  read: own(async (tx, { accountId }, at) => {
    const { zone } = await accountOf(tx, accountId)
    const first = wallTimeOf(zone, at).day - 6
    const since = instantOf(zone, first, 0)
    const { count } = await countLooks(tx, accountId, { since, most: looksMax })
    // The list that it leads to begins with the same day, and holds the same kinds.
    const leadsTo = `/journal?sort=looks&from=${isoDateOf(first)}`
    return counted(count).map((point) => ({ ...point, leadsTo }))
  }),
})

const ownBreaches = ({ vault }: KnowsOfPoints, own: Own): PointSource => ({
  ...{ kind: 'own_breach_due', needs: 'registers.manage', leadsTo: '/breaches' },
  read: own(async (tx, { accountId, language }) => {
    const due = await ownBreachesDue({ vault }, tx, accountId)
    return due.map((one) => ({
      ...{ by: one.dueAt, leadsTo: `/breaches/${one.id}` },
      details: { name: ownBreachName(language, one), when: ownBreachWhen(language, one) },
    }))
  }),
})

function ofDisclosure(base: KnowsOfPoints, own: Own): PointSource[] {
  const { countUndeclared, isDrillAmiss } = base
  return [
    ownBreaches(base, own),
    {
      ...{ kind: 'restore_drill', needs: 'registers.manage', leadsTo: '/register' },
      read: async (caller) => ((await isDrillAmiss(caller)) ? [{ by: null, details: {} }] : []),
    },
    {
      ...{ kind: 'purpose_undeclared', needs: 'registers.manage', leadsTo: '/register' },
      read: own(async (tx, { accountId }) => counted(await countUndeclared(tx, accountId))),
    },
    {
      ...{ kind: 'retention_late', needs: 'account.read', leadsTo: '/retention' },
      read: own(async (tx, { accountId }, at) => {
        const { createdAt } = await accountOf(tx, accountId)
        return counted((await notApplied(tx, accountId, { at, createdAt })).length)
      }),
    },
    {
      ...{ kind: 'deletion_waits', needs: 'audit.read', leadsTo: '/settings/deletion' },
      read: own(async (tx, { accountId }) => {
        const { deletionDueAt: by } = await accountOf(tx, accountId)
        return by === null ? [] : [{ by, details: {} }]
      }),
    },
  ]
}

/** No account has so many in a week; a count has an end. */
const looksMax = 1_000_000

const noticesPath = '/installation/erasures'

/** As users are told of it. */
const contractDays = 60

function ofInstallation({ database, vault, oldBackupSince }: KnowsOfPoints): PointSource[] {
  const standings = async (at: Instant) => {
    const suppliers = await database.inInstallation(readSuppliers)
    return suppliers.map((one) => ({ name: one.name, ...contractStanding(one, at) }))
  }
  const ofStaff = { needs: 'installation.manage', leadsTo: '/installation/suppliers' } as const
  return [
    {
      ...{ kind: 'breach_due', needs: 'installation.manage', leadsTo: '/installation/breaches' },
      read: async () => {
        const due = await database.inInstallation((tx) => breachesDue({ vault }, tx))
        return due.map(({ id, number, dueAt }) => ({
          ...{ by: dueAt, leadsTo: `/installation/breaches/${id}` },
          details: { number },
        }))
      },
    },
    {
      ...{ kind: 'contract_without', ...ofStaff, isUrgent: true },
      read: async (_caller, at) =>
        (await standings(at)).flatMap(({ name, state }) =>
          state === 'valid' ? [] : [{ by: null, details: { name } }],
        ),
    },
    {
      ...{ kind: 'contract_ends', ...ofStaff },
      read: async (_caller, at) =>
        (await standings(at)).flatMap(({ name, state, until }) => {
          const days = until === null ? contractDays + 1 : Math.ceil((until - at) / dayMs)
          if (state !== 'valid' || days > contractDays) return []
          return [{ by: until, details: { name, days } }]
        }),
    },
    {
      ...{ kind: 'objection_due', ...ofStaff },
      read: async (_caller, at) => {
        const open = await openObjections({ database }, at, kindMax)
        return open.map(({ answerBy: by, supplier: name, account }) => ({
          ...{ by, details: { name, account } },
        }))
      },
    },
    {
      ...{ kind: 'barred_waiting', ...ofStaff, isUrgent: true },
      read: (_caller, at) => barredWaiting(database, at),
    },
    {
      ...{ kind: 'recipient_to_tell', needs: 'installation.manage', leadsTo: noticesPath },
      read: async (_caller, at) => counted((await countNotices(database, at, countMax)).toTell),
    },
    {
      ...{ kind: 'recipient_silent', needs: 'installation.manage', leadsTo: noticesPath },
      read: async (_caller, at) => counted((await countNotices(database, at, countMax)).silent),
    },
    oldBackup(oldBackupSince),
    {
      ...{ kind: 'check_gap', needs: 'installation.manage', leadsTo: '/installation/check' },
      read: async ({ language }) => {
        const last = await database.inInstallation(lastCheckup)
        return (last === null ? [] : gapsOf(last)).map((check) => ({
          by: null,
          details: { title: sentence(language, `checkup.${check}`) ?? check },
        }))
      },
    },
  ]
}

const oldBackup = (oldBackupSince: KnowsOfPoints['oldBackupSince']): PointSource => ({
  ...{ kind: 'old_backup', needs: 'installation.manage', leadsTo: '/installation/backups' },
  read: async () => {
    const by = await oldBackupSince()
    return by === null ? [] : [{ by, details: {} }]
  },
})

/** What waits for a supplier that its account objects to, and that no other route has taken. */
const barredWaiting = (database: Base['database'], at: Instant): Promise<OpenPoint[]> =>
  database.inAnyAccount(async (tx) => {
    const accounts = new Set((await barsInAnyAccount(tx, at)).map(({ accountId }) => accountId))
    const held = await barredWaitingInAnyAccount(tx, [...accounts], countMax)
    const shown = held.slice(0, kindMax)
    const names = await accountNamesInAnyAccount(
      tx,
      shown.map(({ accountId }) => accountId),
    )
    return shown.map(({ accountId, count }) => ({
      ...{ by: null, details: { account: names.get(accountId)?.name ?? '', count } },
    }))
  })
