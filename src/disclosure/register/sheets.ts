// The registers as tables of text, with the headings of the CNIL's simplified register.
import type { Language } from '../../kernel/index.ts'
import type { Cell, Sheet, Workbook } from '../../paper/index.ts'
import { type RegisterWords, registerWords } from '../../words/index.ts'
import type {
  Origin,
  ProcessorRegisterView,
  RegisterField,
  RegisterLine,
  RegisterPart,
  RegisterRecord,
  RegisterTransfer,
  RegisterView,
} from '../contract.ts'
import { dayIn } from '../notice/said.ts'

const heading = (...texts: string[]): Cell[] => texts.map((text) => ({ text, isHeading: true }))
const row = (...texts: string[]): Cell[] =>
  texts.map((text, index) => ({ text, isHeading: index === 0 }))
const empty: readonly Cell[] = []

type Words = RegisterWords['register']
/** `zone`: by whose clock its days are told. */
type Writing = { words: Words; language: Language; zone: string }

const writingIn = (language: Language, zone: string): Writing => ({
  words: registerWords[language].register,
  ...{ language, zone },
})
const originText = ({ words }: Writing, origin: Origin) => words.origins[origin]
const valueText = ({ words }: Writing, { value, origin }: RegisterField) =>
  origin === 'missing' ? words.missing : value
const dayText = ({ language, zone }: Writing, at: string | null) =>
  at === null ? '' : dayIn(language, Date.parse(at), zone)

export function controllerWorkbook(
  register: RegisterView,
  language: Language,
  zone: string,
): Workbook {
  const writing = writingIn(language, zone)
  return {
    title: register.title,
    note: noteOf(writing, register.readAt),
    sheets: [
      listSheet(register, writing),
      ...register.records.map((record) => recordSheet(register, record, writing)),
    ],
  }
}

const noteOf = (writing: Writing, readAt: string): string =>
  writing.words.printed.replace('{day}', dayText(writing, readAt))

function actorRows(
  register: Pick<RegisterView, 'address' | 'contact' | 'dpo'>,
  first: { label: string; field: RegisterField },
  writing: Writing,
): Cell[][] {
  const s = writing.words.sheet
  const { field, label } = first
  const actor = (name: string, one: RegisterField, address: RegisterField | null, mail: string) =>
    row(
      name,
      valueText(writing, one),
      address === null ? '' : valueText(writing, address),
      ...['', '', '', ''],
      mail,
      originText(writing, one.origin),
    )
  return [
    heading(
      ...[s.actors, s.actorName, s.address, s.postcode, s.city, s.country, s.phone, s.mail],
      s.origin,
    ),
    actor(label, field, register.address, valueText(writing, register.contact)),
    actor(s.dpo, register.dpo, null, ''),
  ]
}

function listSheet(register: RegisterView, writing: Writing): Sheet {
  const { words } = writing
  const s = words.sheet
  const controller = { label: s.controller, field: register.controllers }
  return {
    name: s.list,
    rows: [
      ...actorRows(register, controller, writing),
      empty,
      heading(s.name, s.ref, s.created, s.updated, s.mainPurpose, s.isSensitive, s.origin),
      ...register.records.map((record) =>
        row(
          valueText(writing, record.name),
          record.reference,
          dayText(writing, record.createdAt),
          dayText(writing, record.updatedAt),
          valueText(writing, record.about),
          record.isSensitive ? words.yes : words.no,
          originText(writing, record.about.origin),
        ),
      ),
    ],
  }
}

function recordSheet(register: RegisterView, record: RegisterRecord, writing: Writing): Sheet {
  const { words } = writing
  const s = words.sheet
  const fieldRow = (label: string, field: RegisterField) =>
    row(label, valueText(writing, field), originText(writing, field.origin))
  const controller = { label: s.controller, field: register.controllers }
  return {
    name: s.record.replace('{ref}', record.reference),
    rows: [
      fieldRow(s.name, record.name),
      row(s.ref, record.reference),
      row(s.created, dayText(writing, record.createdAt)),
      row(s.updated, dayText(writing, record.updatedAt)),
      empty,
      ...actorRows(register, controller, writing),
      row(s.processor, valueText(writing, register.processor)),
      empty,
      heading(s.purposes, '', s.origin),
      fieldRow(s.mainPurpose, record.about),
      fieldRow(words.legalBasisTitle, record.legalBasis),
      empty,
      ...linesPart(s.categories, record.data, writing),
      empty,
      ...linesPart(s.sensitive, record.sensitive, writing),
      empty,
      heading(s.people, s.description, s.origin),
      fieldRow('1', record.people),
      empty,
      ...partsPart([s.recipients, s.recipientType, s.precisions], record.recipients, writing),
      empty,
      ...partsPart([s.measures, s.measureType, s.precisions], record.measures, writing),
      empty,
      ...transfersPart(record.transfers, writing),
    ],
  }
}

function linesPart(title: string, lines: readonly RegisterLine[], writing: Writing): Cell[][] {
  const s = writing.words.sheet
  return [
    heading(title, s.description, s.retention, s.origin),
    ...lines.map(({ label, description, retention, origin }) =>
      row(label, description, retention, originText(writing, origin)),
    ),
  ]
}

function partsPart(
  titles: readonly string[],
  parts: readonly RegisterPart[],
  writing: Writing,
): Cell[][] {
  const { words } = writing
  return [
    heading(...titles, words.sheet.origin),
    ...parts.map(({ type, text, origin }, index) =>
      row(
        String(index + 1),
        type,
        origin === 'missing' ? words.missing : text,
        originText(writing, origin),
      ),
    ),
  ]
}

function transfersPart(transfers: readonly RegisterTransfer[], writing: Writing): Cell[][] {
  const { words } = writing
  const s = words.sheet
  const title = heading(s.transfers, s.recipient, s.country, s.guarantee, s.links, s.origin)
  if (transfers.length === 0) {
    return [title, row('1', words.noTransfer, '', '', '', words.origins.measured)]
  }
  return [
    title,
    ...transfers.map(({ recipient, country, guarantee, origin }, index) =>
      row(
        String(index + 1),
        recipient,
        country,
        origin === 'missing' ? words.missing : guarantee,
        '',
        originText(writing, origin),
      ),
    ),
  ]
}

/** GDPR, article 30(2): for whom, what, where to, and how it is protected. */
export function processorWorkbook(
  register: ProcessorRegisterView,
  language: Language,
  zone = 'UTC',
): Workbook {
  const writing = writingIn(language, zone)
  const { words } = writing
  const s = words.sheet
  const processor = { label: s.processor, field: register.processor }
  const records = register.records.map((record) =>
    row(
      record.account,
      valueText(writing, record.controllers),
      valueText(writing, record.contact),
      valueText(writing, record.categories),
      record.transfers.map(({ recipient, country }) => `${recipient} (${country})`).join('; ') ||
        words.noTransfer,
      originText(writing, record.categories.origin),
    ),
  )
  return {
    title: register.title,
    note: noteOf(writing, register.readAt),
    sheets: [
      {
        name: s.list,
        rows: [
          ...actorRows(register, processor, writing),
          empty,
          heading(
            ...[s.account, s.controller, s.mail, s.categoriesOfProcessing, s.transfers],
            s.origin,
          ),
          ...records,
          empty,
          ...partsPart([s.measures, s.measureType, s.precisions], register.measures, writing),
        ],
      },
    ],
  }
}
