// Types of the journal: an action to record, and an entry to read.
import type { Branded, Instant, SubjectId } from '../kernel/index.ts'
import type { AuditAction } from '../words/index.ts'

export type AuditEntryId = Branded<string, 'AuditEntryId'>

/** Facts of the deed: ids, codes, counts. Never what a person wrote or is called. */
export type AuditDetails = Readonly<Record<string, string | number | boolean | null>>

export type Deed = {
  /** `room.what_was_done`: `contacts.revealed`. */
  action: AuditAction
  subjectId?: SubjectId | null
  /** Whom the reason tells of where no subject is named: who asks and is no contact. */
  asker?: SubjectId | null
  /**
   * In the words of who did it. Kept sealed, under the key of whom the deed is about: it goes with
   * them, and is not kept of who is erased already.
   */
  reason?: string | null
  details?: AuditDetails
}

export type AuditEntry = {
  id: AuditEntryId
  at: Instant
  actorKind: 'user' | 'token' | 'system'
  actor: string
  action: string
  subjectId: SubjectId | null
  reason: string | null
  /** There was one, and it went with the person. */
  isReasonErased: boolean
  details: AuditDetails
  traceId: string
}

export type AuditPage = {
  /** Entries before this one, newest first; null for the newest. */
  before: AuditEntryId | null
  limit: number
  subjectId?: SubjectId | null
  action?: string | null
  /** These codes alone; null for all. */
  actions?: readonly string[] | null
  /** What this user, token or part of the program did; null: whoever it was. */
  actor?: string | null
  /** Done at this instant or later, and before that one. */
  from?: Instant | null
  until?: Instant | null
}

/** Who has done anything in the account. */
export type AuditActor = Pick<AuditEntry, 'actorKind' | 'actor'>
