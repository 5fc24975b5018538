// What somebody may ask for.

/** Articles 15 to 18, 20 and 21 GDPR, and what somebody is not content with. */
export const requestKinds = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
  'complaint',
] as const
export type RequestKind = (typeof requestKinds)[number]
