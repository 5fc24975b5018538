// One's own e-mail: the next one counts once its link is opened, and the one before can be taken
// back for a week.
import { type Caller, type Instant, isoTime, type UserId } from '../../kernel/index.ts'
import { isUniqueViolation, type Tx, takeTurn } from '../../storage/index.ts'
import { attemptLimits, demandTurn, type TriedFrom } from '../attempts.ts'
import type { EmailChangeAsked, EmailChangeView } from '../contract.ts'
import type { AccountsDeps } from '../deps.ts'
import { endOtherSessions } from '../end-sessions.ts'
import { accountsError } from '../errors.ts'
import { deleteHalfSessions } from '../factors/factor-store.ts'
import { refuseGuessable } from '../passwords/passwords.ts'
import { notAUser, passwordWrong, proveSelf } from '../passwords/prove-self.ts'
import { forgetResetsOf } from '../passwords/reset-store.ts'
import { membershipsOf, recordInAccounts } from '../record-in-accounts.ts'
import { hashOf, newSecret } from '../secrets.ts'
import { isPasswordOf } from '../session.ts'
import * as store from '../store.ts'
import type { UserRow } from '../tables.ts'
import { emailTag, openEmail, openUser, sealEmail } from '../user.ts'
import * as changes from './change-store.ts'
import { moveBack, moveInvitations } from './move-invitations.ts'
import { mailOfChange } from './tell-change.ts'

const dayMs = 24 * 60 * 60_000
/** How long the link to the next address can be opened. */
const confirmMs = dayMs
/** How long afterwards the address before can be taken back: somebody may be away. */
const undoMs = 7 * dayMs

/**
 * Asks for another e-mail. Whether somebody has it here is not looked at: the answer, and what
 * leaves, are the same. It is looked at once whoever reads that mailbox opens the link.
 */
export async function askForEmail(
  deps: AccountsDeps,
  caller: Caller,
  asked: EmailChangeAsked & { session: string | null },
): Promise<EmailChangeView> {
  if (caller.by.kind !== 'user') throw notAUser()
  if (!deps.mailsLeave() || deps.siteUrl() === null) throw needsMail()
  const user = await proveSelf(deps, caller, asked)
  const { user_id: userId } = user
  const own = openUser(deps.vault, user)
  const tag = emailTag(deps.vault, asked.email)
  const oldTag = emailTag(deps.vault, own.email)
  if (tag.equals(oldTag)) throw sameEmail()
  const at = deps.clock.now()
  const now = new Date(at)
  const ofUser = { door: 'email.user', of: userId, now }
  demandTurn(await takeTurn(deps.database, { ...ofUser, ...attemptLimits.ofEmailChange }))
  const ofAddress = { door: 'email.address', of: tag.toString('hex'), now }
  demandTurn(await takeTurn(deps.database, { ...ofAddress, ...attemptLimits.ofEmailAddress }))
  const secret = newSecret(deps.randomness)
  const change_id = deps.makeId()
  const email = asked.email.trim()
  const expiresAt = at + confirmMs
  const undo = undoCode(deps, change_id)
  await deps.database.inAccount(caller.accountId, async (tx) => {
    await store.holdUser(tx, userId)
    await demandUnchanged(tx, user, oldTag)
    await changes.putChange(tx, {
      ...{ change_id, user_id: userId, old_tag: oldTag, old_sealed: user.email_sealed },
      ...{
        new_tag: tag,
        new_sealed: sealEmail(deps.vault, userId, email),
        asked_at: at,
        expires_at: expiresAt,
      },
      ...{ confirmHash: secret.hash, undoHash: hashOf(undo) },
    })
    await mailOfChange(deps, tx, { what: 'email_confirm', user, to: email, code: secret.text })
    await mailOfChange(deps, tx, { what: 'email_asked', user, to: own.email, code: undo })
    const details = { user: userId }
    await deps.record(tx, caller, { action: 'accounts.email_change_asked', details })
  })
  return { waiting: { email, expiresAt: isoTime(expiresAt) } }
}

/** What was shown was right of the password and the address of then; by now they are held. */
async function demandUnchanged(tx: Tx, shown: UserRow, tag: Buffer): Promise<void> {
  const user = await store.findUser(tx, shown.user_id)
  const isSame = user !== null && user.password_hash === shown.password_hash
  const now = isSame ? await changes.tagOf(tx, shown.user_id) : null
  if (now === null || !now.equals(tag)) throw askAgain()
}

