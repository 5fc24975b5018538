// The HTTP of retention; thin.
import { accountOf } from '../accounts/index.ts'
import { defineRoute, type Route } from '../http/index.ts'
import type { Caller } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { notApplied } from './applied.ts'
import { retentionApi } from './contract-api.ts'
import type { RetentionDeps } from './deps.ts'
import { choosePeriod, setBounds, viewBounds } from './period.ts'
import { viewNights, viewRetentionPage } from './view.ts'

export function retentionRoutes(deps: RetentionDeps): Route[] {
  const { database } = deps
  return [
    defineRoute({
      ...retentionApi['GET /v1/retention'],
      needs: 'account.read',
      summary: 'Show how long messages, replies and imports stay, and what goes tonight',
      description:
        'What goes is judged at the instant of the night, by the same condition as the deletion. What is in flight, waits or must be read by somebody stays.',
      handle: (caller) => database.inAccount(caller.accountId, (tx) => page(deps, tx, caller)),
    }),
    defineRoute({
      ...retentionApi['PUT /v1/retention'],
      needs: 'registers.manage',
      summary: 'Choose how long messages, replies or imports stay',
      description:
        'Within the bounds of the installation. A shorter period deletes nothing within thirty days. Register, public notice and the answers to people say the new period from then on.',
      errors: ['retention.months_out_of_bounds'],
      handle: (caller, { body }) =>
        database.inAccount(caller.accountId, async (tx) => {
          await choosePeriod(deps, tx, caller, body)
          return page(deps, tx, caller)
        }),
    }),
    defineRoute({
      ...retentionApi['GET /v1/retention/nights'],
      needs: 'account.read',
      summary: 'List what each night deleted: counts, the period, the oldest that is left',
      handle: (caller, { query }) =>
        database.inAccount(caller.accountId, (tx) =>
          viewNights(tx, caller, query.before === undefined ? null : Date.parse(query.before)),
        ),
    }),
    ...boundRoutes(deps),
  ]
}

function boundRoutes(deps: RetentionDeps): Route[] {
  const { database } = deps
  return [
    defineRoute({
      ...retentionApi['GET /v1/installation/retention-bounds'],
      needs: 'installation.manage',
      summary: 'Show between which periods the accounts of the installation may choose',
      handle: () => database.inInstallation(viewBounds),
    }),
    defineRoute({
      ...retentionApi['PUT /v1/installation/retention-bounds'],
      needs: 'installation.manage',
      summary: 'Set between which periods the accounts of the installation may choose',
      description:
        'An account that chose a longer period than the new longest one keeps it for thirty days, then the longest one counts.',
      errors: ['retention.bounds_crossed', 'retention.bounds_past_program'],
      handle: (caller, { body }) =>
        database.inAccount(caller.accountId, async (tx) => {
          const set = await setBounds(deps, tx, body)
          await deps.audit.record(tx, caller, { action: 'retention.bounds_set', details: body })
          return set
        }),
    }),
  ]
}

async function page(deps: RetentionDeps, tx: Tx, caller: Caller) {
  const { accountId } = caller
  const { createdAt } = await accountOf(tx, accountId)
  const late = await notApplied(tx, accountId, { at: deps.clock.now(), createdAt })
  return viewRetentionPage(deps, tx, caller, late.length === 0)
}
