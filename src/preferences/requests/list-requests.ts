// One page of people's requests: those that wait by what is due, so that none that is late hides.
import type { Page, PageQuery } from '../../http/contract.ts'
import { cursorPart, defineCursor } from '../../http/index.ts'
import type { Caller, Instant } from '../../kernel/index.ts'
import { findAskers } from '../askers/asker.ts'
import type { RequestKind, RequestState, RequestView } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { findPerson } from '../person-page.ts'
import { requestViewOf } from '../view.ts'
import type { ShownRequest } from './answer-request.ts'
import { filesOf } from './life-store.ts'
import { answerFileOf } from './life-view.ts'
import { listRequests, type PersonRequest, type RequestOrder } from './request-store.ts'

const parts = {
  paused: cursorPart.integer(1),
  at: cursorPart.instant(),
  id: cursorPart.uuid(),
} as const
/** A place in one order is none in another. */
const cursors = {
  due: defineCursor('person-requests-due', parts),
  answered: defineCursor('person-requests-answered', parts),
  asked: defineCursor('person-requests', parts),
} as const

export type RequestsAsked = PageQuery & {
  state?: RequestState | undefined
  kind?: RequestKind | undefined
  open?: boolean | undefined
}

const orderOf = (state: RequestState | undefined): RequestOrder =>
  state === undefined ? 'asked' : state === 'closed' ? 'answered' : 'due'

function placeOf(request: PersonRequest, order: RequestOrder) {
  const { id, dueAt, askedAt, answeredAt, pausedAt } = request
  const at = { due: dueAt, answered: answeredAt ?? askedAt, asked: askedAt }[order]
  return { paused: order === 'due' && pausedAt !== null ? 1 : 0, at, id }
}

export async function requestsPage(
  deps: PreferencesDeps,
  { accountId }: Caller,
  asked: RequestsAsked,
): Promise<Page<RequestView>> {
  const { state, kind, open, limit } = asked
  const order = orderOf(state)
  const after = cursors[order].read(asked.cursor)
  const at = deps.clock.now()
  return deps.database.inAccount(accountId, async (tx) => {
    const found = await listRequests(tx, accountId, {
      ...{ order, after, limit, kind: kind ?? null },
      isOpen: state === undefined ? (open === true ? true : null) : state !== 'closed',
      lateAt: state === 'late' ? at : null,
    })
    const ofNobody = found.filter(({ contactId }) => contactId === null).map(({ id }) => id)
    const askers = await findAskers(deps, tx, accountId, ofNobody)
    const shown: ShownRequest[] = []
    for (const request of found) {
      const { id, contactId, subjectId } = request
      const whose = contactId === null ? null : { accountId, contactId, subjectId }
      const known = whose === null ? null : await findPerson(deps, tx, whose)
      shown.push({ request, known, asker: askers.get(id) ?? null })
    }
    const files = await filesOf(tx, accountId, { requestIds: found.map(({ id }) => id) })
    const last = found.length === limit ? found.at(-1) : undefined
    return {
      items: shown.map((one) => requestViewOf({ ...one, answerFile: fileOf(files, one, at) }, at)),
      nextCursor: last === undefined ? null : cursors[order].write(placeOf(last, order)),
    }
  })
}

const fileOf = (
  files: Awaited<ReturnType<typeof filesOf>>,
  { request }: ShownRequest,
  at: Instant,
) =>
  answerFileOf(
    files.filter(({ requestId }) => requestId === request.id),
    at,
  )
