// What preferences stores about one person, for access and erasure.
import { isoTime, isoTimeOrNull } from '../kernel/index.ts'
import type { SubjectDataHolder, Vault } from '../vault/index.ts'
import { endAskersOf } from './askers/same-asker.ts'
import { endFormsOf } from './pending-form.ts'
import { filesOf, forgetFilesOf, stepsOf } from './requests/life-store.ts'
import { forgetContacts, requestsOfSubject } from './requests/request-store.ts'
import { deleteLinks } from './store.ts'

export const preferencesHolder = (deps: {
  vault: Pick<Vault, 'destroyKeys' | 'numberTag' | 'fieldTag' | 'openSubjects' | 'openContact'>
}): SubjectDataHolder => ({
  room: 'preferences',
  exportSubject: async (tx, accountId, subjectId) => {
    const requests = await requestsOfSubject(tx, accountId, subjectId)
    if (requests.length === 0) return null
    const steps = await stepsOf(tx, accountId, { subjectId })
    const files = await filesOf(tx, accountId, { subjectId })
    return {
      steps: steps.map(({ requestId, kind, at, told }) => ({
        ...{ requestId, kind, at: isoTime(at) },
        toldAt: told?.state === 'sent' ? isoTimeOrNull(told.at) : null,
      })),
      files: files.map(({ requestId, what, mediaType, octets, addedAt }) => ({
        ...{ requestId, what, mediaType, octets, addedAt: isoTime(addedAt) },
      })),
      requests: requests.map(({ kind, askedAt, dueAt, answeredAt, answer, outcome, heardBy }) => ({
        kind,
        askedAt: new Date(askedAt).toISOString(),
        dueAt: new Date(dueAt).toISOString(),
        answeredAt: isoTimeOrNull(answeredAt),
        answer,
        outcome,
        heardBy,
      })),
    }
  },
  eraseSubjects: async (tx, accountId, subjects) => {
    await forgetContacts(tx, accountId, subjects)
    await forgetFilesOf(tx, accountId, subjects)
    return deleteLinks(tx, accountId, subjects)
  },
  eraseNumbers: async (tx, accountId, numberTags, isErasure) => ({
    forms: await endFormsOf(deps, tx, accountId, numberTags),
    askers: isErasure ? await endAskersOf(deps, tx, accountId, numberTags) : 0,
  }),
})
