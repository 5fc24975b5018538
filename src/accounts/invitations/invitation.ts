// Invites a person to an account. They join only when they accept.
import {
  type AccountId,
  type Caller,
  isoTime,
  type Language,
  type UserId,
} from '../../kernel/index.ts'
import { isUniqueViolation, type Tx, takeTurn } from '../../storage/index.ts'
import { sentence } from '../../words/index.ts'
import { accountOf, systemCaller } from '../account.ts'
import { attemptLimits, demandTurn, type TriedFrom } from '../attempts.ts'
import type { AccountRole, InvitationRead, InvitationView } from '../contract.ts'
import type { AccountsDeps } from '../deps.ts'
import { isKept } from '../email/change-store.ts'
import { accountsError } from '../errors.ts'
import { confirmedFactors } from '../factors/factor-store.ts'
import { refuseGuessable } from '../passwords/passwords.ts'
import { rightsOfRole } from '../roles.ts'
import { hashOf, newSecret } from '../secrets.ts'
import { proveUser } from '../session.ts'
import * as store from '../store.ts'
import { makerWith } from '../tokens/maker.ts'
import { demandOwnRights, emailTag, openUser, sealUser } from '../user.ts'
import { userCaller } from '../user-caller.ts'
import * as invitations from './invitation-store.ts'

const dayMs = 24 * 60 * 60_000
/** How long an invitation can be answered. */
const invitationMs = 7 * dayMs
/** One that was not answered can be given a new code for so long after its end. */
const forgottenMs = 30 * dayMs

/** `isMailed`: the person gets the code by e-mail; else from whoever invites them. */
export type Invited = { invitation: InvitationView; code: string; isMailed: boolean }

/**
 * The same for every e-mail: a code, which the person gets by e-mail or from whoever invites them.
 * Whether somebody has this e-mail here, and what they are called elsewhere, is neither looked at
 * nor told.
 */
export async function inviteUser(
  deps: AccountsDeps,
  caller: Caller,
  request: { name: string; email: string; role: AccountRole },
): Promise<Invited> {
  demandOwnRights(caller, request.role)
  const { accountId } = caller
  const at = deps.clock.now()
  const door = { door: 'accounts.invite', of: accountId, now: new Date(at) }
  demandTurn(await takeTurn(deps.database, { ...door, ...attemptLimits.ofInvitations }))
  const asked = await prepareInvitation(deps, caller.language, request)
  return deps.database.inAccount(accountId, async (tx) => {
    const by = await inviter(tx, caller, request.role)
    if (await store.isMemberByTag(tx, accountId, asked.row.email_tag)) {
      throw accountsError('accounts.user_exists', 'This person is a user of the account already.')
    }
    return placeInvitation(deps, tx, caller, { ...asked, by })
  })
}

/** Whoever may not invite any more lets nobody in by a request that was on its way. */
const inviter = (tx: Tx, caller: Caller, role: AccountRole): Promise<invitations.InvitedBy> =>
  makerWith(tx, caller, ['account.manage', ...rightsOfRole[role]])

type Prepared = {
  row: invitations.InvitationRow
  secret: ReturnType<typeof newSecret>
  isMailed: boolean
}

/** `language`: of the e-mail, and of the person's screens. */
export async function prepareInvitation(
  deps: AccountsDeps,
  language: Language,
  request: { name: string; email: string; role: AccountRole },
): Promise<Prepared> {
  const at = deps.clock.now()
  const tag = emailTag(deps.vault, request.email)
  const invitation_id = deps.makeId() as UserId
  const row: invitations.InvitationRow = {
    invitation_id,
    email_tag: tag,
    ...sealUser(deps.vault, invitation_id, request),
    ...{ role: request.role, language, created_at: at, expires_at: at + invitationMs },
  }
  return { row, secret: newSecret(deps.randomness), isMailed: await mayMail(deps, tag) }
}

/** Of whoever manages the installation: it ends with nobody. */
export const byInstallation: invitations.InvitedBy = { userId: null, tokenId: null }

