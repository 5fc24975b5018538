// The way back of a user who has lost their password: a code by e-mail, or at the machine.
import { type Repeated, repeated, type Timers } from '../../kernel/index.ts'
import { failureFields, type Logger } from '../../observability/index.ts'
import { type Tx, takeTurn } from '../../storage/index.ts'
import { sentence } from '../../words/index.ts'
import { attemptLimits, demandTurn, placeOf, type TriedFrom } from '../attempts.ts'
import type { AccountsDeps } from '../deps.ts'
import { forgetEndedEmails, forgetWaiting } from '../email/change-store.ts'
import { endOtherSessions } from '../end-sessions.ts'
import { accountsError } from '../errors.ts'
import { deleteHalfSessions } from '../factors/factor-store.ts'
import { membershipsOf, recordInAccounts } from '../record-in-accounts.ts'
import { hashOf, newSecret } from '../secrets.ts'
import * as store from '../store.ts'
import type { UserRow } from '../tables.ts'
import { emailTag, openUser, userNotFound } from '../user.ts'
import { refuseGuessable } from './passwords.ts'
import * as resets from './reset-store.ts'

/** How long a code can be used. */
const codeMs = 60 * 60_000
const pauseMs = 2_000
const batch = 50

/**
 * The same for every e-mail, in what is answered and in how long it takes: whether somebody has it
 * here is looked at afterwards, and told to its owner alone. Without a mail server nothing is sent.
 */
export async function askForReset(
  deps: AccountsDeps,
  email: string,
  { address }: Pick<TriedFrom, 'address'>,
): Promise<{ mailsLeave: boolean }> {
  const at = deps.clock.now()
  const now = new Date(at)
  const tag = emailTag(deps.vault, email)
  const place = deps.vault.installationTag('accounts.place', placeOf(address)).toString('hex')
  const ofPlace = { door: 'reset.place', of: place, now }
  demandTurn(await takeTurn(deps.database, { ...ofPlace, ...attemptLimits.ofResetAtPlace }))
  const ofName = { door: 'reset.name', of: tag.toString('hex'), now }
  demandTurn(await takeTurn(deps.database, { ...ofName, ...attemptLimits.ofReset }))
  const mailsLeave = deps.mailsLeave()
  if (mailsLeave) {
    await deps.database.inInstallation((tx) =>
      resets.askReset(tx, { emailTag: tag, at, until: at + codeMs }),
    )
  }
  return { mailsLeave }
}

type Answering = Pick<
  AccountsDeps,
  'database' | 'vault' | 'clock' | 'randomness' | 'mailsLeave' | 'sendMail' | 'siteUrl'
>

/** What was asked for and not looked at yet; a process beside this one takes others. Links end. */
export async function answerResets(deps: Answering): Promise<void> {
  await deps.database.inInstallation(async (tx) => {
    await resets.forgetEndedResets(tx, deps.clock.now())
    await forgetEndedEmails(tx, deps.clock.now())
  })
  // Asked for on another node: on a screen of e-mails others would read the code.
  if (!deps.mailsLeave()) return
  for (;;) {
    const isMore = await deps.database.inInstallation(async (tx) => {
      const tags = await resets.askedResets(tx, batch)
      for (const tag of tags) {
        const user = await store.findUserByTag(tx, tag)
        if (user === null) await resets.forgetReset(tx, tag)
        else await mailCode(deps, tx, user, await makeCode(deps, tx, { tag, user }))
      }
      return tags.length === batch
    })
    if (!isMore) return
  }
}

async function makeCode(
  deps: Pick<AccountsDeps, 'clock' | 'randomness'>,
  tx: Tx,
  { tag, user }: { tag: Buffer; user: UserRow },
): Promise<string> {
  const secret = newSecret(deps.randomness)
  const until = deps.clock.now() + codeMs
  const made = { emailTag: tag, userId: user.user_id, codeHash: secret.hash, until }
  await resets.putResetCode(tx, made)
  return secret.text
}

/** Behind the sign `#`: no server on the way sees or logs it. */
const linkOf = (site: string, code: string): string => `${site}/new-password#${code}`

