// What sending stores about one person, for access and erasure.

import { type Clock, isoTime } from '../../kernel/index.ts'
import type { Metrics } from '../../observability/index.ts'
import { hasKey, type SubjectDataHolder, type Vault } from '../../vault/index.ts'
import { bodyPlace, decodeBody } from '../message-body.ts'
import { writeOutcomes } from '../outcome/settle.ts'
import { deadNumbersOf, forgetNumbersOf } from '../store/dead-number-store.ts'
import {
  eraseMessagesOf,
  messagesOfSubject,
  openOfSubjects,
  type SubjectMessageRow,
} from '../store/person-store.ts'
import { takeFromQueue } from '../store/queue-store.ts'
import { dropUnsettledOfSubjects } from '../store/unsettled-store.ts'

export function sendingHolder(deps: {
  vault: Pick<Vault, 'openSubjects' | 'openMessage'>
  clock: Clock
  metrics: Pick<Metrics, 'count'>
}): SubjectDataHolder {
  const { vault, clock, metrics } = deps
  return {
    room: 'sending',
    exportSubject: async (tx, accountId, subjectId) => {
      const keys = (await vault.openSubjects(tx, accountId, [subjectId])).get(subjectId)
      if (keys === undefined || !hasKey(keys.contactKey)) return null
      const { sent, received } = await messagesOfSubject(tx, accountId, subjectId)
      if (sent.length + received.length === 0) return null
      const dead = (await deadNumbersOf(tx, accountId, [subjectId])).get(subjectId)
      const open = (table: 'sending.message' | 'sending.inbound') => (row: SubjectMessageRow) => ({
        at: isoTime(row.accepted_at),
        ...decodeBody(
          vault.openMessage(
            keys,
            accountId,
            bodyPlace(table, row.id),
            row.body_sealed ?? new Uint8Array(0),
          ),
        ),
      })
      return {
        sent: sent.map(open('sending.message')),
        received: received.map(open('sending.inbound')),
        ...(dead === undefined ? {} : { numberNoLongerWorksSince: isoTime(dead.since) }),
      }
    },
    eraseSubjects: async (tx, accountId, subjects) => {
      // What still waits does not leave any more: it has nobody to go to.
      const open = await openOfSubjects(tx, accountId, subjects)
      const taken = await takeFromQueue(tx, accountId, open)
      const at = clock.now()
      const outcomes = taken.map((queued) => ({
        ...{ ...queued, state: 'cancelled' as const, reason: 'person_erased' as const, at },
        ...{ hadUnknown: false, isUnsent: true },
      }))
      await writeOutcomes(tx, outcomes, metrics)
      await dropUnsettledOfSubjects(tx, accountId, subjects)
      await forgetNumbersOf(tx, accountId, subjects)
      return eraseMessagesOf(tx, accountId, subjects)
    },
  }
}