/** In a transaction of the account that invites. `by`: with whom it ends. */
export async function placeInvitation(
  deps: AccountsDeps,
  tx: Tx,
  caller: Caller,
  { row, secret, isMailed, by }: Prepared & { by: invitations.InvitedBy },
): Promise<Invited> {
  const { accountId } = caller
  await invitations.putInvitation(tx, accountId, { ...row, codeHash: secret.hash, by })
  await deps.record(tx, caller, {
    action: 'accounts.user_invited',
    details: { invitation: row.invitation_id, role: row.role },
  })
  if (isMailed) await mailInvitation(deps, tx, { accountId, row, code: secret.text })
  return { invitation: viewOf(deps, row), code: secret.text, isMailed }
}

export async function listInvitations(
  deps: AccountsDeps,
  caller: Caller,
): Promise<InvitationView[]> {
  const rows = await deps.database.inAccount(caller.accountId, (tx) =>
    invitations.listInvitations(tx, caller.accountId),
  )
  return rows.map((row) => viewOf(deps, row))
}

/** A new code for an invitation that was not answered; the old one opens nothing any more. */
export async function inviteAgain(
  deps: AccountsDeps,
  caller: Caller,
  id: UserId,
): Promise<Invited> {
  const { accountId } = caller
  const secret = newSecret(deps.randomness)
  const at = deps.clock.now()
  const door = { door: 'accounts.invite', of: accountId, now: new Date(at) }
  demandTurn(await takeTurn(deps.database, { ...door, ...attemptLimits.ofInvitations }))
  const waits = await deps.database.inAccount(accountId, (tx) =>
    invitations.findInvitation(tx, accountId, id),
  )
  if (waits === null) throw notFound()
  demandOwnRights(caller, waits.role)
  const isMailed = await mayMail(deps, waits.email_tag)
  const expiresAt = at + invitationMs
  return deps.database.inAccount(accountId, async (tx) => {
    // Before the row of the invitation: whoever takes rights away holds them in this order too.
    const by = await inviter(tx, caller, waits.role)
    const renewed = { id, codeHash: secret.hash, expiresAt, by }
    const row = await invitations.renewInvitation(tx, accountId, renewed)
    if (row === null) throw notFound()
    const details = { invitation: id, role: row.role }
    await deps.record(tx, caller, { action: 'accounts.user_invited', details })
    if (isMailed) await mailInvitation(deps, tx, { accountId, row, code: secret.text })
    return { invitation: viewOf(deps, row), code: secret.text, isMailed }
  })
}

/**
 * By a mail server alone: on a screen of e-mails others would read the code. Somebody whom nobody
 * here knows gets a few an hour, from all accounts together; the link can still be given to them.
 */
async function mayMail(deps: AccountsDeps, tag: Buffer): Promise<boolean> {
  if (!deps.mailsLeave() || deps.siteUrl() === null) return false
  const door = { door: 'accounts.invitation_mail', of: tag.toString('hex') }
  const now = new Date(deps.clock.now())
  return (await takeTurn(deps.database, { ...door, ...attemptLimits.ofInvitationMails, now }))
    .allowed
}

async function mailInvitation(
  deps: AccountsDeps,
  tx: Tx,
  made: { accountId: AccountId; row: invitations.InvitationRow; code: string },
): Promise<void> {
  const site = deps.siteUrl()
  if (site === null) return
  const { row, code } = made
  const account = await accountOf(tx, made.accountId)
  const { email } = openUser(deps.vault, { ...row, user_id: row.invitation_id })
  const { language } = row
  const say = (what: string) =>
    sentence(language, `accounts.mail.invited.${what}`, { name: account.name }) ?? what
  await deps.sendMail(tx, {
    ...{ account, to: email, language },
    subject: say('subject'),
    paragraphs: [say('first'), say('not_you')],
    link: { label: say('link'), url: `${site}/join#${code}` },
    foot: say('foot'),
  })
}

