// A limited cache of decrypted key pages, valid while the database has the same stamp.

export type CachedPage = { stamp: string; plain: Buffer }

export type PageCache = {
  get(key: string): CachedPage | undefined
  put(key: string, page: CachedPage): void
  forget(key: string): void
}

/** The page that was used longest ago leaves first, and is wiped by nobody else's use of it. */
export function newPageCache(pagesMax: number): PageCache {
  const held = new Map<string, CachedPage>()
  return {
    get: (key) => {
      const found = held.get(key)
      if (found === undefined) return undefined
      held.delete(key)
      held.set(key, found)
      return found
    },
    put: (key, page) => {
      held.delete(key)
      held.set(key, page)
      if (held.size <= pagesMax) return
      const oldest = held.keys().next().value
      if (oldest !== undefined) held.delete(oldest)
    },
    forget: (key) => {
      held.delete(key)
    },
  }
}
