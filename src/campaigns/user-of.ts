// Which user acts, where one does.
import type { Caller, UserId } from '../kernel/index.ts'

export const userOf = (caller: Caller): UserId | null =>
  caller.by.kind === 'user' ? caller.by.userId : null
