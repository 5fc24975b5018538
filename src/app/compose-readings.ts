// Gives the rooms that take files in the processes that read them.
import type { ReadElsewhere as IntakeElsewhere } from '../intake/index.ts'
import type { ReadElsewhere as ReceiptsElsewhere } from '../receipts/index.ts'
import { realTimers } from './clock.ts'
import type { ComposeOptions, Infrastructure } from './compose-base.ts'
import { isCrash, readingProcesses } from './reading/reading-process.ts'

export type ComposedReadings = {
  elsewhere: IntakeElsewhere & ReceiptsElsewhere
  stop(): Promise<void>
}

export function composeReadings(
  infrastructure: Infrastructure,
  { originHost }: Pick<ComposeOptions, 'originHost'>,
): ComposedReadings {
  const { dataFolder, keysFolder, timers } = infrastructure
  const readings = readingProcesses({
    ...infrastructure,
    places: () => {
      const { wayIn } = infrastructure.storage
      const aheadMs = timers.now() - realTimers.now()
      return { wayIn, dataFolder, keysFolder, originHost, aheadMs }
    },
  })
  return {
    elsewhere: {
      import: (work, begin) => readings.read({ kind: 'import', work }, undefined, begin),
      forecast: (caller, asked) => readings.read({ kind: 'forecast', caller, ...asked }),
      list: (caller, { octets, ...about }) =>
        readings.read({ kind: 'list', caller, ...about }, octets),
      receipts: (caller, { octets, ledgerKey }) =>
        readings.read({ kind: 'receipts', caller, ledgerKey }, octets),
      isCrash,
    },
    stop: readings.stop,
  }
}
