// Puts the rooms together: each gets what it needs from those on its left, through ports.
import {
  type AccountabilityDeps,
  accountabilityDataMap,
  accountabilityRoutes,
} from '../accountability/index.ts'
import {
  type AccountsDeps,
  accountOf,
  accountsDataMap,
  accountsInAnyAccount,
  accountsRoutes,
  argon2Passwords,
  authenticateWith,
  type DailyWork,
  idempotencyStore,
  judgeHere,
  makerOfToken,
  runDaily,
  sweepInvitations,
  sweepRequestLog,
} from '../accounts/index.ts'
import { auditDataMap } from '../audit/index.ts'
import { backupDataMap, backupRoutes } from '../backup/index.ts'
import { billingDataMap } from '../billing/index.ts'
import {
  campaignsDataMap,
  countCampaignsOf,
  stopRestored,
  watchRecurring,
} from '../campaigns/index.ts'
import {
  type CheckupDeps,
  type CheckupPorts,
  checkupDataMap,
  checkupRoutes,
} from '../checkup/index.ts'
import {
  consentDataMap,
  consentPolicyRoutes,
  consentRoutes,
  consentStays,
  ledgerRoutes,
  runExpiry,
  runGuard,
  runSequencer,
} from '../consent/index.ts'
import {
  contactsDataMap,
  contactsRoutes,
  hasContacts,
  runTagging,
  sweepRetention,
  type WhoStays,
} from '../contacts/index.ts'
import { disclosureDataMap, disclosureRoutes } from '../disclosure/index.ts'
import { governanceDataMap } from '../governance/index.ts'
import type { Authenticate, IdempotencyStore, OwnAddress, Route } from '../http/index.ts'
import {
  importWatch,
  intakeDataMap,
  intakeJobs,
  intakeRoutes,
  sweepShown,
} from '../intake/index.ts'
import { type JobHandlers, jobs } from '../jobs/index.ts'
import type { DataMap } from '../kernel/index.ts'
import { linksDataMap, linksRoutes } from '../links/index.ts'
import {
  createSmtp,
  type Mail,
  mailJobs,
  mailToUser,
  type NotificationsDeps,
  notificationsDataMap,
  notificationsJobs,
  notificationsRoutes,
  type SmtpSettings,
} from '../notifications/index.ts'
import {
  hearKeyword,
  preferencesDataMap,
  preferencesJobs,
  preferencesRoutes,
  preferencesStays,
  sweepPreferences,
} from '../preferences/index.ts'
import { erasureRoutes, privacyDataMap, privacyJobs, privacyRoutes } from '../privacy/index.ts'
import { receiptsRoutes } from '../receipts/index.ts'
import { retentionDataMap, retentionRoutes } from '../retention/index.ts'
import { routingDataMap } from '../routing/index.ts'
import {
  foldHours,
  type HearYes,
  hasWaiting,
  lookForRestoration,
  type Restoration,
  releaseHours,
  releaseSuspended,
  restorationRoutes,
  type SendingCalls,
  sendingDataMap,
  sendingStays,
  textRetentionRoutes,
} from '../sending/index.ts'
import {
  runSensitiveSweep,
  sensitiveDataMap,
  sensitiveJobs,
  sensitiveRoutes,
  sensitiveStays,
} from '../sensitive/index.ts'
import { runVaultUpkeep, type SubjectDataHolder, vaultDataMap } from '../vault/index.ts'
import { runRelay, sweepWebhooks, webhooksDataMap } from '../webhooks/index.ts'
import { answerPort } from './answer/answer-port.ts'
import { ofBackups, ofErased } from './answer/erasure-port.ts'
import { keysSeenTo } from './answer/reasons-of-people.ts'
import { metricsRoute } from './api/metrics-route.ts'
import {
  backupOver,
  backupPointsOver,
  startBackups,
  tellDrillOver,
  uploadsLostOf,
} from './compose-backups.ts'
import { type Base, baseOf, type ComposeOptions, type Infrastructure } from './compose-base.ts'
import {
  checkupOver,
  knowsAccounts,
  knowsBackups,
  knowsMail,
  runCheckupNightly,
} from './compose-checkup.ts'
import {
  accountEngines,
  deleteRestoredAccounts,
  deletionDepsOf,
  deletionsFor,
} from './compose-deletion.ts'
import {
  accountabilityOver,
  disclosureOver,
  notifyDaily,
  pointsOver,
  retentionOver,
  retentionWork,
  tellAccountability,
  watchNotices,
} from './compose-disclosure.ts'
import { composeOutgoing, type Engine, type Outgoing } from './compose-outgoing.ts'
import { type KnowsOfPoints, tellPoints } from './compose-points.ts'
import { composeReadings } from './compose-readings.ts'
import type { Config } from './config.ts'
import { namesElsewhere } from './journal/names-elsewhere.ts'
import { machineSettingsOf } from './machine-settings.ts'
import type { OnLinkDown } from './threads/engine-line.ts'
import type { EngineThread } from './threads/engine-thread.ts'
import { judgeInThread } from './threads/password-thread.ts'
import { webhooksOver } from './webhooks/webhooks-over.ts'

