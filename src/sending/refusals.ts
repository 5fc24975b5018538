// Every reason for which the gate stops or delays a message, in the order in which they are shown.
import type { holds, refusals } from './contract.ts'

// The lists stand in the contract, because the screens order and translate them too.
export { holds, refusals } from './contract.ts'

export type Refusal = (typeof refusals)[number]
export type Hold = (typeof holds)[number]
