// The HTTP of proofs on hold: counted, listed, and ended before their day with a reason. Thin.
import type { Audit } from '../../audit/index.ts'
import { defineRoute, type Route } from '../../http/index.ts'
import type { Clock, SubjectId } from '../../kernel/index.ts'
import type { Database } from '../../storage/index.ts'
import * as shapes from '../contract.ts'
import { consentApi } from '../contract-api.ts'
import { consentError } from '../errors.ts'
import { isoText } from '../ledger/write-entries.ts'
import type { ConsentLifecycle } from '../lifecycle/lifecycle.ts'
import { countHolds, readHolds } from '../store/hold-store.ts'

export type HoldRoutesDeps = {
  database: Database
  clock: Clock
  consent: Pick<ConsentLifecycle, 'endHold'>
  audit: Pick<Audit, 'record'>
}

export function holdRoutes({ database, consent, audit }: HoldRoutesDeps): Route[] {
  return [
    defineRoute({
      ...consentApi['GET /v1/proof-holds'],
      needs: 'proofs.manage',
      summary:
        'Count and list the proofs of people whose contact is gone, and until when each stays',
      handle: ({ accountId }) =>
        database.inAccount(accountId, async (tx) => ({
          people: await countHolds(tx, accountId),
          items: (await readHolds(tx, accountId, shapes.holdsShownMax)).map((row) => ({
            subjectId: row.subjectId,
            heldSince: isoText(row.heldSince),
            holdUntil: isoText(row.holdUntil),
            documents: row.documents,
          })),
        })),
    }),
    defineRoute({
      ...consentApi['POST /v1/proof-holds/{id}/end'],
      needs: 'proofs.manage',
      summary: 'Destroy the proof of one such person now, before its day',
      errors: ['consent.hold_not_found'],
      handle: async (caller, { params, body }) =>
        database.inAccount(caller.accountId, async (tx) => {
          const subjectId = params.id as SubjectId
          const isEnded = await consent.endHold(tx, caller.accountId, subjectId)
          if (!isEnded) throw consentError('consent.hold_not_found')
          await audit.record(tx, caller, {
            action: 'consent.proof_destroyed',
            subjectId,
            reason: body.reason,
          })
        }),
    }),
  ]
}
