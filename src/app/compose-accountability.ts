// Impact assessments, training and reviews over this installation, and their open points.
import {
  type AccountabilityDeps,
  type AccountabilityPoint,
  impactPoints,
  planPoints,
  reviewPoints,
  type Scope,
  tellReviewsDue,
  tellTrainingDue,
  trainingPoints,
  undecidedPoints,
} from '../accountability/index.ts'
import { lastCheckup } from '../checkup/index.ts'
import { countContacts } from '../contacts/index.ts'
import type { DisclosureDeps } from '../disclosure/index.ts'
import type { Caller } from '../kernel/index.ts'
import type { PointSource } from '../overview/index.ts'

/** More than this is "many" for any question that is asked of it. */
const countedTo = 1_000_000

export function accountabilityOver(disclosure: DisclosureDeps): AccountabilityDeps {
  return {
    ...disclosure,
    lastCheckup,
    counts: {
      people: countContacts,
      children: async (tx, accountId) => {
        const { rows } = await tx.query<{ count: number }>(
          `select count(*)::int as count from (
             select distinct subject_id from consent.parental_authorisation
             where account_id = $1 limit $2) counted`,
          [accountId, countedTo],
        )
        return rows[0]?.count ?? 0
      },
    },
  }
}

type Read = (
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
) => Promise<AccountabilityPoint[]>

export function accountabilityPoints(deps: AccountabilityDeps): PointSource[] {
  const both = (kind: PointSource['kind'], path: string, read: Read): PointSource[] => [
    {
      ...{ kind, needs: 'registers.manage', leadsTo: path },
      read: (caller) => read(deps, 'account', caller),
    },
    {
      ...{ kind, needs: 'installation.manage', leadsTo: `/installation${path}` },
      read: (caller) => read(deps, 'installation', caller),
    },
  ]
  return [
    ...both('assessment_open', '/impact', impactPoints),
    ...both('plan_due', '/impact', planPoints),
    ...both('training_missing', '/training', trainingPoints),
    ...both('review_due', '/reviews', reviewPoints),
    ...both('review_undecided', '/reviews', undecidedPoints),
  ]
}

/** What comes near by itself, told once a day. */
export async function tellAccountability(
  deps: AccountabilityDeps,
  caller: Pick<Caller, 'accountId'>,
): Promise<void> {
  await tellTrainingDue(deps, caller)
  await tellReviewsDue(deps, caller)
}
