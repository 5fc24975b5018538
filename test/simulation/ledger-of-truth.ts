// What a simulation knows to be true by its own actions: the program's account is held against it.
import type {
  AccountId,
  CampaignId,
  E164,
  EntryId,
  Instant,
  ListId,
  MessageId,
  SubjectId,
} from '../../src/kernel/index.ts'

export type KnownPerson = {
  accountId: AccountId
  number: E164
  /** From this stamp on a consent may be there; null: there never was one. */
  mayFrom: number | null
  /** From this stamp on nothing of marketing may leave; null: nobody has said no. */
  endedFrom: number | null
  /** From this stamp on the person is known to nobody. */
  erasedFrom: number | null
  /** Whether somebody tried to erase them: nobody may have heard that it was done. */
  mayBeErased: boolean
}

export type KnownMessage = { accountId: AccountId; tag: string; number: E164; id: MessageId }

export type KnownCampaign = {
  accountId: AccountId
  tag: string
  listId: ListId
  /** Null: nobody was told that there is one. */
  id: CampaignId | null
  /** From this stamp on it may have been launched. */
  triedAt: number | null
  /** Since this instant it is known to be paused or called off; null: it is not. */
  stillFrom: Instant | null
}

export type KnownMember = {
  number: E164
  /** From this stamp on the person may be on the list. */
  mayFrom: number
  /** From this stamp on they surely are, unless they were erased; null: nobody was told so. */
  isFrom: number | null
}

/** What somebody said of their consent, once they were told that it is recorded. */
export type KnownDecision = {
  accountId: AccountId
  number: E164
  kind: 'consent.given' | 'consent.withdrawn' | 'objection'
  entryId: EntryId
}

/** What somebody did, once they were told that it is done. */
export type KnownDeed = {
  accountId: AccountId
  action: string
  subjectId: SubjectId | null
  campaignId: CampaignId | null
  reason: string | null
}

export class LedgerOfTruth {
  readonly people = new Map<string, KnownPerson>()
  /** Single ones that somebody was told are accepted. */
  readonly messages: KnownMessage[] = []
  readonly campaigns: KnownCampaign[] = []
  readonly decisions: KnownDecision[] = []
  readonly deeds: KnownDeed[] = []
  /** Who said STOP by the handset, and whom alone it can be meant for; null: one of several. */
  readonly stops = new Map<E164, AccountId | null>()
  readonly #members = new Map<ListId, Map<E164, KnownMember>>()
  /** What may go twice, by its tag. */
  readonly mayRepeat = new Set<string>()
  /** While the contract of the operator at that port was over; null: none ever was. */
  noContract: { port: number; from: Instant; to: Instant } | null = null
  readonly accountOfTag = new Map<string, AccountId>()

  person(accountId: AccountId, number: E164): KnownPerson {
    const key = `${accountId} ${number}`
    let known = this.people.get(key)
    if (known === undefined) {
      known = {
        accountId,
        number,
        mayFrom: null,
        endedFrom: null,
        erasedFrom: null,
        mayBeErased: false,
      }
      this.people.set(key, known)
    }
    return known
  }

  peopleOf(accountId: AccountId): KnownPerson[] {
    return [...this.people.values()].filter((one) => one.accountId === accountId)
  }

  did(deed: Pick<KnownDeed, 'accountId' | 'action'> & Partial<KnownDeed>): void {
    this.deeds.push({ subjectId: null, campaignId: null, reason: null, ...deed })
  }

  membersOf(listId: ListId): KnownMember[] {
    return [...(this.#members.get(listId)?.values() ?? [])]
  }

  member(listId: ListId, number: E164, stamp: number): KnownMember {
    const members = this.#members.get(listId) ?? new Map<E164, KnownMember>()
    this.#members.set(listId, members)
    const known = members.get(number) ?? { number, mayFrom: stamp, isFrom: null }
    members.set(number, known)
    return known
  }

  ended(accountId: AccountId, number: E164, stamp: number): void {
    const person = this.person(accountId, number)
    person.endedFrom ??= stamp
  }
}
