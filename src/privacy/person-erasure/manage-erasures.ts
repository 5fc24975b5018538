// Erasures of people for whoever works in the account, and for whoever has a link to one.
import { accountOf } from '../../accounts/index.ts'
import type { ProofPart } from '../../consent/index.ts'
import { leavingOrigin } from '../../http/index.ts'
import {
  type AccountId,
  type Caller,
  type Instant,
  isoTime,
  isoTimeOrNull,
  isUuid,
  type SubjectId,
} from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { ErasureTest, ErasureView, RecipientTold } from '../contract-erasure.ts'
import { privacyError } from '../errors.ts'
import type { Authority, ErasureDeps } from './deps.ts'
import {
  countErasureLinks,
  type ErasedContact,
  type ErasedContactPlace,
  type ErasedPerson,
  type ErasurePage,
  type ErasurePlace,
  type ErasureRow,
  findByLinkInAnyAccount,
  findErasureRow,
  insertErasureLinks,
  type LinkedErasure,
  listErasedContacts,
  listErasures,
  readErasedPeople,
} from './erasure-store.ts'
import { keepAnswer } from './notices.ts'
import { certificateFor, destroyedOf, heldOf, partsIn } from './person-certificate.ts'
import { type RecipientRow, readRecipients } from './recipient-store.ts'
import { recipientViewOf } from './recipient-view.ts'
import { tryAgain } from './try-again.ts'

const tokenOctets = 24
/** One for each time that somebody lost it. */
const linksMax = 50

export async function pageOfErasures(
  { database, clock }: Pick<ErasureDeps, 'database' | 'clock'>,
  { accountId }: Caller,
  page: ErasurePage,
): Promise<{ items: ErasureView[]; last: ErasurePlace | null }> {
  return database.inAccount(accountId, async (tx) => {
    const rows = await listErasures(tx, accountId, { ...page, limit: page.limit + 1 })
    const shown = rows.slice(0, page.limit)
    const last = rows.length > page.limit ? shown.at(-1) : undefined
    return {
      items: await viewsOf(tx, { accountId, rows: shown, at: clock.now() }),
      last: last === undefined ? null : { erasedAt: last.erased_at, id: last.erasure_id },
    }
  })
}

async function viewsOf(
  tx: Tx,
  { accountId, rows, at }: { accountId: AccountId; rows: readonly ErasureRow[]; at: Instant },
): Promise<ErasureView[]> {
  const ids = rows.map((row) => row.erasure_id)
  const told = await readRecipients(tx, accountId, ids)
  return rows.map((row) =>
    viewOf(row, {
      recipients: told.filter(({ erasure_id }) => erasure_id === row.erasure_id),
      at,
    }),
  )
}

const viewOf = (
  row: ErasureRow,
  { recipients, at }: { recipients: readonly RecipientRow[]; at: Instant },
): ErasureView => ({
  id: row.erasure_id,
  requestId: row.request_id,
  askedHow: row.asked_how,
  askedAt: isoTimeOrNull(row.asked_at),
  erasedAt: isoTime(row.erased_at),
  why: row.why,
  people: row.people,
  erasedBy: row.erased_by,
  suppression: row.suppression,
  destroyed: destroyedOf(row),
  proofs: {
    held: row.proofs_held,
    list: heldOf(row),
    until: isoTimeOrNull(row.proofs_until),
    goneAt: isoTimeOrNull(row.proofs_gone_at),
  },
  oldKey: { goneAt: isoTimeOrNull(row.epoch_gone_at), until: isoTime(row.epoch_until) },
  backupsUntil: isoTime(row.backups_until),
  recipients: recipients.map((one) => recipientViewOf(one, at)),
})

async function rowOf(tx: Tx, accountId: AccountId, id: string): Promise<ErasureRow> {
  const row = isUuid(id) ? await findErasureRow(tx, accountId, id) : null
  if (row === null) throw privacyError('privacy.erasure_not_found')
  return row
}

export async function erasureById(
  deps: Pick<ErasureDeps, 'database' | 'clock'>,
  { accountId }: Caller,
  id: string,
): Promise<ErasureView> {
  return deps.database.inAccount(accountId, (tx) => shown(deps, tx, { accountId, id }))
}

async function shown(
  { clock }: Pick<ErasureDeps, 'clock'>,
  tx: Tx,
  { accountId, id }: { accountId: AccountId; id: string },
): Promise<ErasureView> {
  const row = await rowOf(tx, accountId, id)
  const recipients = await readRecipients(tx, accountId, [id])
  return viewOf(row, { recipients, at: clock.now() })
}

