// A screen as a file of its own, which the browser loads when it is first opened.
import { type ComponentType, lazy, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let coming = 0

function count(by: number): void {
  coming += by
  for (const tell of listeners) tell()
}

/** `name` is what the file exports; the import stands at the caller, where the bundler sees it. */
export function screen<Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
) {
  return lazy(async () => {
    count(1)
    try {
      return { default: (await load())[name] }
    } finally {
      count(-1)
    }
  })
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** A screen's file is being loaded; the one that is left is still there. */
export const useIsComing = (): boolean => useSyncExternalStore(subscribe, () => coming > 0)
