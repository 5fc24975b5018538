// Builds the room: each of its use cases over one store, vault, clock and ledger.
import type { Clock, MakeId, Randomness } from '../kernel/index.ts'
import type { Database } from '../storage/index.ts'
import type { SubjectDataHolder, Vault } from '../vault/index.ts'
import type { Alarm } from './alarm.ts'
import { type ConsentGate, createConsentGate } from './gate/consent-gate.ts'
import { type ConsentLedger, createConsentLedger } from './ledger/consent-ledger.ts'
import { createSequencer } from './ledger/sequence.ts'
import { type AccountPolicy, createAccountPolicy } from './lifecycle/account-policy.ts'
import { type ConsentLifecycle, createLifecycle } from './lifecycle/lifecycle.ts'
import { consentHolder } from './lifecycle/subject-data.ts'
import { createFileConsents, type FileConsents } from './record/file-consents.ts'
import { createPersonConsents, type PersonConsents } from './record/person-consents.ts'
import type { TellAgreed } from './record/record-consent.ts'
import { createRecording, type Recording } from './record/recording.ts'
import { createObjections, type Objections } from './revoke/objections.ts'
import { createGuard } from './store/guard.ts'
import { createWordings, type Wordings } from './wording/wordings.ts'

export type ConsentDeps = {
  database: Database
  vault: Vault
  clock: Clock
  randomness: Randomness
  makeId: MakeId
  /** `ledger/<account>` lies in it. */
  dataFolder: string
  /**
   * Names the installation in the ledgers' origin lines; kept by each ledger from its first entry.
   */
  originHost: string
  /** Told of people who were known and have agreed. */
  agreed?: TellAgreed
  /** Told of each trace of somebody who changed the database without the keys. */
  alarm?: (alarm: Alarm) => void
}

/** All doors of the room. A caller asks for those it needs, and no more. */
export type Consent = Wordings &
  Recording &
  PersonConsents &
  Objections &
  FileConsents &
  ConsentGate &
  AccountPolicy &
  ConsentLifecycle &
  ConsentLedger & { holder: SubjectDataHolder }

export function createConsent(given: ConsentDeps): Consent {
  const guarded = { ...given, guard: createGuard(given) }
  const deps = { ...guarded, sequencer: createSequencer(guarded) }
  const person = createPersonConsents(deps)
  return {
    ...createWordings(deps),
    ...createRecording(deps),
    ...person,
    ...createObjections(deps),
    ...createFileConsents(deps),
    ...createConsentGate(deps),
    ...createAccountPolicy(deps),
    ...createLifecycle(deps),
    ...createConsentLedger(deps),
    holder: consentHolder(deps.guard, person.historyOf),
  }
}
