// What is written in a form, kept in this tab of the browser while its author leaves the form or
// loads it again.
import { useEffect, useState } from 'react'

export type Kept<D> = {
  draft: D
  /** What the form began with: another beginning means that the thing was changed since. */
  begunWith: string
  at: number
}

/** Each field with what it may hold. */
export type Fits<D> = Readonly<Record<keyof D, (value: unknown) => boolean>>

export const isText = (value: unknown): value is string => typeof value === 'string'
export const isTextOrNull = (value: unknown) => value === null || isText(value)
export const isYesOrNo = (value: unknown): value is boolean => typeof value === 'boolean'
export const isCount = (value: unknown): value is number => Number.isInteger(value)
export const isOneOf = (all: readonly string[]) => (value: unknown) =>
  all.some((one) => one === value)

export function recordOf(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
}

/** Null where it is not what was written. */
export function keptAs<D>(fits: Fits<D>, value: unknown): Kept<D> | null {
  const kept = recordOf(value)
  const draft = recordOf(kept?.['draft'])
  if (kept === null || draft === null) return null
  const { begunWith, at } = kept
  if (!isText(begunWith) || !isCount(at)) return null
  const all = Object.entries(fits) as [string, (value: unknown) => boolean][]
  const isWhole = all.every(([field, isFit]) => isFit(draft[field]))
  return isWhole ? { draft: draft as D, begunWith, at } : null
}

export function readKeptAt<D>(key: string, fits: Fits<D>): Kept<D> | null {
  try {
    const text = window.sessionStorage.getItem(key)
    return text === null ? null : keptAs(fits, JSON.parse(text))
  } catch {
    // A browser may refuse to keep anything, and anything may stand there: one begins anew.
    return null
  }
}

function writeKeptAt<D>(key: string, kept: Kept<D>): void {
  try {
    window.sessionStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // Full, or switched off: the form works as before, and forgets when it is left.
  }
}

export function forgetKeptAt(key: string): void {
  try {
    window.sessionStorage.removeItem(key)
  } catch {
    // Where nothing may be kept, nothing is.
  }
}

/**
 * What the form holds. `first` is what it would begin with, `brought` what the address brings: a
 * list or a template that was chosen elsewhere goes into what was typed before.
 */
export function useKeptForm<D extends object>(
  key: string,
  fits: Fits<D>,
  first: D,
  brought: Partial<D>,
) {
  const begunWith = JSON.stringify(first)
  const untouched = JSON.stringify({ ...first, ...brought })
  const [found] = useState(() => readKeptAt(key, fits))
  const [draft, setDraft] = useState<D>(() => ({ ...(found?.draft ?? first), ...brought }))
  const [isRestored, setRestored] = useState(found !== null)
  useEffect(() => {
    const written = JSON.stringify(draft)
    // What the address brought is nothing that anybody typed.
    if (written === begunWith || written === untouched) forgetKeptAt(key)
    else writeKeptAt(key, { draft, begunWith, at: Date.now() })
  }, [draft, begunWith, untouched, key])
  return {
    draft,
    change: (part: Partial<D>) => setDraft((old) => ({ ...old, ...part })),
    isRestored,
    isChangedSince: found !== null && found.begunWith !== begunWith,
    beginAgain: () => {
      setDraft(first)
      setRestored(false)
    },
  }
}
