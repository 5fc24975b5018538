// The HTTP of text retention; thin.
import { defineRoute, type Route } from '../../http/index.ts'
import { sendingApi } from '../contract-api.ts'
import { chooseTextRetention, type TextRetentionDeps, viewTextRetention } from './text-retention.ts'

export function textRetentionRoutes(deps: TextRetentionDeps): Route[] {
  const { database } = deps
  return [
    defineRoute({
      ...sendingApi['GET /v1/messages/text-retention'],
      needs: 'messages.read',
      summary: 'Show how long the texts and numbers of messages and replies stay',
      description:
        'Then they are erased, once the message has its final state and the reply waits for nobody; what is left is when, by which route and rules, and what became of it.',
      handle: (caller) =>
        database.inAccount(caller.accountId, (tx) => viewTextRetention(tx, caller)),
    }),
    defineRoute({
      ...sendingApi['PUT /v1/messages/text-retention'],
      needs: 'account.manage',
      summary: 'Choose how long the texts and numbers of messages and replies stay',
      description: 'Fewer days erase nothing within thirty days.',
      handle: (caller, { body }) =>
        database.inAccount(caller.accountId, (tx) => chooseTextRetention(deps, tx, caller, body)),
    }),
  ]
}
