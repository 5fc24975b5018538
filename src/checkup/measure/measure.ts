// Gathers every fact: what fails is a fact that could not be seen, and keeps no other from it.
import {
  accountsInAnyAccount,
  attemptLimits,
  passwordCost,
  passwordsKept,
  sessionLimits,
  sessionsInAnyAccount,
} from '../../accounts/index.ts'
import { contractStanding, readSuppliers } from '../../governance/index.ts'
import { failureFields } from '../../observability/index.ts'
import { accountsNotApplied } from '../../retention/index.ts'
import { readRoutes } from '../../routing/index.ts'
import { recoveryCheckedAt } from '../../vault/index.ts'
import type { CheckupDeps } from '../deps.ts'
import { type Facts, isUnseen, type Unseen, unseen } from '../facts.ts'
import { readPackageAnswer } from '../store.ts'
import { measureDatabase } from './database.ts'
import { measureDisks, measureKeys, measureOpenFiles } from './folders.ts'
import { measureMail } from './mail.ts'
import { measureMailDomain } from './mail-domain.ts'
import { measureClockKept } from './programs.ts'
import { measureAnswer, measureCertificate } from './server.ts'

export async function measureFacts(deps: CheckupDeps): Promise<Facts> {
  const { settings, database, clock, ports } = deps
  const at = clock.now()
  const seen = <T>(ask: () => Promise<T>): Promise<T | Unseen> => seenBy(deps, ask)
  const { publicUrl } = settings
  const ownUrl = deps.ownUrl()
  const [answer, certificate, isClockKept, mail, mailDomain] = await Promise.all([
    measureAnswer(publicUrl, ownUrl),
    measureCertificate(publicUrl),
    measureClockKept(),
    seen(() => measureMail(deps)),
    seen(() => measureMailDomain(settings.mail)),
  ])
  const asked = await seen(() => measureDatabase(deps))
  const kept = await seen(() => database.inInstallation(readPackageAnswer))
  return {
    at,
    isServerSeen: ownUrl !== null,
    settings,
    ...{ answer, certificate, isClockKept, mail, mailDomain },
    hasLiveAccounts: await seen(async () =>
      (await accountsInAnyAccount(database)).some(({ kind }) => kind === 'live'),
    ),
    keys: measureKeys(settings, recoveryCheckedAt),
    openFiles: measureOpenFiles(settings),
    disks: measureDisks(settings),
    database: isUnseen(asked) ? asked : asked.database,
    postgres: isUnseen(asked) ? asked : asked.postgres,
    nodeVersion: process.versions.node,
    passwords: await seen(() => measurePasswords(deps)),
    sessions: await seen(() => measureSessions(deps)),
    attempts: {
      triesMax: attemptLimits.ofNameAtPlace.max,
      perMs: attemptLimits.ofNameAtPlace.perMs,
    },
    contracts: await seen(() => measureContracts(deps)),
    routes: await seen(() => measureRoutes(deps)),
    retention: await seen(async () => {
      const accounts = await accountsInAnyAccount(database)
      return database.inAnyAccount((tx) => accountsNotApplied(tx, accounts, at))
    }),
    objections: await seen(async () => (await ports.objections?.()) ?? null),
    backup: (await ports.backupState?.()) ?? null,
    secondFactors: (await ports.secondFactors?.()) ?? null,
    packages: kept === null ? unseen('not_asked') : kept,
  }
}

/** Its reason is in the log: what a person reads says that it could not be seen. */
async function seenBy<T>(
  { logger }: Pick<CheckupDeps, 'logger'>,
  ask: () => Promise<T>,
): Promise<T | Unseen> {
  try {
    return await ask()
  } catch (error) {
    logger.error('checkup.not_measured', failureFields(error))
    return unseen('refused')
  }
}

type Needs = Pick<CheckupDeps, 'database' | 'clock'>

async function measurePasswords({ database }: Needs) {
  const { memoryKiB, passes } = passwordCost
  const kept = await database.inInstallation((tx) => passwordsKept(tx, { memoryKiB, passes }))
  return { memoryKiB, passes, ...kept }
}

/** A clock that was set back a little makes no session too long. */
const toleranceMs = 60_000

async function measureSessions({ database, clock }: Needs) {
  const now = clock.now()
  const { idleMs, totalMs } = sessionLimits
  const until = now + totalMs + toleranceMs
  const found = await database.inAnyAccount((tx) => sessionsInAnyAccount(tx, { now, until }))
  return { idleMs, totalMs, ...found }
}

async function measureContracts({ database, clock }: Needs) {
  const suppliers = await database.inInstallation(readSuppliers)
  const now = clock.now()
  return suppliers.map((supplier) => ({ name: supplier.name, ...contractStanding(supplier, now) }))
}

async function measureRoutes({ database }: Needs) {
  const routes = await database.inInstallation(readRoutes)
  return routes
    .map(({ route }) => route)
    .filter(({ enabled }) => enabled)
    .map(({ name, host, kind, usesTls }) => ({ name, host, isSmpp: kind === 'smpp', usesTls }))
}
