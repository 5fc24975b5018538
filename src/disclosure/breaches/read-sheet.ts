// What the files of the register say of each breach: all of them, the newest first.
import type { Caller, Instant, Language } from '../../kernel/index.ts'
import type { DisclosureDeps } from '../deps.ts'
import { authorityOfKnown, listKnown, openOwn } from './account-known.ts'
import { breachWorkbook, type SheetBreach } from './breach-sheet.ts'
import { listBreaches, readMeasured, type StepRow } from './breach-store.ts'
import { authorityIn, isRunning } from './record.ts'
import { contentOf, newestDone, readKnown, type StepContent } from './view-breach.ts'

type Asked = { caller: Caller; language: Language; at: Instant }

/** No register is longer in earnest: an account records no more either. */
const breachesMax = 2_000

export async function sheetOfInstallation(deps: DisclosureDeps, { language, at }: Asked) {
  const rows = await deps.database.inInstallation((tx) =>
    listBreaches(tx, { before: null, limit: breachesMax }),
  )
  const breaches: SheetBreach[] = []
  for (const { breachId } of rows) {
    const { breach, steps, duty, sender, totals, accounts } = await readKnown(deps, breachId)
    const { record, number, state, discoveredAt } = breach
    const open = (row: StepRow) => contentOf(deps, row)
    breaches.push({
      ...{ source: 'own', number, title: record.title, record, state },
      ...{ knownAt: discoveredAt, processorAt: null, due: duty },
      ...{ isRunning: isRunning(breach, duty), people: sender.people },
      authority: authorityIn(language, duty, record.country),
      notified: newestDone(steps, 'authority_notified', open),
      peopleTold: newestDone(steps, 'people_told', open),
      records: record.records ?? totals.records,
      accounts: accounts.map(({ name }) => name).filter((name) => name !== ''),
    })
  }
  return breachWorkbook(breaches, { language, at })
}

export async function sheetOfAccount(deps: DisclosureDeps, { caller, language, at }: Asked) {
  const { accountId } = caller
  const breaches = await deps.database.inAccount(accountId, async (tx) => {
    const found: SheetBreach[] = []
    for (const known of await listKnown(deps, tx, accountId, {
      before: null,
      limit: breachesMax,
    })) {
      const { source, number, title, record, state, knownAt, duty, rows, processor } = known
      const figures = (await readMeasured(tx, accountId, known.id))?.figures ?? null
      const open = (row: StepRow) => openOwn(deps.vault, accountId, row) as StepContent
      found.push({
        ...{ source, number, title, record, state, knownAt, due: duty },
        ...{ processorAt: processor?.discoveredAt ?? null, isRunning: isRunning(known, duty) },
        authority: authorityOfKnown(known, language),
        notified: newestDone(rows, 'authority_notified', open),
        peopleTold: newestDone(rows, 'people_told', open),
        people: record.people ?? figures?.people ?? null,
        records: record.records ?? figures?.records ?? null,
        accounts: null,
      })
    }
    return found
  })
  return breachWorkbook(breaches, { language, at })
}
