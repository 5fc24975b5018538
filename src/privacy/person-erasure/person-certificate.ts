// The certificate of a person's erasure: the record as it stands, signed; verify.mjs checks it.
import { accountOf } from '../../accounts/index.ts'
import { type ProofPart, proofParts } from '../../consent/index.ts'
import { isoTime, isoTimeOrNull } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { certificateKey, signCertificate } from '../account-deletion/certificate.ts'
import {
  erasedKinds,
  type HeldProofs,
  type RecipientAnswer,
  type RecipientWay,
} from '../contract-erasure.ts'
import type { ErasureDeps } from './deps.ts'
import type { ErasedPerson, ErasureRow } from './erasure-store.ts'
import { type RecipientRow, readRecipients } from './recipient-store.ts'

export const personCertificateFormat = 'accord-person-erasure'

/** It names nobody: who has its link, or the file, knows whose it is. */
export type PersonCertificate = {
  format: typeof personCertificateFormat
  version: 1
  key: string
  installation: string
  account: { id: string; number: number; name: string }
  erasure: string
  /** How many went with it; of several, `contact` says for whom this certificate is made. */
  people: number
  contact: string | null
  /** Of whom it is made for: until when proofs of theirs are held; absent where it is for all. */
  contactProofsUntil?: string | null
  why: string
  /** SHA-256 over the ids of who went (base64url): nobody was added later. */
  commitment: string | null
  /** As the leaves of the ledger say it (base64url); null: its key was gone before. */
  link: string | null
  request: { how: string; at: string } | null
  act: { at: string; by: string }
  suppression: string | null
  destroyed: { kind: string; count: number }[]
  proofs: {
    held: number
    until: string | null
    goneAt: string | null
    list: HeldProofs[]
  }
  epoch: { number: number; until: string; goneAt: string | null }
  backupsEnd: string
  recipients: {
    name: string
    country: string
    toldAt: string | null
    answeredAt: string | null
    answer: RecipientAnswer | null
    doneOn: string | null
    note: string | null
    way: RecipientWay
    people: number
  }[]
  /** When the record was changed last; a later certificate may say more. */
  standsAt: string
}

type Signing = Pick<ErasureDeps, 'vault' | 'originHost'>

/** Signed when it is asked for: what it says is in the record alone, and completes itself there. */
export async function certificateFor(
  deps: Signing,
  tx: Tx,
  { row, one }: { row: ErasureRow; one: ErasedPerson | null },
): Promise<string> {
  const account = await accountOf(tx, row.account_id)
  const recipients = await readRecipients(tx, row.account_id, [row.erasure_id])
  return signCertificate(deps, certificateOf(deps, row, { account, recipients, one }))
}

function certificateOf(
  deps: Signing,
  row: ErasureRow,
  {
    account,
    recipients,
    one,
  }: {
    account: { number: number; name: string }
    recipients: RecipientRow[]
    one: ErasedPerson | null
  },
): PersonCertificate {
  const { number, name } = account
  return {
    format: personCertificateFormat,
    version: 1,
    key: certificateKey(deps),
    installation: deps.originHost,
    account: { id: row.account_id, number, name },
    erasure: row.erasure_id,
    people: row.people,
    contact: one?.contactId ?? null,
    ...(one === null ? {} : { contactProofsUntil: isoTimeOrNull(one.heldUntil) }),
    why: row.why,
    commitment: row.commitment?.toString('base64url') ?? null,
    link: (one?.link ?? row.link)?.toString('base64url') ?? null,
    request:
      row.asked_how === null || row.asked_at === null
        ? null
        : { how: row.asked_how, at: isoTime(row.asked_at) },
    act: { at: isoTime(row.erased_at), by: row.erased_by },
    suppression: one?.suppression ?? row.suppression,
    destroyed: destroyedOf(row),
    proofs: {
      held: row.proofs_held,
      until: isoTimeOrNull(row.proofs_until),
      goneAt: isoTimeOrNull(row.proofs_gone_at),
      list: heldOf(row),
    },
    epoch: {
      number: row.epoch,
      until: isoTime(row.epoch_until),
      goneAt: isoTimeOrNull(row.epoch_gone_at),
    },
    backupsEnd: isoTime(row.backups_until),
    recipients: recipients.map((one) => ({
      name: one.name,
      country: one.country,
      toldAt: isoTimeOrNull(one.told_at),
      answeredAt: isoTimeOrNull(one.answered_at),
      answer: one.answer,
      doneOn: one.done_on,
      note: one.note,
      way: one.way,
      people: one.people,
    })),
    standsAt: isoTime(row.changed_at),
  }
}

/** By what they are and their day; one reason keeps them all. */
export const heldOf = ({ held }: Pick<ErasureRow, 'held'>): HeldProofs[] =>
  held.map(({ kind, until, count, holds }) => ({
    ...{ kind, reason: 'legal_claims' as const, until: isoTime(until), count },
    holds: holds === undefined ? null : [...holds],
  }))

/** All that proofs say of people; null: it was not noted of some of them. */
export function partsIn({ list }: { list: readonly HeldProofs[] }): ProofPart[] | null {
  const held = list.map(({ holds }) => holds ?? null)
  if (held.length === 0 || held.includes(null)) return null
  const parts = new Set(held.flatMap((holds) => holds ?? []))
  return proofParts.filter((part) => parts.has(part))
}

/** In one order, whatever went first. */
export const destroyedOf = ({ counts }: Pick<ErasureRow, 'counts'>) =>
  erasedKinds.flatMap((kind) => {
    const count = counts[kind] ?? 0
    return count === 0 ? [] : [{ kind, count }]
  })

/** It was signed here, so that it is read as it was written. */
export const personCertificateIn = (note: string): PersonCertificate =>
  JSON.parse(note.slice(0, note.indexOf('\n'))) as PersonCertificate
