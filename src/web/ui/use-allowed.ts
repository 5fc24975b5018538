// Whether an action may be taken now: not while it runs, not without its right, not half filled in.
import type { Right } from '../../kernel/index.ts'
import { useLanguage } from '../data/language.tsx'
import { useSession } from '../data/session.tsx'
import { notAllowed } from '../words/not-allowed.ts'
import type { ActionState } from './action-button.tsx'

/** `lacking` says what is still missing; null when nothing is. */
export function useAllowed(
  right: Right,
  isBusy: boolean,
  lacking: string | null = null,
): ActionState {
  const { words } = useLanguage()
  const { may } = useSession()
  if (isBusy) return { kind: 'busy' }
  if (!may(right)) return { kind: 'refused', reason: notAllowed(words, right) }
  return lacking === null ? { kind: 'ready' } : { kind: 'refused', reason: lacking }
}
