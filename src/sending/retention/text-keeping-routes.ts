// The HTTP of how long texts stay; thin.
import { defineRoute, type Route } from '../../http/index.ts'
import * as shapes from '../contract.ts'
import { chooseTextKeeping, type TextKeepingDeps, viewTextKeeping } from './text-keeping.ts'

export function textKeepingRoutes(deps: TextKeepingDeps): Route[] {
  const { database } = deps
  return [
    defineRoute({
      method: 'GET',
      path: '/v1/messages/keeping',
      needs: 'messages.read',
      summary: 'Show how long the texts and numbers of messages and replies stay',
      description:
        'Then they are erased, once the message has its final state and the reply waits for nobody; what is left is when, by which route and rules, and what became of it.',
      response: shapes.textKeepingView,
      handle: (caller) => database.inAccount(caller.accountId, (tx) => viewTextKeeping(tx, caller)),
    }),
    defineRoute({
      method: 'PUT',
      path: '/v1/messages/keeping',
      needs: 'account.manage',
      summary: 'Choose how long the texts and numbers of messages and replies stay',
      description: 'Fewer days erase nothing within thirty days.',
      body: shapes.textKeepingRequest,
      response: shapes.textKeepingView,
      handle: (caller, { body }) =>
        database.inAccount(caller.accountId, (tx) => chooseTextKeeping(deps, tx, caller, body)),
    }),
  ]
}