/**
 * The code that takes an address back is written twice, in the e-mail of the day it is asked for
 * and in the one of the day it is changed: it is made of the change's id, and kept as a hash.
 */
const undoCode = ({ vault }: Pick<AccountsDeps, 'vault'>, changeId: string): string =>
  vault.installationTag('accounts.email_undo', changeId).toString('base64url')

export async function readEmailChange(
  deps: AccountsDeps,
  { by }: Caller,
): Promise<EmailChangeView> {
  if (by.kind !== 'user') throw notAUser()
  const row = await deps.database.inInstallation((tx) =>
    changes.waitingChange(tx, by.userId, deps.clock.now()),
  )
  if (row === null) return { waiting: null }
  const email = openEmail(deps.vault, { user_id: row.user_id, email_sealed: row.new_sealed })
  return { waiting: { email, expiresAt: isoTime(row.expires_at) } }
}

/** By whoever is logged in: the links open nothing any more. */
export async function withdrawEmailChange(deps: AccountsDeps, caller: Caller): Promise<void> {
  const { by, accountId } = caller
  if (by.kind !== 'user') throw notAUser()
  await deps.database.inAccount(accountId, async (tx) => {
    if (!(await changes.forgetWaiting(tx, by.userId))) return
    const details = { user: by.userId }
    await deps.record(tx, caller, { action: 'accounts.email_change_withdrawn', details })
  })
}

/** Who opens the link: the user of their session, null for nobody; and from where. */
export type Confirming = { session: string | null; userId: UserId | null; from: TriedFrom }

/**
 * The next address counts from now on. The link proves who reads its mailbox, which may be a
 * stranger where the address was mistyped: the user says so too, by their session or password. All
 * other sessions end; links for a lost password that went to the address before are void.
 */
export async function confirmEmail(
  deps: AccountsDeps,
  { code, password }: { code: string; password?: string | undefined },
  by: Confirming,
): Promise<void> {
  const at = deps.clock.now()
  const { found, user } = await deps.database.inInstallation(async (tx) => {
    const row = await changes.findToConfirm(tx, hashOf(code.trim()), at)
    return { found: row, user: row && (await store.findUser(tx, row.user_id)) }
  })
  if (found === null || user === null) throw linkWrong()
  const { user_id: userId } = user
  if (by.userId !== userId) await demandPassword(deps, { user, password, from: by.from })
  const endSessions = () => endOtherSessions(deps, userId, by.session)
  // Before the change: a crash between the two logs somebody out, and lets nobody stay.
  await demandFree(deps, found, at)
  await endSessions()
  try {
    await deps.database.inInstallation((tx) => putInPlace(deps, tx, found, at))
  } catch (error) {
    // Two users at once, or somebody who joined meanwhile.
    if (isUniqueViolation(error)) throw emailTaken()
    throw error
  }
  await endSessions()
  await moveInvitations(deps, found)
  await recordInAccounts(deps, await membershipsOf(deps, userId), {
    ...{ action: 'accounts.email_changed', by: 'email_link', traceId: '' },
  })
}

/** As the login asks for it, and counted with it. */
async function demandPassword(
  deps: AccountsDeps,
  { user, password, from }: { user: UserRow; password: string | undefined; from: TriedFrom },
): Promise<void> {
  if (password === undefined) throw proofAsked()
  const tag = emailTag(deps.vault, openUser(deps.vault, user).email)
  if (!(await isPasswordOf(deps, { tag, user, password, from }))) throw passwordWrong()
}

/** Also who had it until a few days ago may take it back still. */
async function demandFree(
  deps: AccountsDeps,
  { new_tag: tag, user_id: userId }: changes.EmailChangeRow,
  at: Instant,
): Promise<void> {
  await deps.database.inInstallation(async (tx) => {
    const holder = await store.findUserByTag(tx, tag)
    const isAnothers = holder !== null && holder.user_id !== userId
    if (isAnothers || (await changes.isKept(tx, { tag, except: userId, at }))) throw emailTaken()
  })
}

