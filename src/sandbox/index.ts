// What the sandbox promises: an operator that speaks real SMPP on loopback, well or badly.
export { type Behaviour, behaviourOf, magicNumbers } from './magic-numbers.ts'
export { type IdStyle, idStyles } from './message-ids.ts'
export {
  type Fault,
  type FaultKind,
  faultKinds,
  type Habits,
  habitsByDefault,
  type SandboxAccount,
  type SandboxOptions,
} from './options.ts'
export type { Reply } from './receipts.ts'
export { type Sandbox, type SandboxStats, startSandbox } from './start-sandbox.ts'
export type { TakenMessage } from './taken-log.ts'