/**
 * Each set has workers of its own: what takes long, or waits for a server of somebody else, keeps
 * nobody waiting who waits for something else.
 */
export type JobHandlersBySet = Record<'own' | 'files' | 'mails' | 'webhooks', JobHandlers>

export type Rooms = {
  routes: Route[]
  authenticate: Authenticate
  idempotency: IdempotencyStore
  /** Why requests cannot be served well, while the database answers; null when they can. */
  notReady(): Promise<string | null>
  jobHandlers: JobHandlersBySet
  holders: SubjectDataHolder[]
  dataMaps: DataMap[]
  accounts: AccountsDeps
  consent: Pick<Base['consent'], 'suppressionsWhole'>
  /** Asked before anything can leave: whether this database was put back. `asked`: in any case. */
  holdIfRestored(asked?: boolean): Promise<Restoration | null>
  /** Told once the server listens: its own address, for links where no public one is set. */
  listensAt(url: string): void
  /** Opens the links to the operators, the default one at this address, and begins to send. */
  startEngines(operatorUrl: string, onLinkDown?: OnLinkDown): Promise<Engine[]>
  outgoing: Pick<Outgoing, 'startEngines' | 'pool' | 'engine' | 'hands'>
  /** Of accounts, for whoever is at the machine. */
  deletions: ReturnType<typeof deletionsFor>
  /** Contact files that a restore did not bring, until they are put up again. */
  uploadsLost(): ReturnType<typeof uploadsLostOf>
}

export function composeOptionsOf(config: Config): ComposeOptions {
  const { publicUrl, linkUrl, backlogSeconds, hasEngineThread, privateNetworks, smtp } = config
  const { webhookNetworks } = config
  return {
    smtp,
    machine: machineSettingsOf(config),
    deletionGraceDays: config.deletionGraceDays,
    linkUrl,
    backlogSeconds,
    privateNetworks,
    webhookNetworks,
    hasThreads: hasEngineThread,
    publicUrl,
    secureCookie: publicUrl?.startsWith('https:') ?? false,
    originHost: publicUrl === null ? 'accord.localhost' : new URL(publicUrl).hostname,
  }
}

