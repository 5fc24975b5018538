// How long what belongs to a deletion lasts.
const dayMs = 86_400_000
const yearMs = 365 * dayMs

export const deletionTimes = {
  dayMs,
  /** The owners are told again so long before. */
  remindBeforeMs: dayMs,
  /** A link that undoes lasts as long as the grace period, and never longer than this. */
  undoLinkMsMax: 90 * dayMs,
  /** Civil actions are barred after five years (Code civil, art. 2224). */
  recordMs: 5 * yearMs,
  /** Accounts and what they rest on: ten years (Code de commerce, art. L. 123-22). */
  monthsMs: 10 * yearMs,
  /** Of a request that was undone. */
  undoneMs: yearMs,
  /** What a supplier finds its messages by: until it was asked, and asked once more. */
  tellingMs: 60 * dayMs,
  /** As long as the room of notifications keeps mails that have left. */
  mailDays: 30,
} as const
