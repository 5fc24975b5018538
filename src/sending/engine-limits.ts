// Every bound of the sending engine, in one place.

export const engineLimits = {
  /** A dead holder's route is taken over after at most this. */
  leaseMs: 6_000,
  leaseRenewMs: 2_000,
  leaseRetryMs: 500,
  /** The holder stops this long before its lease ends: an operator checks no fence. */
  leaseMarginMs: 1_500,
  /** At most two slices are open on a bind: what a crash can leave unknown. */
  slicesPerLink: 2,
  segmentsPerSliceMax: 1_000,
  /** How often an idle route looks for work that another node accepted. */
  pollMs: 200,
  /**
   * A slice costs the database as much as sixty of its messages. Below that many, when nothing else
   * is due, the next is claimed so much later, and its answers wait so long for company: single
   * messages that come in numbers share their slices, and one that comes alone waits for nobody.
   */
  calm: { below: 160, claimMs: 40, recordMs: 20 },
  /** A claim whose connection broke may be committed as late as this. */
  unheardMs: 60_000,
  databaseRetryMs: { first: 100, max: 5_000 },
  /** How long an orderly end waits for answers. */
  closeWaitMs: 5_000,
} as const

/** How long a reply finds the account that wrote. */
export const replyTagMs = 30 * 86_400_000

/**
 * How large a slice may be on a bind that can carry so many segments now, by its window and by
 * 250 ms of its rate. Where a rate bounds it the two open ones share that time, so that an alert
 * and a STOP wait for a quarter of a second; where only the window does, each may fill it.
 */
export function sliceMax(carries: number, hasRate: boolean): number {
  const most = Math.min(carries, engineLimits.segmentsPerSliceMax)
  return Math.max(1, hasRate ? Math.ceil(most / engineLimits.slicesPerLink) : most)
}
