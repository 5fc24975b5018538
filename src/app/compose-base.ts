// What most rooms ask for, made once.
import { accountOf } from '../accounts/index.ts'
import { createAudit } from '../audit/index.ts'
import { createAlarm, createConsent } from '../consent/index.ts'
import { createContacts } from '../contacts/index.ts'
import { createSensitive } from '../sensitive/index.ts'
import type { Storage } from '../storage/index.ts'
import type { Foundation } from './foundation.ts'

export type ComposeOptions = {
  secureCookie: boolean
  /** For links in messages; null: a live account sends none. */
  publicUrl: string | null
  /** Names the installation in its ledgers' origin lines. */
  originHost: string
  backlogSeconds: number
  /** Where routes may lead beside public addresses. */
  privateNetworks: readonly string[]
  /** Threads beside this one: else a password is judged here, and what goes on meanwhile waits. */
  hasThreads: boolean
}

export type Base = ReturnType<typeof baseOf<Ground>>
/** A thread has no more of the storage than the way into the database. */
export type Ground = Omit<Foundation, 'storage'> & { storage: Pick<Storage, 'wayIn'> }

type Needed = Pick<
  Ground,
  'database' | 'vault' | 'timers' | 'randomness' | 'makeId' | 'dataFolder'
> & { logger: Pick<Ground['logger'], 'error'>; metrics: Pick<Ground['metrics'], 'count'> }

/** What most rooms ask for, beside the ground itself. */
export function baseOf<G extends Needed>(
  ground: G,
  { originHost }: Pick<ComposeOptions, 'originHost'>,
) {
  const { timers: clock } = ground
  const audit = createAudit({ ...ground, clock })
  const alarm = createAlarm({ ...ground, clock, audit })
  const consent = createConsent({ ...ground, clock, originHost, alarm })
  const accounts = { facts: accountOf }
  const contacts = createContacts({ ...ground, clock, audit, accounts, proofs: consent })
  const sensitive = createSensitive({ ...ground, clock, consent })
  return { ...ground, clock, audit, record: audit.record, contacts, consent, sensitive }
}
