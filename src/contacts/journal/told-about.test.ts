// What an entry is about, by the facts that rooms record.
import { expect, test } from 'vitest'
import type { AuditDetails } from '../../audit/index.ts'
import type { SubjectId } from '../../kernel/index.ts'
import { toldAbout } from './told-about.ts'

const id = '01990000-0000-7000-8000-000000000001'
const other = '01990000-0000-7000-8000-000000000002'
const subject = other as SubjectId

const cases: readonly (readonly [string, SubjectId | null, AuditDetails, string[]])[] = [
  ['a list', null, { listId: id, members: 3 }, [`list ${id}`]],
  ['an import', null, { import: id, column: 2 }, [`import ${id}`]],
  ['a person is named once', subject, { contactId: id }, []],
  ['a person by their contact', null, { contactId: id }, [`contact ${id}`]],
  ['two things', null, { segmentId: id, listId: other }, [`segment ${id}`, `list ${other}`]],
  ['a route has a name for an id', null, { route: 'sandbox' }, ['route sandbox']],
  ['a number that is no id', null, { number: 12, user: 'nobody' }, []],
  ['nothing', null, {}, []],
]

test.each(cases)('%s', (_what, subjectId, details, told) => {
  const about = toldAbout({ subjectId, details })
  expect(about.subjectId).toBe(subjectId)
  expect(about.things.map((thing) => `${thing.kind} ${thing.id}`)).toEqual(told)
})
