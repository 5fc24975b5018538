// First run: creates the owner, with the code that the server printed.
import type { UserId } from '../kernel/index.ts'
import type { SetupRequest } from './contract.ts'
import type { AccountsDeps } from './deps.ts'
import { accountsError } from './errors.ts'
import { makeAccount } from './make-account.ts'
import { refuseGuessable } from './passwords/passwords.ts'
import { hashOf, newSecret } from './secrets.ts'
import * as store from './store.ts'
import { insertUser } from './user.ts'
import { userCaller } from './user-caller.ts'

/** The server prints a new code at each start; a week is more than a first run needs. */
const setupCodeMs = 7 * 24 * 60 * 60_000

export async function isSetUp(deps: Pick<AccountsDeps, 'database'>): Promise<boolean> {
  return deps.database.inInstallation(store.hasUsers)
}

/** A new one-time code, or null when the installation has its owner; older codes are void. */
export async function newSetupCode(deps: AccountsDeps): Promise<string | null> {
  return deps.database.inInstallation(async (tx) => {
    if (await store.hasUsers(tx)) return null
    const secret = newSecret(deps.randomness)
    const at = deps.clock.now()
    await store.deleteCodes(tx, 'setup', null)
    await store.insertCode(tx, {
      hash: secret.hash,
      purpose: 'setup',
      userId: null,
      at,
      expiresAt: at + setupCodeMs,
    })
    return secret.text
  })
}

/** Makes the first account with its owner, who also owns the installation. */
export async function setUp(deps: AccountsDeps, request: SetupRequest): Promise<UserId> {
  if (await isSetUp(deps)) throw setupDone()
  const at = deps.clock.now()
  const hash = hashOf(request.code)
  // Looked at first, so that a guess makes no keys and costs no argon2.
  const isRight = await deps.database.inInstallation((tx) => store.hasCode(tx, 'setup', hash, at))
  if (!isRight) throw codeWrong()
  const { email, name, accountName } = request
  await refuseGuessable(deps, request.password, { email, name, organisations: [accountName] })
  const passwordHash = await deps.passwords.hash(request.password)
  const made: { userId: UserId | null } = { userId: null }
  const account = { ...request, name: request.accountName, kind: request.accountKind }
  await makeAccount(deps, account, async (tx, { id, number }) => {
    // The row leaves with this transaction: of two who come at once, one finds it gone.
    if ((await store.takeCode(tx, 'setup', hash, at)) === null) throw codeWrong()
    if (await store.hasUsers(tx)) throw setupDone()
    const userId = await insertUser(deps, tx, {
      name: request.name,
      email: request.email,
      passwordHash,
      staffRole: 'installation_owner',
      language: request.language,
      at,
    })
    await store.insertMembership(tx, { accountId: id, userId, role: 'owner', at })
    await deps.record(tx, userCaller(id, userId), {
      action: 'accounts.installation_set_up',
      details: { number },
    })
    made.userId = userId
  })
  if (made.userId === null) throw setupDone()
  return made.userId
}

function setupDone() {
  return accountsError('accounts.setup_done', 'This installation has its owner already; log in.')
}

function codeWrong() {
  return accountsError(
    'accounts.setup_code_wrong',
    'This code is not the one that the server printed last; restart it for a new one.',
  )
}
