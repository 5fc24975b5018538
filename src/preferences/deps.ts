// What preferences needs: the rooms on its left, and two ports that the app fills.
import type { Audit } from '../audit/index.ts'
import type {
  AccountPolicy,
  ConsentGate,
  ConsentLedger,
  Objections,
  PersonConsents,
  Recording,
  TakenBack,
  Wordings,
} from '../consent/index.ts'
import type { Contacts } from '../contacts/index.ts'
import type { OwnAddress } from '../http/index.ts'
import type { Jobs } from '../jobs/index.ts'
import type {
  AccountId,
  Clock,
  E164,
  MakeId,
  MessageId,
  Randomness,
  RouteId,
  SubjectId,
} from '../kernel/index.ts'
import type { SendMessage } from '../sending/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'

export type PreferencesDeps = OwnAddress & {
  database: Database
  vault: Vault
  audit: Pick<Audit, 'record' | 'list'>
  contacts: Contacts
  consent: Wordings &
    Recording &
    PersonConsents &
    Objections &
    ConsentGate &
    Pick<AccountPolicy, 'switchedOn'> &
    Pick<ConsentLedger, 'checkpoint' | 'disclosuresOf'>
  /** Of articles 9 and 10: how much is stored of a person, and nothing of what it says. */
  sensitive: { countOf(tx: Tx, accountId: AccountId, subjectId: SubjectId): Promise<number> }
  clock: Clock
  randomness: Randomness
  makeId: MakeId
  jobs: Pick<Jobs, 'enqueue'>
  sendMessage: SendMessage
  /** Whether the gate said no to this message at once. */
  wasRefused(accountId: AccountId, messageId: MessageId): Promise<boolean>
  /** Resolves when nothing of this to the number waits, or is in an engine's hand. */
  nothingLeaves(accountId: AccountId, number: E164, of: TakenBack): Promise<void>
  /** Where anybody reads how the account uses personal data: `/notice/…`. */
  noticePath(tx: Tx, accountId: AccountId): Promise<string>
  /** The installation's routes, and the number of each that takes replies. */
  replyNumbers(): readonly { id: RouteId; shortcode: string | null }[]
}
