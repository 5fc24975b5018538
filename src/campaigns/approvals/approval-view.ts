// A request that somebody else approve, as the API shows it.
import { isoTime, isoTimeOrNull } from '../../kernel/index.ts'
import type { ApprovalAsked } from '../contract-approval.ts'
import type { ApprovalRequest } from './approval-store.ts'

/** Names of who asked and who answered, by their ids. */
export type Names = ReadonlyMap<string, string>

export const usersOfRequest = ({ askedBy, settledBy }: ApprovalRequest) => [askedBy, settledBy]

export function askedView(request: ApprovalRequest, names: Names): ApprovalAsked {
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  return {
    by: nameOf(request.askedBy),
    at: isoTime(request.askedAt),
    note: request.note,
    outcome: request.outcome,
    settledAt: isoTimeOrNull(request.settledAt),
    settledBy: nameOf(request.settledBy),
    remark: request.remark,
  }
}