/** `thread`: where the engine runs in one of its own; the rooms here only speak to it. */
export function composeRooms(
  infrastructure: Infrastructure,
  options: ComposeOptions,
  thread: EngineThread | null = null,
): Rooms {
  const base = baseOf(infrastructure, options)
  const { ownUrl, listensAt } = ownAddress()
  const address: OwnAddress = { publicUrl: options.publicUrl, ownUrl }
  const accountability = accountabilityOver(disclosureOver(base, address, options))
  const notifications = notificationsOver(base, { smtp: options.smtp ?? null, ...address })
  const siteUrl = () => address.publicUrl ?? ownUrl()
  const accounts = accountsDepsOf(base, options, notifications.mail, siteUrl)
  const holders = () => base.holders
  const answer = answerPort(base, { dataMaps, holders, mail: notifications.mail }, accountability)
  const shared = { ...base, jobs, ...address, answer, ...ofErased(base) }
  const preferencesOver = (calls: SendingCalls) => ({ ...shared, ...calls })
  // Preferences stands on sending, and hears what sending's routes hear.
  const hearYes = (calls: SendingCalls): HearYes => {
    const deps = preferencesOver(calls)
    return (heard) => hearKeyword(deps, heard)
  }
  const known = { ...base, hearYes, ...pointsKnown(base, options, accountability) }
  const outgoing = composeOutgoing(infrastructure, known, plainOf(options), thread)
  const preferences = preferencesOver(outgoing.calls)
  const { elsewhere, stop: stopReadings } = composeReadings(infrastructure, options)
  const intake = { ...base, accounts: { facts: accountOf }, jobs, elsewhere }
  const webhooks = webhooksOver(base, options)
  const checkup = checkupOver(infrastructure, options, checkedOf(base, options, ownUrl))
  const asks = { mail: notifications.mail, campaigns: outgoing.campaigns, dataMaps }
  const privacy = privacyOver(base, { accounts, ownUrl, options, ...asks })
  return {
    routes: [
      ...accountsRoutes(accounts, options),
      ...contactsRoutes(contactsOver(base)),
      ...[...consentPolicyRoutes(base), ...ledgerRoutes(base)],
      ...consentRoutes({ ...base, nothingLeaves: outgoing.calls.nothingLeaves }),
      ...receiptsRoutes({ ...base, elsewhere }),
      ...sensitiveRoutes({ ...base, jobs, makerOfToken }),
      ...[...intakeRoutes(intake), ...outgoing.routes],
      ...[...textRetentionRoutes(base), ...installationRoutes(base, options)],
      ...[...preferencesRoutes(preferences), ...disclosureRoutes(accountability)],
      ...[...notificationsRoutes(notifications), ...accountabilityRoutes(accountability)],
      ...[...privacyRoutes(privacy), ...erasureRoutes(privacy), ...checkupRoutes(checkup)],
      ...linksRoutes({ ...base, ...address, linkUrl: options.linkUrl ?? null }),
      ...[...webhooks.routes, metricsRoute(infrastructure.metrics, thread?.metrics)],
    ],
    authenticate: authenticateWith(accounts, options),
    idempotency: idempotencyStore(accounts),
    notReady: () => whyNotReady(base),
    jobHandlers: {
      own: {
        ...{ ...sensitiveJobs(base), ...preferencesJobs(preferences), ...privacyJobs(privacy) },
        ...{ ...notificationsJobs(notifications), ...outgoing.jobHandlers },
      },
      ...{ files: intakeJobs(intake), mails: mailJobs(notifications), webhooks: webhooks.handlers },
    },
    ...{ holders: base.holders, dataMaps: dataMaps(), accounts, consent: base.consent },
    outgoing,
    ...{ deletions: deletionsFor(privacy), uploadsLost: () => uploadsLostOf(base) },
    holdIfRestored: (asked) => holdIfRestored(base, asked),
    listensAt,
    startEngines: async (operatorUrl, onLinkDown) => {
      const links = await openLinks({ outgoing, privacy, operatorUrl, onLinkDown })
      const watches = [importWatch(intake), outgoing.watchCampaigns]
      const upkeep = startUpkeep(base, { watches, accountability, checkup, options, known })
      const own = accountEngines({ ...base, ...accounts }, privacy)
      return [...upkeep, ...own, { name: 'imports', stop: stopReadings }, ...links]
    },
  }
}

const pointsKnown = (base: Base, options: ComposeOptions, deps: AccountabilityDeps) => ({
  ...pointsOver(deps),
  ...backupPointsOver(base, options),
})

/** What can fail comes first: nothing runs yet that would have to be stopped. */
async function openLinks(asked: {
  outgoing: Outgoing
  privacy: ReturnType<typeof deletionDepsOf>
  operatorUrl: string
  onLinkDown: OnLinkDown | undefined
}): Promise<Engine[]> {
  await asked.outgoing.ensureRoute(asked.operatorUrl)
  await deleteRestoredAccounts(asked.privacy)
  return [...(await asked.outgoing.startEngines(asked.onLinkDown)), asked.outgoing.watchRoutes()]
}

