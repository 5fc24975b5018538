// Links to sandboxes and to operators of other makers, for the tests of this folder.
import { expect } from 'vitest'
import { asE164, Personal } from '../../src/kernel/index.ts'
import {
  createOperatorLink,
  type InboundMessage,
  type LinkDeps,
  type LinkSettings,
  type LinkState,
  type OperatorLink,
  type OperatorReceipt,
  type OutgoingSegment,
  type SubmitOutcome,
} from '../../src/routing/link/index.ts'
import { encodeSegments, type SegmentOptions } from '../../src/wire/index.ts'
import { realTimers, seededRandomness } from '../support/clock.ts'

export type Heard = {
  link: OperatorLink
  receipts: OperatorReceipt[]
  inbound: InboundMessage[]
  states: LinkState[]
  late: [string, SubmitOutcome][]
}

export function settingsFor(port: number, changed: Partial<LinkSettings> = {}): LinkSettings {
  return {
    host: '127.0.0.1',
    port,
    tls: null,
    systemId: 'accord',
    password: new Personal('secret'),
    systemType: '',
    bindAs: 'transceiver',
    windowMax: 10,
    segmentsPerSecond: null,
    defaultAlphabet: 'gsm7',
    receiptOffsetMinutes: 0,
    ...changed,
  }
}

/** Reconnects at once, so that a test need not wait. */
const quick = { reconnectDelayMsMin: 20, unbindTimeoutMs: 500, throttlePauseMsMin: 20 }

export function linkTo(
  settings: LinkSettings,
  deps: Partial<Omit<LinkDeps, 'handlers'>> & { handlers?: Partial<LinkDeps['handlers']> } = {},
): Heard {
  const heard: Omit<Heard, 'link'> = { receipts: [], inbound: [], states: [], late: [] }
  const { handlers, limits, ...others } = deps
  const link = createOperatorLink(settings, {
    timers: realTimers,
    randomness: seededRandomness(1),
    ...others,
    limits: { ...quick, ...limits },
    handlers: {
      receipts: async (batch) => {
        heard.receipts.push(...batch)
      },
      inbound: async (message) => {
        heard.inbound.push(message)
      },
      stateChanged: (state) => heard.states.push(state),
      lateOutcome: (key, outcome) => heard.late.push([key, outcome]),
      ...handlers,
    },
  })
  return { link, ...heard }
}

export async function bound(heard: Heard): Promise<Heard> {
  if (heard.link.state.kind === 'down') heard.link.start()
  await until(() => heard.link.state.kind === 'bound')
  return heard
}

export async function until(condition: () => boolean, timeoutMs = 5_000): Promise<void> {
  const end = Date.now() + timeoutMs
  while (!condition()) {
    if (Date.now() > end) expect.fail(`waited ${timeoutMs} ms for ${condition}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** The segments of a text to a number of the fiction range, `+33 6 39 98` and four digits. */
export function segmentsOf(
  lastFour: string,
  text = 'Bonjour',
  options: Partial<SegmentOptions> = {},
): OutgoingSegment[] {
  const to = asE164(`+3363998${lastFour}`)
  const encoded = encodeSegments(text, { reference: 7, ...options })
  if (to === null || !encoded.ok) throw new Error(`no segments for ${lastFour}`)
  return encoded.segments.map((content) => ({
    key: `${lastFour}/${content.partNumber}`,
    from: { ton: 5, npi: 0, address: 'BOUTIQUE' },
    to: new Personal(to),
    content,
    wantsReceipt: true,
  }))
}

export function submitAll(
  link: OperatorLink,
  segments: readonly OutgoingSegment[],
): Promise<SubmitOutcome[]> {
  return Promise.all(segments.map((segment) => link.submit(segment)))
}