/** What nobody answered goes, with the name and e-mail in it. */
export async function sweepInvitations(
  deps: Pick<AccountsDeps, 'database' | 'clock'>,
  { accountId }: Caller,
): Promise<void> {
  const before = deps.clock.now() - forgottenMs
  await deps.database.inAccount(accountId, (tx) =>
    invitations.deleteOldInvitations(tx, accountId, before),
  )
}

export async function withdrawInvitation(
  deps: AccountsDeps,
  caller: Caller,
  id: UserId,
): Promise<void> {
  await deps.database.inAccount(caller.accountId, async (tx) => {
    if (!(await invitations.deleteInvitation(tx, caller.accountId, id))) throw notFound()
    const details = { invitation: id }
    await deps.record(tx, caller, { action: 'accounts.invitation_withdrawn', details })
  })
}

/**
 * What somebody reads who holds the code, before they answer: only what the account wrote itself.
 */
export async function readInvitation(deps: AccountsDeps, code: string): Promise<InvitationRead> {
  const { row, account } = await opened(deps, code)
  const { email } = openUser(deps.vault, { ...row, user_id: row.invitation_id })
  return { accountName: account.name, email, role: row.role, expiresAt: isoTime(row.expires_at) }
}

/** `invitation`: the hash of its code, where it is accepted once the second factor is shown. */
export type Entering = {
  userId: UserId
  accountId: AccountId | null
  invitation: Buffer | null
}

/**
 * Accepts, with the password that the person has here or chooses now. Whoever has the code may be
 * the one who invited, and shall not learn from an answer whether the e-mail is known: a weak
 * password is refused before it is looked whose it is, and a wrong one is told as at the login. Who
 * has a second factor has accepted nothing before it is shown.
 */
export async function acceptInvitation(
  deps: AccountsDeps,
  answer: { code: string; password: string },
  from: TriedFrom,
): Promise<Entering> {
  const { row, account } = await opened(deps, answer.code)
  const door = { door: 'accounts.invitation', of: row.invitation_id }
  const now = new Date(deps.clock.now())
  demandTurn(await takeTurn(deps.database, { ...door, ...attemptLimits.ofAnswer, now }))
  const owner = openUser(deps.vault, { ...row, user_id: row.invitation_id })
  await refuseGuessable(deps, answer.password, { ...owner, organisations: [account.name] })
  const user = await deps.database.inInstallation((tx) => store.findUserByTag(tx, row.email_tag))
  if (user === null && (await isKeptEmail(deps, row.email_tag))) {
    // Told as to a user: until a few days ago it was one's, who may take it back.
    await proveUser(deps, { tag: row.email_tag, user, password: answer.password, from })
  }
  if (user === null) {
    const passwordHash = await deps.passwords.hash(answer.password)
    const codeHash = hashOf(answer.code)
    const made = await join(deps, { account, codeHash, userId: null, passwordHash })
    // Somebody got this e-mail at the same moment: now it is known.
    return made === null ? acceptInvitation(deps, answer, from) : { ...made, invitation: null }
  }
  await proveUser(deps, { tag: row.email_tag, user, password: answer.password, from })
  const { user_id: userId } = user
  const has = await deps.database.inInstallation((tx) => confirmedFactors(tx, userId))
  const invitation = hashOf(answer.code)
  if (has.length > 0) return { userId, accountId: account.id, invitation }
  await joinInvited(deps, { userId, accountId: account.id, invitation })
  return { userId, accountId: account.id, invitation: null }
}

const isKeptEmail = (deps: AccountsDeps, tag: Buffer): Promise<boolean> =>
  deps.database.inInstallation((tx) => isKept(tx, { tag, except: null, at: deps.clock.now() }))

/** Whether it can be accepted still. */
export async function isInvited(
  deps: AccountsDeps,
  { accountId, invitation }: { accountId: AccountId; invitation: Buffer },
): Promise<boolean> {
  const at = deps.clock.now()
  const place = await deps.database.inAnyAccount((tx) =>
    invitations.findByCodeInAnyAccount(tx, invitation, at),
  )
  return place?.account_id === accountId
}