type Privacy = Omit<Parameters<typeof deletionDepsOf>[1], 'lastDrill' | 'backupsKept'>

function privacyOver(base: Base, given: Privacy): ReturnType<typeof deletionDepsOf> {
  return deletionDepsOf(base, { ...given, ...ofBackups(backupOver(base, given.options)) })
}

const contactsOver = (base: Base) => ({
  ...{ ...base, accounts: { facts: accountOf } },
  ...{ campaignsOf: countCampaignsOf, namesElsewhere: namesElsewhere(base) },
})

/** Not known before the server listens. */
function ownAddress() {
  let url: string | null = null
  const listensAt = (at: string) => {
    url = at
  }
  return { ownUrl: () => url, listensAt }
}

/** What the self-check knows by other rooms. */
function checkedOf(base: Base, options: ComposeOptions, ownUrl: () => string | null) {
  const ports: CheckupPorts = {
    ...(options.backup === undefined ? {} : knowsBackups(backupOver(base, options))),
    ...knowsAccounts(base.database),
    ...knowsMail(options.smtp ?? null),
  }
  return { ownUrl, dataMaps, ports }
}

function accountsDepsOf(
  base: Base,
  options: ComposeOptions,
  mail: Mail,
  siteUrl: () => string | null,
): AccountsDeps {
  return {
    ...base,
    siteUrl,
    mailsLeave: () => mail.way(null) === 'smtp',
    sendMail: (tx, told) => mailToUser(mail, tx, told),
    passwords: argon2Passwords(),
    judgePassword: options.hasThreads ? judgeInThread() : judgeHere(),
    // An account sends for a legal entity from its first day: its own name, to begin with.
    accountMade: async (tx, { id, name, createdAt }) => {
      await base.contacts.createController(tx, id, name, createdAt)
    },
    accountHolds: async (tx, accountId) => ({
      people: await hasContacts(tx, accountId),
      waiting: await hasWaiting(tx, accountId),
    }),
    accountResumed: (tx, accountId) => releaseSuspended(tx, accountId, base.clock.now()),
    clockSet: (tx, accountId) => releaseHours(tx, accountId, base.clock.now()),
  }
}

/** Through its `mail` any room may be given the way to send one. */
function notificationsOver(
  base: Base,
  options: { smtp: SmtpSettings | null; publicUrl: string | null; ownUrl: () => string | null },
): NotificationsDeps {
  const { smtp: settings, ...addresses } = options
  const smtp = settings === null ? null : createSmtp(settings)
  return { ...base, ...addresses, jobs, smtp }
}

/** Options go to the engine's thread, where no function can follow. */
const plainOf = ({ backup: _, ...plain }: ComposeOptions): ComposeOptions => plain

function installationRoutes(base: Base, options: ComposeOptions): Route[] {
  return [
    ...restorationRoutes(base),
    ...backupRoutes(backupOver(base, options)),
    ...retentionRoutes(retentionOver(base)),
  ]
}

async function holdIfRestored(base: Base, asked = false): Promise<Restoration | null> {
  const accounts = await accountsInAnyAccount(base.database)
  const ids = accounts.map(({ id }) => id)
  const stopCampaigns = () => stopRestored(base, ids)
  const deps = { ...base, hasAccounts: ids.length > 0, stopCampaigns }
  return lookForRestoration(deps, base.clock.now(), asked)
}

async function whyNotReady({ consent }: Base): Promise<string | null> {
  return (await consent.isLedgerAhead()) ? 'consent.ledger_ahead_of_database' : null
}

/** Who asks after a person whose contact is old; messages last, since there are most of them. */
export const whoStays: readonly WhoStays[] = [
  consentStays,
  preferencesStays,
  sensitiveStays,
  sendingStays,
]

