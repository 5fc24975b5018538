// A campaign that is being written, kept while its author leaves the form or loads it again.
//
// It stays in this tab of the browser until it is saved. A draft on the server has a list, a kind
// and a text that were checked; what is half typed has none of them yet, and nobody but its author
// needs it. Of people nothing is kept: a list by its id, places for names, and the text as typed.
import { useEffect, useState } from 'react'
import { alertBases, messageClasses } from '../../../../sending/contract.ts'
import { useSession } from '../../../data/session.tsx'
import type { Draft } from '../draft.ts'

/** The number goes up when the shape changes: what was kept in another one is no longer read. */
const prefix = 'accord.campaign.1.'

/** Of each person in each account for themselves; null: of a campaign that is not saved yet. */
export type Place = { userId: string; accountId: string; campaignId: string | null }

const ownPrefix = ({ userId, accountId }: Omit<Place, 'campaignId'>) =>
  `${prefix}${userId}.${accountId}.`
const keyOf = (place: Place) => `${ownPrefix(place)}${place.campaignId ?? 'new'}`

export type Kept = {
  draft: Draft
  /** What the form began with: another beginning means that the campaign was changed since. */
  begunWith: string
  at: number
}

export function readKept(place: Place): Kept | null {
  try {
    const text = window.sessionStorage.getItem(keyOf(place))
    return text === null ? null : keptFrom(JSON.parse(text))
  } catch {
    // A browser may refuse to keep anything, and anything may stand there: one begins anew.
    return null
  }
}

export function writeKept(place: Place, kept: Kept): void {
  try {
    window.sessionStorage.setItem(keyOf(place), JSON.stringify(kept))
  } catch {
    // Full, or switched off: the form works as before, and forgets when it is left.
  }
}

export function forgetKept(place: Place): void {
  try {
    window.sessionStorage.removeItem(keyOf(place))
  } catch {
    // Where nothing may be kept, nothing is.
  }
}

/** The one that was typed in last, of all that this person has begun in this account. */
export function lastKept(
  of: Omit<Place, 'campaignId'>,
): { campaignId: string | null; kept: Kept } | null {
  try {
    const own = ownPrefix(of)
    const all = Object.keys(window.sessionStorage).flatMap((key) => {
      if (!key.startsWith(own)) return []
      const id = key.slice(own.length)
      const campaignId = id === 'new' ? null : id
      const kept = readKept({ ...of, campaignId })
      return kept === null ? [] : [{ campaignId, kept }]
    })
    return all.sort((a, b) => b.kept.at - a.kept.at)[0] ?? null
  } catch {
    return null
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isTextOrNull = (value: unknown) => value === null || isText(value)
const isYesOrNo = (value: unknown): value is boolean => typeof value === 'boolean'
const isCount = (value: unknown): value is number => Number.isInteger(value)
const isOneOf = (all: readonly string[]) => (value: unknown) => all.some((one) => one === value)

function recordOf(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
}

function isTemplate(value: unknown): boolean {
  const template = recordOf(value)
  return value === null || (isText(template?.['id']) && isCount(template['version']))
}

/** Each field with what it may hold. */
const fits: Readonly<Record<keyof Draft, (value: unknown) => boolean>> = {
  name: isText,
  listId: isTextOrNull,
  class: isOneOf(['', ...messageClasses]),
  basis: (value) => value === null || isOneOf(alertBases)(value),
  purpose: isText,
  sender: isText,
  text: isText,
  template: isTemplate,
  mayRepeat: isYesOrNo,
  sendAt: isText,
  sendAtLocal: isYesOrNo,
  usefulUntil: isText,
  perHour: (value) => value === null || isCount(value),
}

/** Null where it is not what was written. */
export function keptFrom(value: unknown): Kept | null {
  const kept = recordOf(value)
  const draft = recordOf(kept?.['draft'])
  if (kept === null || draft === null) return null
  const { begunWith, at } = kept
  if (!isText(begunWith) || !isCount(at)) return null
  const isWhole = Object.entries(fits).every(([field, isFit]) => isFit(draft[field]))
  return isWhole ? { draft: draft as Draft, begunWith, at } : null
}

export function useOwnPlace(): Omit<Place, 'campaignId'> {
  const { me } = useSession()
  return { userId: me.user?.id ?? '', accountId: me.account.id }
}

/**
 * What the form holds. `first` is what it would begin with, `brought` what the address brings: a
 * list or a template that was chosen elsewhere goes into what was typed before.
 */
export function useKeptDraft(place: Place, first: Draft, brought: Partial<Draft>) {
  const begunWith = JSON.stringify(first)
  const untouched = JSON.stringify({ ...first, ...brought })
  const [found] = useState(() => readKept(place))
  const [draft, setDraft] = useState<Draft>(() => ({ ...(found?.draft ?? first), ...brought }))
  const [isRestored, setRestored] = useState(found !== null)
  const { userId, accountId, campaignId } = place
  useEffect(() => {
    const own = { userId, accountId, campaignId }
    const written = JSON.stringify(draft)
    // A list that the address brought is nothing that anybody typed.
    if (written === begunWith || written === untouched) forgetKept(own)
    else writeKept(own, { draft, begunWith, at: Date.now() })
  }, [draft, begunWith, untouched, userId, accountId, campaignId])
  return {
    draft,
    change: (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part })),
    isRestored,
    isChangedSince: found !== null && found.begunWith !== begunWith,
    beginAgain: () => {
      setDraft(first)
      setRestored(false)
    },
  }
}
