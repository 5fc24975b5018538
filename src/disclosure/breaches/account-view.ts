// What an account sees of the breaches in its register, and its letters, with its figures alone.

import { accountOf } from '../../accounts/index.ts'
import type { PageQuery } from '../../http/contract.ts'
import { cursorPart, defineCursor } from '../../http/index.ts'
import {
  type AccountId,
  type Caller,
  isoTime,
  isoTimeOrNull,
  type Language,
} from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { BreachField, BreachLetter } from '../contract-breaches.ts'
import type { AccountBreachItem, AccountBreachPage, AccountBreachView } from '../contract-own.ts'
import type { DisclosureDeps } from '../deps.ts'
import { installationFacts } from '../facts/installation-facts.ts'
import {
  authorityOfKnown,
  clockOfKnown,
  demandKnown,
  type KnownBreach,
  listKnown,
  openOwn,
} from './account-known.ts'
import { readMeasured } from './breach-store.ts'
import { lacksIn, lacksOfEnd, lacksOfLetter, type Sender } from './lacks.ts'
import { letterHtml } from './letters.ts'
import { installationFields } from './measure.ts'
import { recordFields, siteIn } from './record.ts'
import { historyIn, type StepContent } from './view-breach.ts'

const cursorOf = defineCursor('account-breaches', {
  at: cursorPart.instant(),
  id: cursorPart.uuid(),
})

export async function accountBreaches(
  deps: DisclosureDeps,
  caller: Caller,
  { cursor, limit }: PageQuery,
): Promise<AccountBreachPage> {
  const { accountId } = caller
  const before = cursorOf.read(cursor)
  const found = await deps.database.inAccount(accountId, (tx) =>
    listKnown(deps, tx, accountId, { before, limit: limit + 1 }),
  )
  const shown = found.slice(0, limit)
  const last = found.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map((known) => itemOf(deps, known, caller)),
    nextCursor: last === undefined ? null : cursorOf.write({ at: last.enteredAt, id: last.id }),
  }
}

function itemOf(
  { clock }: Pick<DisclosureDeps, 'clock'>,
  known: KnownBreach,
  { language }: Pick<Caller, 'language'>,
): AccountBreachItem {
  const { id, source, number, title, state, record, duty } = known
  return {
    ...{ id, source, number, title, state, risk: record.risk },
    ...{ knownAt: isoTime(known.knownAt), dueAt: isoTime(duty.dueAt) },
    clock: clockOfKnown(known, clock.now()),
    ...{ authority: authorityOfKnown(known, language), ...siteIn(language, duty) },
    notifiedAt: isoTimeOrNull(known.notifiedAt),
    peopleToldAt: isoTimeOrNull(known.peopleToldAt),
  }
}

export const viewOwnBreach = (
  deps: DisclosureDeps,
  caller: Caller,
  id: string,
): Promise<AccountBreachView> =>
  deps.database.inAccount(caller.accountId, (tx) => viewKnown(deps, tx, caller, id))

export async function viewKnown(
  deps: DisclosureDeps,
  tx: Tx,
  caller: Caller,
  id: string,
): Promise<AccountBreachView> {
  const { accountId, language } = caller
  const known = await demandKnown(deps, tx, accountId, id)
  const { sender, fields, measuredAt } = await figuresOf(deps, tx, accountId, known)
  const asked = { ...known, sender, at: deps.clock.now() }
  const open = (row: Parameters<typeof openOwn>[2]) =>
    openOwn(deps.vault, accountId, row) as StepContent
  return {
    ...itemOf(deps, known, caller),
    ...{ recordId: known.recordId, record: known.written, judgement: known.judgement },
    ...{ hours: known.duty.hours, isRecommended: known.duty.isRecommended },
    toldAt: known.source === 'told' ? isoTime(known.enteredAt) : null,
    ...{ processor: processorOf(known), people: sender.people ?? 0 },
    ...{ measuredAt: isoTimeOrNull(measuredAt), fields: fields(language) },
    lacks: {
      authority: lacksIn(language, lacksOfLetter('authority', asked)),
      people: lacksIn(language, lacksOfLetter('people', asked)),
      close: lacksIn(language, lacksOfEnd(known, known.duty)),
    },
    history: await historyIn(deps, tx, caller, known.rows, open),
  }
}

function processorOf({ processor }: KnownBreach): AccountBreachView['processor'] {
  if (processor === null) return null
  const { state, record, discoveredAt } = processor
  const { risk, riskReason, effects, measuresTaken, measuresPlanned } = record
  return {
    ...{ state, risk, riskReason, effects, measuresTaken, measuresPlanned },
    discoveredAt: isoTime(discoveredAt),
  }
}

async function figuresOf(deps: DisclosureDeps, tx: Tx, accountId: AccountId, known: KnownBreach) {
  const measured = await readMeasured(tx, accountId, known.id)
  const installation = await installationFacts(deps, tx)
  const { operator } = installation
  const { record, processor, knownAt, duty, rows } = known
  const figures = measured?.figures ?? null
  const sender: Sender = {
    name: figures?.controller.name ?? null,
    address: figures?.controller.address ?? null,
    contact: record.contact || (figures?.controller.dpo ?? null),
    people: record.people ?? figures?.people ?? null,
  }
  const totals = { people: figures?.people ?? null, records: figures?.records ?? null }
  const more = {
    ...{ operator, sender, totals, due: duty },
    recordedAt: processor === null ? (rows.at(-1)?.at ?? null) : knownAt,
    ...(processor === null ? {} : { processorAt: processor.discoveredAt }),
  }
  const written = { ...known, discoveredAt: knownAt }
  const fields = (language: Language): BreachField[] => [
    ...recordFields(written, { ...more, authority: authorityOfKnown(known, language) }, language),
    ...(figures?.fields[language] ?? []),
    ...installationFields(deps, installation, language),
  ]
  return { sender, figures, fields, measuredAt: measured?.measuredAt ?? null }
}

/** The letter of an account as controller, with its own name, numbers and contact. */
export async function letterOfAccount(
  deps: DisclosureDeps,
  tx: Tx,
  accountId: AccountId,
  asked: { known: KnownBreach; letter: BreachLetter; language: Language; at: number },
) {
  const { known, letter, language, at } = asked
  const { sender, figures, fields } = await figuresOf(deps, tx, accountId, known)
  const { record, number, knownAt, duty } = known
  const { zone } = await accountOf(tx, accountId)
  const html = letterHtml(letter, {
    ...{ language, number, at, discoveredAt: knownAt, zone, record, sender },
    authority: authorityOfKnown(known, language),
    ...{ data: figures?.data[language] ?? '', fields: fields(language), accounts: [] },
  })
  return { lacks: lacksOfLetter(letter, { ...known, sender, at, duty }), html }
}