async function putInPlace(
  deps: AccountsDeps,
  tx: Tx,
  found: changes.EmailChangeRow,
  at: Instant,
): Promise<void> {
  const { user_id: userId, change_id, new_tag: tag, new_sealed: sealed } = found
  await store.holdUser(tx, userId)
  const user = await store.findUser(tx, userId)
  const now = await changes.tagOf(tx, userId)
  if (user === null || now === null || !now.equals(found.old_tag)) throw linkWrong()
  if (!(await changes.takeConfirmation(tx, change_id, { at, until: at + undoMs }))) {
    throw linkWrong()
  }
  await changes.setEmail(tx, userId, { tag, sealed, passwordHash: null })
  await deleteHalfSessions(tx, userId)
  await forgetResetsOf(tx, userId)
  const to = openEmail(deps.vault, { user_id: userId, email_sealed: found.old_sealed })
  const code = undoCode(deps, change_id)
  await mailOfChange(deps, tx, { what: 'email_changed', user, to, code })
}

/**
 * By whoever reads the mailbox from before, and did not want the change: whoever asked for it had
 * the password, so that a new one is chosen with it. It lets nobody in: a login follows, with the
 * second factor where there is one. Later changes go too, with their ways back.
 */
export async function undoEmail(
  deps: AccountsDeps,
  { code, password }: { code: string; password: string },
): Promise<void> {
  const at = deps.clock.now()
  const found = await deps.database.inInstallation(async (tx) => {
    const row = await changes.findToUndo(tx, hashOf(code.trim()), at)
    const user = row === null ? null : await store.findUser(tx, row.user_id)
    return row === null || user === null ? null : { row, user }
  })
  if (found === null) throw linkWrong()
  const { row, user } = found
  const { user_id: userId } = user
  const to = openEmail(deps.vault, { user_id: userId, email_sealed: row.old_sealed })
  const { name } = openUser(deps.vault, user)
  const { accounts, names } = await membershipsOf(deps, userId)
  await refuseGuessable(deps, password, { email: to, name, organisations: names })
  const passwordHash = await deps.passwords.hash(password)
  const endSessions = () => endOtherSessions(deps, userId, null)
  await endSessions()
  const gone = await deps.database.inInstallation(async (tx) => {
    await store.holdUser(tx, userId)
    const taken = await changes.takeFrom(tx, row)
    if (taken.length === 0) throw linkWrong()
    const own = taken.find(({ change_id }) => change_id === row.change_id)
    if (own !== undefined && own.confirmed_at !== null) {
      const { old_tag: tag, old_sealed: sealed } = own
      await changes.setEmail(tx, userId, { tag, sealed, passwordHash })
    } else {
      await store.updateUser(tx, userId, { passwordHash, language: null })
    }
    await changes.forgetWaiting(tx, userId)
    await deleteHalfSessions(tx, userId)
    await forgetResetsOf(tx, userId)
    await mailOfChange(deps, tx, { what: 'email_undone', user, to })
    return taken
  })
  // One that was opened meanwhile, with the password that others know.
  await endSessions()
  await moveBack(deps, { to: { tag: row.old_tag, email: to }, changes: gone })
  await recordInAccounts(
    deps,
    { userId, accounts },
    {
      ...{ action: 'accounts.email_change_undone', by: 'email_link', traceId: '' },
    },
  )
}

function linkWrong() {
  return accountsError(
    'accounts.email_link_wrong',
    'This link is not valid any more: it was used, withdrawn, or is too old.',
  )
}

function proofAsked() {
  return accountsError(
    'accounts.email_proof_asked',
    'Log in as the user whose address changes, or show their password; the link is not enough.',
  )
}

function askAgain() {
  return accountsError(
    'accounts.email_ask_again',
    'The password or the e-mail of this login was changed at the same moment: ask again.',
  )
}

function emailTaken() {
  return accountsError(
    'accounts.email_taken',
    'This address belongs to another login here: use that one, or choose another address.',
  )
}

function sameEmail() {
  return accountsError('accounts.email_same', 'This is your e-mail already.')
}

function needsMail() {
  return accountsError(
    'accounts.email_needs_mail',
    'This installation sends no e-mail, and the new address is confirmed by one: ' +
      'ask whoever runs it to set a mail server up.',
  )
}
