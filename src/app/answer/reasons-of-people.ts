// What the journal has of people in words that somebody wrote goes with them.
import { forgetReasons, sealPastReasons } from '../../audit/index.ts'
import { sealTestNumbers } from '../../campaigns/index.ts'
import type { AccountId } from '../../kernel/index.ts'
import { peopleOfRequests, requestsOfPeople } from '../../preferences/index.ts'
import { completeErasures } from '../../privacy/index.ts'
import type { SubjectDataHolder, Vault } from '../../vault/index.ts'

/**
 * Who looked at a person and why is told to them in a part of its own; the entries stay, and their
 * words go with the key. By hand only what is not under it yet.
 */
export const journalHolder: SubjectDataHolder = {
  room: 'audit',
  exportSubject: async () => null,
  eraseSubjects: async (tx, accountId, subjects) => {
    const requests = await requestsOfPeople(tx, accountId, subjects)
    await forgetReasons(tx, accountId, { subjects, requests })
    return 0
  },
}

type UpkeepDeps = Parameters<typeof completeErasures>[0] & {
  vault: Vault
}

/**
 * After each round of an account's keys: records complete themselves, and what versions before had
 * under the account's key gets a key of its own.
 */
export const keysSeenTo =
  (deps: UpkeepDeps) =>
  async (accountId: AccountId): Promise<void> => {
    await completeErasures(deps, accountId)
    await sealPastReasons({ ...deps, askersOf: peopleOfRequests }, accountId)
    await sealTestNumbers(deps, accountId)
  }
