// A further account, opened by whoever manages the installation: its first owner is invited.
import { type AccountId, type Caller, isoTime } from '../../kernel/index.ts'
import { type Account, accountOf } from '../account.ts'
import type { AccountFacts, AccountRequest, OwnerInvited } from '../contract.ts'
import type { AccountsDeps } from '../deps.ts'
import { accountsError } from '../errors.ts'
import { makeAccount } from '../make-account.ts'
import * as store from '../store.ts'
import { openUser } from '../user.ts'
import { byInstallation, type Invited, placeInvitation, prepareInvitation } from './invitation.ts'
import { deleteAllInvitations, listInvitations } from './invitation-store.ts'

export type Opened = { account: Account; ownerInvited: OwnerInvited | null }

/** Whoever opens it belongs to it where they invite nobody, or say that they stay. */
export async function openAccount(
  deps: AccountsDeps,
  caller: Caller,
  request: AccountRequest,
): Promise<Opened> {
  const { owner, staysOwner, ...facts } = request
  const person = owner === null ? null : { ...owner, role: 'owner' as const }
  const asked = person === null ? null : await prepareInvitation(deps, facts.language, person)
  const invited: Invited[] = []
  const account = await makeAccount(deps, facts, async (tx, made) => {
    const inside = { ...caller, accountId: made.id }
    const { id: accountId, number, kind } = made
    await deps.record(tx, inside, { action: 'accounts.account_created', details: { number, kind } })
    const { by } = caller
    if (by.kind === 'user' && (asked === null || staysOwner)) {
      const member = { accountId, userId: by.userId, role: 'owner' as const }
      await store.insertMembership(tx, { ...member, at: deps.clock.now() })
    }
    if (asked === null) return
    invited.push(await placeInvitation(deps, tx, inside, { ...asked, by: byInstallation }))
  })
  const [first] = invited
  return { account, ownerInvited: first === undefined ? null : ownerInvitedOf(first) }
}

/** A further account that is owned by whoever makes it. */
export async function createAccount(
  deps: AccountsDeps,
  caller: Caller,
  facts: AccountFacts,
): Promise<Account> {
  const request = { ...facts, owner: null, staysOwner: false }
  return (await openAccount(deps, caller, request)).account
}

/** Who is to come, as long as nobody is there: of an account with people, staff read nothing. */
export async function readOwnersWaiting(deps: AccountsDeps, accountId: AccountId) {
  return deps.database.inAccount(accountId, async (tx) => {
    await accountOf(tx, accountId)
    const hasPeople = (await store.listMembers(tx, accountId)).length > 0
    const [row] = hasPeople ? [] : await listInvitations(tx, accountId)
    if (row === undefined) return { hasPeople, invited: null }
    const { email } = openUser(deps.vault, { ...row, user_id: row.invitation_id })
    return { hasPeople, invited: { email, expiresAt: isoTime(row.expires_at) } }
  })
}

/**
 * Only where nobody is in the account: staff invite nobody, and not themselves, into one that has
 * people. Whoever was invited before is not any more, since the e-mail may have been another's.
 */
export async function inviteOwner(
  deps: AccountsDeps,
  caller: Caller,
  accountId: AccountId,
  person: { name: string; email: string },
): Promise<OwnerInvited> {
  const { language } = await deps.database.inAccount(accountId, (tx) => accountOf(tx, accountId))
  const asked = await prepareInvitation(deps, language, { ...person, role: 'owner' })
  return deps.database.inAccount(accountId, async (tx) => {
    await store.lockAccount(tx, accountId)
    if ((await store.listMembers(tx, accountId)).length > 0) throw hasPeople()
    await deleteAllInvitations(tx, accountId)
    const placed = { ...asked, by: byInstallation }
    return ownerInvitedOf(await placeInvitation(deps, tx, { ...caller, accountId }, placed))
  })
}

const ownerInvitedOf = ({ invitation, code, isMailed }: Invited): OwnerInvited => ({
  ...{ email: invitation.email, code, isMailed },
  expiresAt: invitation.expiresAt,
})

function hasPeople() {
  return accountsError(
    'accounts.account_has_people',
    'Somebody is in this account already: its owners invite whoever else is to come.',
  )
}
