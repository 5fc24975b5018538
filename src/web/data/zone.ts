// The zone by whose clock instants are read and typed: the account's, whatever the browser's is, so
// that one page never mixes two. Before anybody is logged in it is the browser's.
let current: string | undefined

export const setZone = (zone: string): void => {
  current = zone
}

/** Undefined: the browser's. */
export const currentZone = (): string | undefined => current

export const zoneOption = (): { timeZone?: string } =>
  current === undefined ? {} : { timeZone: current }

/** As a sentence names it. */
export const zoneName = (): string =>
  (current ?? Intl.DateTimeFormat().resolvedOptions().timeZone).replaceAll('_', ' ')
