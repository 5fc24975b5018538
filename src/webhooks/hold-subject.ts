// What webhooks store about one person, for access and erasure: which programs were told what.
import { isoTime, isoTimeOrNull } from '../kernel/index.ts'
import type { SubjectDataHolder } from '../vault/index.ts'
import { eventsOfSubject, forgetSubjects } from './delivery-store.ts'

export const webhooksHolder: SubjectDataHolder = {
  room: 'webhooks',
  exportSubject: async (tx, accountId, subjectId) => {
    const events = await eventsOfSubject(tx, accountId, subjectId)
    if (events.length === 0) return null
    return {
      programsTold: events.map(({ kind, host, at, deliveredAt }) => ({
        kind,
        host,
        at: isoTime(at),
        deliveredAt: isoTimeOrNull(deliveredAt),
      })),
    }
  },
  eraseSubjects: forgetSubjects,
}
