// What most rooms ask for, made once.
import { accountOf } from '../accounts/index.ts'
import { createAudit } from '../audit/index.ts'
import type { BackupPlaces, BackupSettings, ChangesSeen } from '../backup/index.ts'
import { campaignsHolder } from '../campaigns/index.ts'
import type { MachineSettings } from '../checkup/index.ts'
import { createAlarm, createConsent } from '../consent/index.ts'
import { createContacts, keepCounts } from '../contacts/index.ts'
import { accountOfCodeInAnyAccount, noticePath, retentionPeriods } from '../disclosure/index.ts'
import { jobs } from '../jobs/index.ts'
import type { AccountId, Instant } from '../kernel/index.ts'
import { createMail, type SmtpSettings } from '../notifications/index.ts'
import {
  openRequestsOf,
  peopleAsking,
  preferencesHolder,
  restrictionOf,
} from '../preferences/index.ts'
import { liftByConsent, sendingHolder } from '../sending/index.ts'
import { createSensitive } from '../sensitive/index.ts'
import type { Storage, Tx } from '../storage/index.ts'
import type { SubjectDataHolder } from '../vault/index.ts'
import { webhooksHolder } from '../webhooks/index.ts'
import { erasuresOver } from './answer/erasure-port.ts'
import { journalHolder } from './answer/reasons-of-people.ts'
import type { BackupsApart } from './backup-apart.ts'
import type { Foundation } from './foundation.ts'
import { statusesOver } from './statuses.ts'

export type ComposeOptions = {
  secureCookie: boolean
  /** For links in messages; null: a live account sends none. */
  publicUrl: string | null
  /** Where short links begin; null: the public address. */
  linkUrl?: string | null
  /** Names the installation in its ledgers' origin lines. */
  originHost: string
  backlogSeconds: number
  /** Days between the request to delete an account and its deletion; 14 by default. */
  deletionGraceDays?: number
  /** Where the sandbox operator is told what its telephones answer; null without one. */
  sandboxControlPort?: number | null
  /** Where routes may lead beside public addresses. */
  privateNetworks: readonly string[]
  /** Where webhooks may go beside public addresses. */
  webhookNetworks?: readonly string[]
  /** The mail server; null: none is configured. */
  smtp?: SmtpSettings | null
  /** What the self-check may know of the configuration; null: nothing. */
  machine?: MachineSettings | null
  /** Absent where nothing runs by itself: pages on paper, commands. */
  backup?: BackupComposed
  /** Threads beside this one: else a password is judged here, and what goes on meanwhile waits. */
  hasThreads: boolean
}

/** How the server's backups are set, and how one is begun. */
export type BackupComposed = {
  settings: BackupSettings
  places: BackupPlaces
  isEmbedded: boolean
  apart: BackupsApart
  /** How changes stand, as it was seen lately, and since when a new backup is needed for them. */
  changes: {
    start(): void
    seen(): ChangesSeen
    neededSince(): Instant | null
    stop(): Promise<void>
  }
}

export type Base = ReturnType<typeof baseOf<Infrastructure>>
/** A thread has no more of the storage than the way into the database. */
export type Infrastructure = Omit<Foundation, 'storage'> & { storage: Pick<Storage, 'wayIn'> }

type Needed = Pick<
  Infrastructure,
  'database' | 'vault' | 'timers' | 'randomness' | 'makeId' | 'dataFolder'
> & {
  logger: Pick<Infrastructure['logger'], 'error'>
  metrics: Pick<Infrastructure['metrics'], 'count'>
}

/** What people ask for about their data: nobody deletes it meanwhile. */
const openRequests = { of: openRequestsOf, people: peopleAsking, restriction: restrictionOf }

/** What most rooms ask for, beside the infrastructure itself. */
export function baseOf<G extends Needed>(
  infrastructure: G,
  { originHost, backup, smtp }: Pick<ComposeOptions, 'originHost' | 'backup' | 'smtp'>,
) {
  const { timers: clock } = infrastructure
  const audit = createAudit({ ...infrastructure, clock })
  const alarm = createAlarm({ ...infrastructure, clock, audit })
  const consent = createConsent({
    ...{ ...infrastructure, clock, originHost, alarm },
    agreed: liftByConsent,
  })
  const accounts = { facts: accountOf }
  // Also where files are read, apart from the server: people go from there, too.
  const holders: SubjectDataHolder[] = []
  const hasSmtp = smtp !== undefined && smtp !== null
  const mail = createMail({ ...infrastructure, clock, jobs, hasSmtp })
  const erasures = erasuresOver(
    { ...infrastructure, clock, consent, mail, holders: () => holders },
    backup,
  )
  const proofs = consent
  const known = { accounts, proofs, erasures, openRequests }
  const contacts = createContacts({ ...infrastructure, clock, audit, ...known })
  const statuses = statusesOver(consent)
  const sensitive = createSensitive({ ...infrastructure, clock, consent })
  holders.push(contacts.holder, consent.holder, sensitive.holder)
  holders.push(sendingHolder({ ...infrastructure, clock }), campaignsHolder(infrastructure))
  holders.push(preferencesHolder(infrastructure))
  holders.push(webhooksHolder, journalHolder)
  return {
    ...infrastructure,
    clock,
    audit,
    record: audit.record,
    contacts,
    consent,
    proofs,
    erasures,
    openRequests,
    holders,
    mail,
    statuses,
    counts: keepCounts({ ...infrastructure, clock, statuses }),
    noticePath: (tx: Tx, accountId: AccountId) => noticePath(infrastructure, tx, accountId),
    accountOfNotice: (code: string) =>
      infrastructure.database.inAnyAccount((tx) => accountOfCodeInAnyAccount(tx, code)),
    /** Whoever tells how long what is kept reads it here: register, notice, access answers. */
    retentionPeriods: (tx: Tx, accountId: AccountId) =>
      retentionPeriods({ ...infrastructure, clock, accounts, consent }, tx, accountId),
    sensitive,
  }
}
