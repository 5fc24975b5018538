// What a simulation knows to be true by its own actions: the program's account is held against it.
import type { AccountId, CampaignId, E164, Instant, MessageId } from '../../src/kernel/index.ts'

export type KnownPerson = {
  accountId: AccountId
  number: E164
  /** From this stamp on a consent may be there; null: there never was one. */
  mayFrom: number | null
  /** From this stamp on nothing of marketing may leave; null: nobody has said no. */
  endedFrom: number | null
  /** From this stamp on the person is known to nobody. */
  erasedFrom: number | null
}

export type KnownMessage = {
  accountId: AccountId
  tag: string
  number: E164
  isMarketing: boolean
  mayRepeat: boolean
  /** Of a campaign a message is known by its number; a single one by its own id. */
  campaignId: CampaignId | null
  id: MessageId | null
}

export class LedgerOfTruth {
  readonly people = new Map<string, KnownPerson>()
  /** Those that somebody was told are accepted. */
  readonly messages: KnownMessage[] = []
  /** What may go twice, by its tag. */
  readonly mayRepeat = new Set<string>()
  /** By account and number, the instant before which all of a person is gone. */
  readonly erasedAt = new Map<string, Instant>()
  /** While the contract of the operator at that port was over; null: none ever was. */
  noContract: { port: number; from: Instant; to: Instant } | null = null
  readonly accountOfTag = new Map<string, AccountId>()

  person(accountId: AccountId, number: E164): KnownPerson {
    const key = `${accountId} ${number}`
    let known = this.people.get(key)
    if (known === undefined) {
      known = { accountId, number, mayFrom: null, endedFrom: null, erasedFrom: null }
      this.people.set(key, known)
    }
    return known
  }

  peopleOf(accountId: AccountId): KnownPerson[] {
    return [...this.people.values()].filter((one) => one.accountId === accountId)
  }

  ended(accountId: AccountId, number: E164, stamp: number): void {
    const person = this.person(accountId, number)
    person.endedFrom ??= stamp
  }
}