/** Of a user who has shown all that is asked of them. */
export async function joinInvited(
  deps: AccountsDeps,
  joining: { userId: UserId; accountId: AccountId; invitation: Buffer },
): Promise<void> {
  const { userId, accountId, invitation: codeHash } = joining
  const known = { account: { id: accountId }, codeHash, userId, passwordHash: null }
  if ((await join(deps, known)) === null) throw invitationWrong()
}

type Joining = {
  account: { id: AccountId }
  codeHash: Buffer
  /** Null: nobody had the e-mail. */
  userId: UserId | null
  passwordHash: string | null
}

/** Null where the e-mail, unknown before, has been taken meanwhile. */
async function join(
  deps: AccountsDeps,
  { account, codeHash, userId, passwordHash }: Joining,
): Promise<{ userId: UserId; accountId: AccountId } | null> {
  const accountId = account.id
  const at = deps.clock.now()
  try {
    return await deps.database.inAccount(accountId, async (tx) => {
      const taken = await invitations.takeInvitation(tx, accountId, { codeHash, at })
      if (taken === null) throw invitationWrong()
      const joined = userId ?? taken.invitation_id
      if (userId === null) await insertInvited(tx, { taken, passwordHash, at })
      await store.insertMembership(tx, { accountId, userId: joined, role: taken.role, at })
      await deps.record(tx, userCaller(accountId, joined), {
        action: 'accounts.invitation_accepted',
        details: { invitation: taken.invitation_id, user: joined, role: taken.role },
      })
      return { userId: joined, accountId }
    })
  } catch (error) {
    if (userId === null && isUniqueViolation(error)) return null
    throw error
  }
}

/** What was sealed for the invitation was sealed as this user's. */
function insertInvited(
  tx: Tx,
  made: { taken: invitations.InvitationRow; passwordHash: string | null; at: number },
): Promise<void> {
  const { taken, passwordHash, at } = made
  return store.insertUser(tx, {
    user_id: taken.invitation_id,
    email_tag: taken.email_tag,
    email_sealed: taken.email_sealed,
    name_sealed: taken.name_sealed,
    password_hash: passwordHash,
    staff_role: null,
    language: taken.language,
    created_at: at,
  })
}

/** The person does not want to: it is gone, and the account reads so in its journal. */
export async function refuseInvitation(deps: AccountsDeps, code: string): Promise<void> {
  const { account } = await opened(deps, code)
  const taken = { codeHash: hashOf(code), at: deps.clock.now() }
  await deps.database.inAccount(account.id, async (tx) => {
    const row = await invitations.takeInvitation(tx, account.id, taken)
    if (row === null) throw invitationWrong()
    await deps.record(tx, systemCaller(account, 'invited_person', ''), {
      action: 'accounts.invitation_refused',
      details: { invitation: row.invitation_id, role: row.role },
    })
  })
}

async function opened(deps: AccountsDeps, code: string) {
  const at = deps.clock.now()
  const place = await deps.database.inAnyAccount((tx) =>
    invitations.findByCodeInAnyAccount(tx, hashOf(code), at),
  )
  if (place === null) throw invitationWrong()
  const { account_id, invitation_id } = place
  return deps.database.inAccount(account_id, async (tx) => {
    const row = await invitations.findInvitation(tx, account_id, invitation_id)
    if (row === null) throw invitationWrong()
    return { row, account: await accountOf(tx, account_id) }
  })
}

function viewOf({ vault }: AccountsDeps, row: invitations.InvitationRow): InvitationView {
  return {
    id: row.invitation_id,
    ...openUser(vault, { ...row, user_id: row.invitation_id }),
    role: row.role,
    createdAt: isoTime(row.created_at),
    expiresAt: isoTime(row.expires_at),
  }
}

function notFound() {
  return accountsError(
    'accounts.invitation_not_found',
    'There is no such invitation in this account; it was answered, withdrawn or replaced.',
  )
}

export function invitationWrong() {
  return accountsError(
    'accounts.invitation_wrong',
    'This invitation is not valid any more; ask for a new one.',
  )
}
