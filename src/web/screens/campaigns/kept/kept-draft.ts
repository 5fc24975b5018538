// A campaign that is being written, kept while its author leaves the form or loads it again.
//
// It stays in this tab of the browser until it is saved. A draft on the server has a list, a kind
// and a text that were checked; what is half typed has none of them yet, and nobody but its author
// needs it. Of people nothing is kept: a list by its id, places for names, and the text as typed.
import { alertBases, messageClasses } from '../../../../sending/contract.ts'
import { useSession } from '../../../data/session.tsx'
import type { Draft } from '../draft.ts'
import {
  type Fits,
  forgetKeptAt,
  isCount,
  isOneOf,
  isText,
  isTextOrNull,
  isYesOrNo,
  type Kept,
  keptAs,
  readKeptAt,
  recordOf,
  useKeptForm,
} from './kept-form.ts'

/** The number goes up when the shape changes: what was kept in another one is no longer read. */
const prefix = 'accord.campaign.1.'

/** Of each person in each account for themselves; null: of a campaign that is not saved yet. */
export type Place = { userId: string; accountId: string; campaignId: string | null }

const ownPrefix = ({ userId, accountId }: Omit<Place, 'campaignId'>) =>
  `${prefix}${userId}.${accountId}.`
const keyOf = (place: Place) => `${ownPrefix(place)}${place.campaignId ?? 'new'}`

export const forgetKept = (place: Place): void => forgetKeptAt(keyOf(place))

/** The one that was typed in last, of all that this person has begun in this account. */
export function lastKept(
  of: Omit<Place, 'campaignId'>,
): { campaignId: string | null; kept: Kept<Draft> } | null {
  try {
    const own = ownPrefix(of)
    const all = Object.keys(window.sessionStorage).flatMap((key) => {
      if (!key.startsWith(own)) return []
      const id = key.slice(own.length)
      const campaignId = id === 'new' ? null : id
      const kept = readKeptAt(keyOf({ ...of, campaignId }), fits)
      return kept === null ? [] : [{ campaignId, kept }]
    })
    return all.sort((a, b) => b.kept.at - a.kept.at)[0] ?? null
  } catch {
    return null
  }
}

function isTemplate(value: unknown): boolean {
  const template = recordOf(value)
  return value === null || (isText(template?.['id']) && isCount(template['version']))
}

const fits: Fits<Draft> = {
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
export const keptFrom = (value: unknown): Kept<Draft> | null => keptAs(fits, value)

export function useOwnPlace(): Omit<Place, 'campaignId'> {
  const { me } = useSession()
  return { userId: me.user?.id ?? '', accountId: me.account.id }
}

export const useKeptDraft = (place: Place, first: Draft, brought: Partial<Draft>) =>
  useKeptForm(keyOf(place), fits, first, brought)
