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
  segmentsPerSliceMax: 500,
  /** How often an idle route looks for work that another node accepted. */
  pollMs: 200,
  databaseRetryMs: { first: 100, max: 5_000 },
  /** How long an orderly end waits for answers. */
  closeWaitMs: 5_000,
} as const
