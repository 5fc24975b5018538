// What each role may do: the whole matrix in one table.
import { type Right, rights } from '../kernel/index.ts'
import type { AccountRole } from './contract.ts'

/** Over all accounts; never part of an account's role. */
export const installationRights: readonly Right[] = ['installation.manage']

const reading: readonly Right[] = [
  'account.read',
  'contacts.read',
  'consent.read',
  'messages.read',
  'campaigns.read',
  'routes.read',
]

const sending: readonly Right[] = [
  ...reading,
  'contacts.write',
  'imports.run',
  'consent.record',
  'wordings.manage',
  'messages.send',
  'texts.try',
  'campaigns.prepare',
]

/**
 * Rights of an account's users by role. Seeing a number in clear is never a side effect of reading.
 */
export const rightsOfRole: Record<AccountRole, readonly Right[]> = {
  owner: rights.filter((right) => !installationRights.includes(right)),
  // Lets others' campaigns leave without owning the account.
  approver: [...sending, 'campaigns.approve'],
  sender: sending,
  // Writes, and tries on phones of the account; nothing reaches anybody else by this role alone.
  writer: [...reading, 'texts.try', 'campaigns.prepare'],
  viewer: reading,
  dpo: [
    ...reading,
    'contacts.reveal',
    'consent.record',
    'proofs.manage',
    'sensitive.manage',
    'sensitive.approve',
    'sensitive.reveal',
    'wordings.manage',
    'ledger.export',
    'registers.manage',
    'audit.read',
  ],
  // Helps with settings and questions; sees masked data only.
  support: [...reading, 'tokens.manage'],
}

export type StaffRole = 'installation_owner'

export const rightsOfStaff: Record<StaffRole, readonly Right[]> = {
  installation_owner: [...installationRights, 'routes.read'],
}

/** The rights of a user in one account. */
export function rightsOf(role: AccountRole, staffRole: StaffRole | null): ReadonlySet<Right> {
  const staff = staffRole === null ? [] : rightsOfStaff[staffRole]
  return new Set([...rightsOfRole[role], ...staff])
}

const knownNames: ReadonlySet<string> = new Set(rights)

/** Rights that exist today, from what a row says: a right that was removed gives nothing. */
export function knownRights(names: readonly string[]): Right[] {
  return names.filter((name): name is Right => knownNames.has(name))
}
