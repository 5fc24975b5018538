// The terms that a message leaves under: who it is for, by which route, on which basis.
import type { ControllerId } from '../kernel/index.ts'
import type { Concatenation, ShiftLanguage } from '../wire/index.ts'
import type { AlertBasis, MessageClass, UnsurePolicy } from './contract.ts'

/** How a route cut long texts as a message was accepted: its parts are counted by that. */
export type Cut = { concatenation: Concatenation; shiftTables: readonly ShiftLanguage[] }

export type Terms = {
  id: string
  class: MessageClass
  basis: AlertBasis | null
  purpose: string | null
  controllerId: ControllerId
  routeId: string
  supplierId: string | null
  sender: string
  ifUnsure: UnsurePolicy
  rulePack: string
  /** Null without a route, and in terms of before it was kept. */
  cut: Cut | null
  /** In clear while it is being accepted; null once read back: then it is in `overrideSealed`. */
  overrideReason: string | null
  overrideSealed: Buffer | null
  overrideBy: string | null
}
