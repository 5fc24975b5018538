// Retention over this installation: the kinds of data of each room, and the work of every night.
import { accountOf, type DailyWork } from '../accounts/index.ts'
import { type sweepRetention, viewRetention } from '../contacts/index.ts'
import { pastImportsKind } from '../intake/index.ts'
import type { Caller } from '../kernel/index.ts'
import { type RetentionDeps, recordNight, sweepNight } from '../retention/index.ts'
import {
  pastMessagesKind,
  pastRepliesKind,
  sweepTexts,
  viewTextRetention,
} from '../sending/index.ts'
import type { Base } from './compose-base.ts'

export function retentionOver(base: Base): RetentionDeps {
  const { database, audit, clock, logger } = base
  const kinds = [pastMessagesKind(base), pastRepliesKind(base), pastImportsKind]
  return { database, audit, clock, logger, kinds }
}

/** Often enough that a night which failed, or was missed while nothing ran, is made up for soon. */
const nightEveryMs = 30 * 60_000

const went = (deleted: number, rows: Record<string, number>) => ({ deleted, rows })

/** What ends by its age; each night has its record. */
export function retentionWork(
  base: Base,
  sweepContacts: (caller: Caller, isStopping: () => boolean) => ReturnType<typeof sweepRetention>,
): DailyWork[] {
  const { database } = base
  const retention = retentionOver(base)
  const contacts = recordNight(retention, {
    kind: 'contacts',
    work: sweepContacts,
    of: async ({ accountId }, { erased }) => {
      const facts = { vault: base.vault, accounts: { facts: accountOf } }
      const { months } = await database.inAccount(accountId, (tx) =>
        viewRetention(facts, tx, accountId),
      )
      return { ...went(erased, { contacts: erased }), term: { count: months, unit: 'months' } }
    },
  })
  const texts = recordNight(retention, {
    kind: 'texts',
    work: (...asked) => sweepTexts(base, ...asked),
    of: async (caller, { message, inbound }) => {
      const { days } = await database.inAccount(caller.accountId, (tx) =>
        viewTextRetention(tx, caller),
      )
      const rows = { message_texts: message, reply_texts: inbound }
      return { ...went(message + inbound, rows), term: { count: days, unit: 'days' } }
    },
  })
  return [
    { what: 'contacts_retention', work: contacts },
    { what: 'text_retention', work: texts },
    {
      what: 'retention',
      everyMs: nightEveryMs,
      work: (...asked) => sweepNight(retention, ...asked),
    },
  ]
}
