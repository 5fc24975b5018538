// What campaigns store about one person, for access and erasure: on which days it was their date.
import type { SubjectDataHolder } from '../../vault/index.ts'
import { daysOfSubject, forgetSubjects } from './occurrence-people-store.ts'

export const campaignsHolder: SubjectDataHolder = {
  room: 'campaigns',
  exportSubject: async (tx, accountId, subjectId) => {
    const days = await daysOfSubject(tx, accountId, subjectId)
    return days.length === 0 ? null : { daysOfOwnDates: days }
  },
  eraseSubjects: forgetSubjects,
}
