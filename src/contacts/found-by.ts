// By what a contact is found without being opened: keyed tags of its number, e-mail and reference.
import type { AccountId, E164 } from '../kernel/index.ts'
import type { Vault } from '../vault/index.ts'
import type { FoundBy } from './bulk-store.ts'
import type { ContactFields } from './contact.ts'

type Tags = Pick<Vault, 'fieldTag' | 'suppressionTag' | 'hasSuppressionKey'>

/** Upper and lower case, and two ways to write an accent, are one value. */
const canonical = (text: string): string => text.trim().normalize('NFC').toLowerCase()

export const emailTag = (vault: Pick<Vault, 'fieldTag'>, accountId: AccountId, email: string) =>
  vault.fieldTag(accountId, 'email', canonical(email))

export const referenceTag = (
  vault: Pick<Vault, 'fieldTag'>,
  accountId: AccountId,
  reference: string,
) => vault.fieldTag(accountId, 'reference', canonical(reference))

/** Without the suppression key nobody knows who objected: its tag comes once the key is back. */
export function foundBy(
  vault: Tags,
  accountId: AccountId,
  number: E164,
  { email, reference }: ContactFields,
): FoundBy {
  const hasKey = vault.hasSuppressionKey(accountId)
  return {
    suppressionTag: hasKey ? vault.suppressionTag(accountId, number) : null,
    emailTag: email ? emailTag(vault, accountId, email) : null,
    referenceTag: reference ? referenceTag(vault, accountId, reference) : null,
  }
}
