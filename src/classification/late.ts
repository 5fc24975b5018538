// Tables that are made when they are first asked: a thread that classifies nothing holds none.

export type Words = Pick<ReadonlySet<string>, 'has'>
export type Table<T> = Pick<ReadonlyMap<string, T>, 'get' | 'has' | 'keys'>

/** What `make` returns, made once. */
export function late<T>(make: () => T): () => T {
  let made: { it: T } | null = null
  return () => {
    made ??= { it: make() }
    return made.it
  }
}

export function lateWords(make: () => ReadonlySet<string>): Words {
  const words = late(make)
  return { has: (word) => words().has(word) }
}

export function lateTable<T>(make: () => ReadonlyMap<string, T>): Table<T> {
  const table = late(make)
  return {
    get: (phrase) => table().get(phrase),
    has: (phrase) => table().has(phrase),
    keys: () => table().keys(),
  }
}
