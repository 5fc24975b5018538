// The list of messages as a file, numbers masked: CSV as it is read, a spreadsheet made whole; the
// journal says who took it.
import { Readable } from 'node:stream'
import type { Audit } from '../../audit/index.ts'
import type { Caller, Clock, Language, MessageId } from '../../kernel/index.ts'
import { type Cell, csvMediaType, csvPages, odsMediaType, odsOf } from '../../paper/index.ts'
import { messageFileWords, sentence } from '../../words/index.ts'
import { type ListedMessage, sheetMessagesMax } from '../contract.ts'
import type { MessageFileQuery } from '../contract-messages.ts'
import { sendingError } from '../errors.ts'
import type { ListWish } from '../store/view-store.ts'
import { type NameCampaignsDeps, withCampaignNames } from './name-campaigns.ts'
import { type MessagePage, type ReadMessagesDeps, readMessages } from './read-messages.ts'

export type MessageFileDeps = Pick<ReadMessagesDeps, 'vault'> &
  NameCampaignsDeps & { audit: Pick<Audit, 'record'>; clock: Clock }

/** So many messages are read at a time. */
const pageMessages = 500

type Asked = { query: MessageFileQuery; wish: Omit<ListWish, 'before' | 'limit'> }
type File = { fileName: string; mediaType: string; stream: Readable }

const columns = [
  ...(['accepted', 'number', 'state', 'reason', 'class', 'sender', 'campaign'] as const),
  ...(['country', 'parts', 'cost', 'ended', 'reference'] as const),
]
type Row = Record<(typeof columns)[number], string | number>

export async function messagesCsv(
  deps: MessageFileDeps,
  caller: Caller,
  asked: Asked,
): Promise<File> {
  await record(deps, caller, asked.query)
  const language = asked.query.language ?? caller.language
  const w = messageFileWords[language]
  async function* pages() {
    for await (const messages of pagesOf(deps, caller, asked)) {
      yield messages.map((message) => cellsOf(message, language))
    }
  }
  const titles = columns.map((column) => w.columns[column])
  const lines = csvPages({ titles, pages: pages(), language })
  return { fileName: `${w.stem}.csv`, mediaType: csvMediaType, stream: Readable.from(lines) }
}

export async function messagesOds(
  deps: MessageFileDeps,
  caller: Caller,
  asked: Asked,
): Promise<File> {
  const language = asked.query.language ?? caller.language
  const w = messageFileWords[language]
  const rows: Cell[][] = [columns.map((column) => ({ text: w.columns[column], isHeading: true }))]
  for await (const messages of pagesOf(deps, caller, asked)) {
    // Told instead of a part: a file that ends in the middle would be taken for the whole.
    if (rows.length + messages.length > sheetMessagesMax + 1) {
      throw sendingError('sending.too_many_for_sheet', { max: sheetMessagesMax })
    }
    for (const message of messages) {
      rows.push(cellsOf(message, language).map((value) => sheetCell(value, language)))
    }
  }
  await record(deps, caller, asked.query)
  const note = w.note.replace('{day}', written(new Date(deps.clock.now()).toISOString()))
  const octets = odsOf({ title: w.title, note, sheets: [{ name: w.title, rows }] })
  return { fileName: `${w.stem}.ods`, mediaType: odsMediaType, stream: Readable.from([octets]) }
}

/** What somebody typed is told as no more than that: it may be of a person. */
const typed: ReadonlySet<string> = new Set(['sender', 'reference'])

async function record(
  deps: MessageFileDeps,
  caller: Caller,
  { language: _, ...query }: MessageFileQuery,
): Promise<void> {
  const told: Record<string, string> = {}
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) told[name] = typed.has(name) ? 'given' : value
  }
  await deps.database.inAccount(caller.accountId, (tx) =>
    deps.audit.record(tx, caller, { action: 'sending.messages_exported', details: told }),
  )
}

/** The newest first, as the list has them. */
async function* pagesOf(
  deps: MessageFileDeps,
  caller: Caller,
  { query, wish }: Asked,
): AsyncGenerator<ListedMessage[]> {
  const reader = { ...caller, language: query.language ?? caller.language }
  let before: MessageId | null = null
  do {
    const asked = { ...wish, before, limit: pageMessages }
    const page: MessagePage = await readMessages(deps, reader, asked)
    if (page.items.length > 0) yield await withCampaignNames(deps, reader, page.items)
    before = page.last
  } while (before !== null)
}

/** As a spreadsheet reads a day and an hour. */
const written = (iso: string) => iso.slice(0, 19).replace('T', ' ')

function sheetCell(value: string | number, language: Language): Cell {
  if (typeof value === 'string') return { text: value, isHeading: false }
  const text = language === 'fr' ? String(value).replace('.', ',') : String(value)
  return { text, isHeading: false, number: value }
}

function cellsOf(message: ListedMessage, language: Language): (string | number)[] {
  const row: Row = {
    accepted: written(message.acceptedAt),
    number: message.to,
    state: sentence(language, `state.${message.state}`) ?? message.state,
    reason: message.failure?.sentence ?? message.sentence ?? '',
    class: messageFileWords[language].classes[message.class],
    sender: message.sender,
    campaign: message.campaignName ?? '',
    country: message.country,
    parts: message.segments,
    cost: message.costMicroEur / 1_000_000,
    ended: message.finalAt === null ? '' : written(message.finalAt),
    reference: message.reference ?? '',
  }
  return columns.map((column) => row[column])
}
