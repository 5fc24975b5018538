// The two keys of a person, and the place that a sealed value is bound to.
import type { SubjectId } from '../kernel/index.ts'

/** A destroyed key has no octets: `hasKey(keys.contactKey)` is false, sealing with it refused. */
export type SubjectKeys = { subjectId: SubjectId; contactKey: Uint8Array; proofKey: Uint8Array }

/** Where a sealed value stands. It opens there and nowhere else. */
export type SealContext = { table: string; column: string; rowId: string }