export async function noteRecipient(
  deps: Pick<ErasureDeps, 'database' | 'vault' | 'clock' | 'record'>,
  caller: Caller,
  { id, recipientId, ...said }: RecipientTold & { id: string; recipientId: string },
): Promise<ErasureView> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    await rowOf(tx, accountId, id)
    const recipients = await readRecipients(tx, accountId, [id])
    const found = recipients.find(({ recipient_id }) => recipient_id === recipientId)
    if (found === undefined) throw privacyError('privacy.recipient_not_found')
    await keepAnswer(deps, tx, caller, { noticeId: found.notice_id, ...said })
    return shown(deps, tx, { accountId, id })
  })
}

export type Certified = { note: string; test: ErasureTest; authority: Authority | null }

/** Of several who went together, whose certificate it is; null: that of all of them. */
export type ForWhom = { contactId: string } | { subjectId: SubjectId } | null

export async function certificateOfErasure(
  deps: ErasureDeps,
  accountId: AccountId,
  { id, forWhom }: { id: string; forWhom: ForWhom },
): Promise<Certified> {
  const [drill, kept] = [await deps.lastDrill(), await deps.backupsKept()]
  return deps.database.inAccount(accountId, async (tx) => {
    const row = await rowOf(tx, accountId, id)
    const people = await readErasedPeople(tx, accountId, id)
    const one =
      forWhom === null ? null : (people.find((person) => isMeant(person, forWhom)) ?? null)
    if (forWhom !== null && one === null) throw privacyError('privacy.erasure_not_found')
    const note = await certificateFor(deps, tx, { row, one })
    const { country } = await accountOf(tx, accountId)
    const test = await tryAgain(deps, tx, { row, people, one, drill, kept })
    return { note, test, authority: deps.authorityOf(country) }
  })
}

const isMeant = (person: ErasedPerson, forWhom: NonNullable<ForWhom>): boolean =>
  'contactId' in forWhom
    ? person.contactId === forWhom.contactId
    : person.subjectId === forWhom.subjectId

/** For programs that keep a copy: which contacts went, by the ids that they know. */
export async function pageOfErasedContacts(
  { database }: Pick<ErasureDeps, 'database'>,
  { accountId }: Caller,
  page: { before: ErasedContactPlace | null; limit: number },
): Promise<{ items: ErasedContact[]; last: ErasedContactPlace | null }> {
  return database.inAccount(accountId, async (tx) => {
    const rows = await listErasedContacts(tx, accountId, { ...page, limit: page.limit + 1 })
    const shown = rows.slice(0, page.limit)
    return { items: shown, last: rows.length > page.limit ? (shown.at(-1) ?? null) : null }
  })
}

const tagOf = ({ vault }: Pick<ErasureDeps, 'vault'>, kind: string, token: string): Buffer =>
  vault.installationTag(kind, token)

/** Its text is in no table: who loses it is given another. */
export async function linkForPerson(
  deps: ErasureDeps,
  caller: Caller,
  id: string,
): Promise<{ url: string }> {
  const { accountId } = caller
  const token = Buffer.from(deps.randomness.bytes(tokenOctets)).toString('base64url')
  const tag = tagOf(deps, 'erasure_link', token)
  return deps.database.inAccount(accountId, async (tx) => {
    await rowOf(tx, accountId, id)
    if ((await countErasureLinks(tx, accountId, id)) >= linksMax) {
      throw privacyError('privacy.erasure_links_many')
    }
    await insertErasureLinks(tx, accountId, { id, tags: [{ subjectId: null, tag }] })
    const details = { erasureId: id }
    await deps.record(tx, caller, { action: 'privacy.erasure_link_made', details })
    const origin = leavingOrigin(deps, await accountOf(tx, accountId)) ?? ''
    return { url: `${origin}/erasure/certificate/${token}` }
  })
}

/** By a link made for the person, or one that led to their page; null: it leads to no erasure. */
export async function erasureByLink(
  deps: Pick<ErasureDeps, 'database' | 'vault'>,
  token: string,
): Promise<LinkedErasure | null> {
  const tags = ['erasure_link', 'page_link'].map((kind) => tagOf(deps, kind, token))
  return deps.database.inAnyAccount((tx) => findByLinkInAnyAccount(tx, tags))
}

/** Proofs that outlive whoever was erased by this request; null: none is held. */
export async function keptOfRequest(
  tx: Tx,
  accountId: AccountId,
  requestId: string,
): Promise<{ count: number; until: Instant; holds: ProofPart[] | null } | null> {
  const asked = { requestId, contactId: null, why: null }
  const [row] = await listErasures(tx, accountId, { before: null, asked, limit: 1 })
  if (row === undefined || row.proofs_held === 0 || row.proofs_gone_at !== null) return null
  const { proofs_until: until, proofs_held: count } = row
  return until === null ? null : { count, until, holds: partsIn({ list: heldOf(row) }) }
}
