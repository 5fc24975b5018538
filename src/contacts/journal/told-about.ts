// What an entry of the journal is about, read from the facts that it records. Pure.
import type { AuditEntry } from '../../audit/index.ts'
import type { SubjectId } from '../../kernel/index.ts'
import type { AboutKind } from '../contract.ts'

/** A person is known by their subject where the deed names it, else by their contact. */
export type Thing = { kind: AboutKind; id: string }
export type About = { subjectId: SubjectId | null; things: readonly Thing[] }

/** The names under which rooms record an id, in the order in which they are told. */
const kindOf: Readonly<Record<string, AboutKind>> = {
  contactId: 'contact',
  contact: 'contact',
  import: 'import',
  campaign: 'campaign',
  campaignId: 'campaign',
  template: 'template',
  send: 'recurring',
  segmentId: 'segment',
  listId: 'list',
  field: 'field',
  wording: 'wording',
  wordingId: 'wording',
  form: 'form',
  keyword: 'keyword',
  controllerId: 'entity',
  controller: 'entity',
  message: 'message',
  user: 'user',
  token: 'token',
  sender: 'sender',
  route: 'route',
  supplier: 'supplier',
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function toldAbout({
  subjectId,
  details,
}: Pick<AuditEntry, 'subjectId' | 'details'>): About {
  const things = Object.entries(kindOf).flatMap(([key, kind]): Thing[] => {
    const id = Object.hasOwn(details, key) ? details[key] : null
    if (typeof id !== 'string' || !(uuid.test(id) || kind === 'route')) return []
    // The person is named by the entry itself.
    return kind === 'contact' && subjectId !== null ? [] : [{ kind, id }]
  })
  return { subjectId, things }
}
