// What campaigns store about one person, for access and erasure: on which days it was their date,
// and whether texts are tried on their telephone.
import type { SubjectDataHolder, Vault } from '../../vault/index.ts'
import { daysOfSubject, forgetSubjects } from '../picked/occurrence-people-store.ts'
import { endTestNumbersOf } from './test-number-keys.ts'

export const campaignsHolder = (deps: {
  vault: Pick<Vault, 'destroyKeys'>
}): SubjectDataHolder => ({
  room: 'campaigns',
  exportSubject: async (tx, accountId, subjectId) => {
    const days = await daysOfSubject(tx, accountId, subjectId)
    return days.length === 0 ? null : { daysOfOwnDates: days }
  },
  eraseSubjects: forgetSubjects,
  eraseNumbers: async (tx, accountId, numberTags) => ({
    test_numbers: await endTestNumbersOf(deps, tx, accountId, numberTags),
  }),
})
