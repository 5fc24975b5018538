// The certificate of a deletion: what it says, and its signature, which verify.mjs checks offline.
import { ledgerSigner } from '../../consent/index.ts'
import { isoTime, isoTimeOrNull } from '../../kernel/index.ts'
import { canonicalJson } from '../../ledger/index.ts'
import { type KeptThing, keptThings } from '../contract.ts'
import type { RecipientAnswer, RecipientWay } from '../contract-erasure.ts'
import type { PrivacyDeps } from '../deps.ts'
import type { DeletionRow } from '../store.ts'
import { daysKept } from './standing.ts'
import type { AccountRecipientRow } from './supplier-store.ts'
import { deletionTimes } from './times.ts'

export const certificateFormat = 'accord-account-deletion'

export type CertifiedSupplier = {
  name: string
  country: string
  way: RecipientWay
  people: number
  toldAt: string | null
  answeredAt: string | null
  answer: RecipientAnswer | null
  doneOn: string | null
  note: string | null
}

export const suppliersIn = (rows: readonly AccountRecipientRow[]): CertifiedSupplier[] =>
  rows.map(({ name, country, way, people, answer, note, ...row }) => ({
    ...{ name, country, way, people, answer, note },
    toldAt: isoTimeOrNull(row.told_at),
    answeredAt: isoTimeOrNull(row.answered_at),
    doneOn: row.done_on,
  }))

const isTold = ({ way }: CertifiedSupplier) => way === 'mail' || way === 'staff'

export type Certificate = {
  format: typeof certificateFormat
  version: 1
  /** Verifies the signature below; to be compared with the one that the installation publishes. */
  key: string
  installation: string
  account: { id: string; number: number }
  request: { how: string; by: 'owner' | 'staff' | 'nobody'; at: string; dueAt: string }
  keysDestroyedAt: string
  began: string
  ended: string
  destroyed: { kind: string; count: number }[]
  kept: { what: KeptThing; until: string | null }[]
  /** From then on no backup holds anything of it; what one holds until then is sealed. */
  backupsEnd: string
  /** Who carried messages of it, told how and answered what; absent: from before it was told. */
  suppliers?: CertifiedSupplier[]
  /** When the suppliers stood so; a later certificate may say more. */
  standsAt?: string
  /** What the account’s exports still verify against; null: it had no ledger. */
  ledger: string | null
}

/** With the key of the installation, which signs nothing else. */
const signerOf = ({ vault }: Pick<PrivacyDeps, 'vault'>) =>
  ledgerSigner(vault.installationSigningSeed())

const nameOf = ({ originHost }: Pick<PrivacyDeps, 'originHost'>) => `${originHost}/certificates`

/** As an auditor keeps it; it signs certificates and nothing else. */
export const certificateKey = (deps: Pick<PrivacyDeps, 'vault' | 'originHost'>): string =>
  signerOf(deps).keyText(nameOf(deps))

const askedBy = { screen: 'owner', api: 'owner', letter: 'staff', restored: 'nobody' } as const

export function certificateOf(
  deps: PrivacyDeps,
  row: DeletionRow,
  at: { keysDestroyed: number; ended: number; suppliers: CertifiedSupplier[] },
): Certificate {
  const ends = (days: number) => isoTime(at.ended + days * deletionTimes.dayMs)
  return {
    format: certificateFormat,
    version: 1,
    key: certificateKey(deps),
    installation: deps.originHost,
    account: { id: row.account_id, number: row.account_number },
    request: {
      how: row.asked_how,
      by: askedBy[row.asked_how],
      at: isoTime(row.asked_at),
      dueAt: isoTime(row.due_at),
    },
    keysDestroyedAt: isoTime(at.keysDestroyed),
    began: isoTime(row.began_at ?? at.ended),
    ended: isoTime(at.ended),
    destroyed: Object.entries(row.counts)
      .map(([kind, count]) => ({ kind, count }))
      .sort((one, other) => (one.kind < other.kind ? -1 : 1)),
    kept: keptThings
      .filter((what) => what !== 'months' || row.months.length > 0)
      .filter((what) => what !== 'suppliers' || at.suppliers.some(isTold))
      .map((what) => {
        const days = daysKept(deps, what)
        return { what, until: days === null ? null : ends(days) }
      }),
    backupsEnd: ends(deps.backupHorizonDays()),
    suppliers: at.suppliers,
    standsAt: isoTime(at.ended),
    ledger: row.checkpoint,
  }
}

export type Signing = Pick<PrivacyDeps, 'vault' | 'originHost'>

export const signCertificate = (
  deps: Signing,
  certificate: Parameters<typeof canonicalJson>[0],
): string => signerOf(deps).signNote(nameOf(deps), `${canonicalJson(certificate)}\n`)

/** What a note says; it was signed here, so that it is read as it was written. */
export const certificateIn = (note: string): Certificate =>
  JSON.parse(note.slice(0, note.indexOf('\n'))) as Certificate
