// What the scenes share: the stage, the platform, and the shop whose day it is.
import type { E164 } from '../../kernel/index.ts'
import type { Api } from './api.ts'
import type { Place } from './place.ts'
import type { SandboxPort } from './sandbox-port.ts'
import type { Stage } from './stage.ts'

export type Play = {
  stage: Stage
  api: Api
  sandbox: SandboxPort
  place: Place
  /** The folder of the contact files. */
  samples: string
}

/** The shop of `samples/`, by the name that its customers know. */
export const shop = {
  name: 'boutique Lumen',
  sender: 'LUMEN',
  shortcode: '36111',
  purpose: 'offers',
} as const

/** Who the shop is in the account, and the words it asks with. */
export type Asking = { controllerId: string; wordingId: string }

/** Somebody who agreed, whose number was looked at in clear for the demo. */
export type Customer = { contactId: string; number: E164; masked: string }
