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
  /** In the words of who did it. Kept sealed. */
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
  details: AuditDetails
  traceId: string
}

export type AuditPage = {
  /** Entries before this one, newest first; null for the newest. */
  before: AuditEntryId | null
  limit: number
  subjectId?: SubjectId | null
  action?: string | null
  /** At this instant or later. */
  since?: Instant | null
  /** These codes alone; null for all. */
  actions?: readonly string[] | null
}