/** Nobody counts in hours that are so long over. */
const foldedAfterMs = 2 * 24 * 3_600_000

/** What ends by time; an account's log names it. */
function dailyWork(base: Base): DailyWork[] {
  const retention = { ...base, accounts: { facts: accountOf }, whoStays }
  return [
    { what: 'accounts_invitations', work: (caller) => sweepInvitations(base, caller) },
    { what: 'request_log_sweep', work: (caller) => sweepRequestLog(base, caller) },
    ...retentionWork(base, (...asked) => sweepRetention(retention, ...asked)),
    {
      what: 'ledger_comparison',
      work: (caller, isStopping) => base.consent.reconcile(caller, { isStopping }),
    },
    {
      what: 'figures_fold',
      work: ({ accountId }) =>
        base.database.inAccount(accountId, (tx) =>
          foldHours(tx, accountId, base.clock.now() - foldedAfterMs),
        ),
    },
    {
      what: 'preferences_sweep',
      work: (...asked) => sweepPreferences({ ...base, jobs }, ...asked),
    },
    { what: 'import_rows', work: (...asked) => sweepShown(base, ...asked) },
    { what: 'notifications', work: (caller) => notifyDaily(base, caller) },
    { what: 'webhooks_sweep', work: (...asked) => sweepWebhooks(base, ...asked) },
  ]
}

const dailyTold = (deps: AccountabilityDeps): DailyWork => ({
  what: 'notifications',
  work: (caller) => tellAccountability(deps, caller),
})

/** Soon enough for somebody who waits for it. */
const watchEveryMs = 2 * 60_000

type Upkeep = {
  watches: readonly DailyWork['work'][]
  accountability: AccountabilityDeps
  checkup: CheckupDeps
  options: ComposeOptions
  known: KnowsOfPoints
}

/** What looks after consents, secrets and keys, beside the requests. */
function startUpkeep(base: Base, upkeep: Upkeep): Engine[] {
  const { watches, accountability, checkup, options, known } = upkeep
  const accounts = accountsInAnyAccount
  const deps = { ...base, accounts, jobs, makerOfToken }
  const drill = { what: 'notifications' as const, work: tellDrillOver(base, options) }
  const daily = [
    ...dailyWork(base),
    drill,
    { what: 'notifications' as const, work: tellPoints(known) },
  ]
  return [
    { name: 'webhooks', stop: runRelay(base).stop },
    { name: 'sequencer', stop: runSequencer(base).stop },
    { name: 'consent_expiry', stop: runExpiry(deps).stop },
    { name: 'ledger_guard', stop: runGuard(deps).stop },
    ...daily.map((work) => ({ name: work.what, stop: runDaily(base, work).stop })),
    { name: 'recurring_sends', stop: watchRecurring(deps).stop },
    ...watches.map((work) => {
      const watch = { what: 'notifications' as const, work, everyMs: watchEveryMs }
      return { name: 'watch', stop: runDaily(base, watch).stop }
    }),
    watchNotices(base, accountability),
    { name: 'accountability', stop: runDaily(base, dailyTold(accountability)).stop },
    { name: 'sensitive_sweep', stop: runSensitiveSweep(deps).stop },
    { name: 'contacts_tags', stop: runTagging(deps).stop },
    { name: 'vault_upkeep', stop: runVaultUpkeep({ ...base, keysSeenTo: keysSeenTo(base) }).stop },
    runCheckupNightly(checkup, base),
    ...startBackups(base, options),
  ]
}

export function dataMaps(): DataMap[] {
  return [
    vaultDataMap,
    auditDataMap,
    accountsDataMap,
    billingDataMap,
    governanceDataMap,
    notificationsDataMap,
    webhooksDataMap,
    backupDataMap,
    retentionDataMap,
    linksDataMap,
    contactsDataMap,
    consentDataMap,
    sensitiveDataMap,
    intakeDataMap,
    routingDataMap,
    sendingDataMap,
    preferencesDataMap,
    campaignsDataMap,
    checkupDataMap,
    privacyDataMap,
    disclosureDataMap,
    accountabilityDataMap,
  ]
}
