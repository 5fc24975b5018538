// How long keys of an earlier epoch stay, and when a turn follows an erasure.

export type UpkeepTimes = {
  /** How long destroyed keys may wait for the rotation that makes them gone from copies too. */
  rotateAfterMs: number
  /** How long the key from before stays, for a standby that has not the new pages yet. */
  keepPreviousMs: number
  /** How long it stays at most where nobody says that the new pages have been copied. */
  keepUncopiedMs: number
}

const hourMs = 3_600_000
export const upkeepTimes: UpkeepTimes = {
  rotateAfterMs: 12 * hourMs,
  keepPreviousMs: hourMs,
  keepUncopiedMs: 7 * 24 * hourMs,
}

/** With another longest wait, where the installation has set one. */
export const upkeepTimesOf = (keepUncopiedMs: number | undefined): UpkeepTimes => ({
  ...upkeepTimes,
  keepUncopiedMs: keepUncopiedMs ?? upkeepTimes.keepUncopiedMs,
})
