// The HTTP of numbers that no longer work; thin.
import { cursorPart, defineCursor, defineRoute, type Route } from '../../http/index.ts'
import type { ContactId, SubjectId } from '../../kernel/index.ts'
import { sendingApi } from '../contract-api.ts'
import { type DeadNumbersDeps, liftByHand, readDeadPage } from './dead-numbers.ts'

const deadCursor = defineCursor('dead_numbers', {
  since: cursorPart.instant(),
  subjectId: cursorPart.uuid<SubjectId>(),
})

export function deadNumberRoutes(deps: DeadNumbersDeps): Route[] {
  return [
    defineRoute({
      ...sendingApi['GET /v1/dead-numbers'],
      needs: 'contacts.read',
      summary: 'List the numbers that no longer work, those found last first, masked',
      description:
        'Learned from delivery receipts: the network said that nobody has the number, or three messages in a row did not arrive over two weeks or more. Marketing to them is refused as `number_dead`; alerts still leave.',
      handle: async (caller, { query }) => {
        const { items, last } = await readDeadPage(deps, caller, {
          after: deadCursor.read(query.cursor),
          limit: query.limit,
          contactId: (query.contactId ?? null) as ContactId | null,
        })
        return { items, nextCursor: last === null ? null : deadCursor.write(last) }
      },
    }),
    defineRoute({
      ...sendingApi['POST /v1/dead-numbers/{id}/lift'],
      needs: 'contacts.write',
      summary: 'Say that the number of a contact works after all; recorded with its reason',
      description:
        'A delivered message, a reply and a consent that is newer lift the mark by themselves.',
      errors: ['sending.dead_number_not_found'],
      handle: async (caller, { params, body }) => {
        await liftByHand(deps, caller, {
          contactId: params.id as ContactId,
          reason: body.reason,
        })
      },
    }),
  ]
}