async function mailCode(deps: Answering, tx: Tx, user: UserRow, code: string): Promise<void> {
  const site = deps.siteUrl()
  if (site === null) return
  const { language } = user
  const say = (what: string) => sentence(language, `accounts.mail.${what}`) ?? what
  await deps.sendMail(tx, {
    // Of no account: nobody else who has one may read it.
    account: null,
    to: openUser(deps.vault, user).email,
    language,
    subject: say('reset.subject'),
    paragraphs: [say('reset.first'), say('reset.not_you')],
    link: { label: say('reset.link'), url: linkOf(site, code) },
    foot: say('foot'),
  })
}

/**
 * By somebody at the machine who can read the keys: what they pass on to the user, themselves. A
 * change of the e-mail that waits is void at once: who lost the password may not have asked for it.
 */
export async function makeResetOnMachine(
  deps: AccountsDeps,
  { email, traceId }: { email: string; traceId: string },
): Promise<string> {
  const tag = emailTag(deps.vault, email)
  const user = await deps.database.inInstallation((tx) => store.findUserByTag(tx, tag))
  if (user === null) throw userNotFound()
  const { user_id: userId } = user
  await recordInAccounts(deps, await membershipsOf(deps, userId), {
    ...{ action: 'accounts.password_reset_made', by: 'command_line', traceId },
  })
  const code = await deps.database.inInstallation(async (tx) => {
    await store.holdUser(tx, userId)
    await forgetWaiting(tx, userId)
    return makeCode(deps, tx, { tag, user })
  })
  return linkOf(deps.siteUrl() ?? '', code)
}

/**
 * A new password for whoever has the code, which is good once. It lets nobody in: a login follows,
 * with the second factor where there is one. All sessions and marks of devices end, and a change of
 * the e-mail that waits; tokens are other keys, in programs that go on.
 */
export async function resetPassword(
  deps: AccountsDeps,
  answer: { code: string; password: string },
): Promise<void> {
  const codeHash = hashOf(answer.code.trim())
  const at = deps.clock.now()
  const user = await deps.database.inInstallation(async (tx) => {
    const userId = await resets.findReset(tx, codeHash, at)
    return userId === null ? null : store.findUser(tx, userId)
  })
  if (user === null) throw codeWrong()
  const { user_id: userId } = user
  const { accounts, names: organisations } = await membershipsOf(deps, userId)
  await refuseGuessable(deps, answer.password, { ...openUser(deps.vault, user), organisations })
  const passwordHash = await deps.passwords.hash(answer.password)
  const endSessions = () => endOtherSessions(deps, userId, null)
  // Before the change: a crash between the two logs somebody out, and lets nobody stay.
  await endSessions()
  await deps.database.inInstallation(async (tx) => {
    if (!(await resets.takeReset(tx, codeHash, at))) throw codeWrong()
    await store.updateUser(tx, userId, { passwordHash, language: null })
    await deleteHalfSessions(tx, userId)
    await forgetWaiting(tx, userId)
    await mailChange(deps, tx, user)
  })
  // One that was opened meanwhile, with the password that is lost.
  await endSessions()
  await recordInAccounts(
    deps,
    { userId, accounts },
    {
      ...{ action: 'accounts.password_reset', by: 'reset_code', traceId: '' },
    },
  )
}

/** Whoever did not ask for it has to know. */
async function mailChange(deps: AccountsDeps, tx: Tx, user: UserRow): Promise<void> {
  const { language } = user
  const say = (what: string) => sentence(language, `accounts.mail.${what}`) ?? what
  await deps.sendMail(tx, {
    ...{ account: null, to: openUser(deps.vault, user).email, language },
    subject: say('password_reset.subject'),
    paragraphs: [say('password_reset.first'), say('password_reset.next')],
    foot: say('foot'),
  })
}

/** Whoever asked may be on another node: each looks. */
export function runResets(
  deps: Answering & { timers: Timers; logger: Pick<Logger, 'error'> },
): Repeated {
  return repeated(deps.timers, pauseMs, async () => {
    try {
      await answerResets(deps)
    } catch (error) {
      deps.logger.error('accounts.resets_unanswered', failureFields(error))
    }
    return pauseMs
  })
}

function codeWrong() {
  return accountsError(
    'accounts.reset_wrong',
    'This link is not valid any more: it is good once, for an hour. Ask for a new one.',
  )
}
