// Which PostgreSQL serves the data: the newest 17.x of the npm package and of the machine.

/** `package`: the npm platform package. `machine`: the operating system's own package. */
export type Origin = 'package' | 'machine'

export type Found = { origin: Origin; version: string }

/** By what the data was opened the last time. `icu` is ICU's own name for its order of letters. */
export type LastOpening = Found & { icu: string | null }

export type Choice<Kind extends Found> = {
  runtime: Kind
  /** The data was opened by a newer minor version before: allowed, with fewer mended faults. */
  isOlder: boolean
}

/**
 * Of `postgres --version`, of a package or of `server_version`; null for a beta and for nonsense.
 */
export function versionIn(text: string): string | null {
  return /(?:^|\s)(\d{1,3}\.\d{1,3})(?=[\s.]|$)/.exec(text)?.[1] ?? null
}

/** Negative when `a` is older than `b`. */
export function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number)
  const [majorB = 0, minorB = 0] = b.split('.').map(Number)
  return majorA - majorB || minorA - minorB
}

/**
 * The newest; of two that are equal the package's, which is the same on every machine. With
 * `isBound`, an index in the data is ordered by ICU: the build that ordered it stays, since another
 * one brings another ICU, under which rows would not be found again. Null when there is none.
 */
export function chooseRuntime<Kind extends Found>(
  found: readonly Kind[],
  last: LastOpening | null,
  isBound: boolean,
): Choice<Kind> | null {
  const sorted = [...found].sort(
    (a, b) => compareVersions(b.version, a.version) || (a.origin === 'package' ? -1 : 1),
  )
  // Before openings were written down, the package was the only one.
  const former = last?.origin ?? 'package'
  const bound = isBound ? sorted.find(({ origin }) => origin === former) : undefined
  const runtime = bound ?? sorted[0]
  if (runtime === undefined) return null
  const isOlder = last !== null && compareVersions(runtime.version, last.version) < 0
  return { runtime, isOlder }
}

/** Whether indexes ordered by ICU have to be looked for before this server is used. */
export function mayOrderDiffer(opened: LastOpening, last: LastOpening | null): boolean {
  if (last === null) return opened.origin !== 'package'
  if (last.icu === null || opened.icu === null) return opened.origin !== last.origin
  return opened.icu !== last.icu
}
