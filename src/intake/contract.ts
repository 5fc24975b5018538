// The shapes of an import over HTTP: what a file is found to be, how it is mapped,
// what became of it.
import { z } from 'zod'
import { defaultPurpose, purpose } from '../consent/contract.ts'
import { customFieldsMax, customLeftReason, heldReason } from '../contacts/contract.ts'
import { named, pageOf } from '../http/contract.ts'
import { importField, importState, quarantineReason, rejection } from './contract-words.ts'

export * from './contract-words.ts'

export const columnClass = z.enum([
  'direct',
  'linkable',
  'special',
  'financial',
  'attribute',
  'none',
])

export const importColumn = z.object({
  index: z.number().int().min(0),
  header: z.string().describe('As written in the file; empty when the file has no header.'),
  class: columnClass,
  type: z
    .string()
    .describe('For example phone, last_name, nir, health, postal_code, order_number.'),
  confidence: z.enum(['certain', 'high', 'medium', 'low']),
  evidence: z.array(z.string()).describe('Sentences in the reader’s language.'),
  proposedField: importField.nullable(),
  storage: z
    .enum(['may_be_kept', 'never_kept', 'needs_legal_basis'])
    .describe('never_kept: national numbers and bank data. needs_legal_basis: articles 9 and 10.'),
  follows: z
    .array(z.string())
    .describe('What follows from the type: whether it goes in, how it is sealed, shown and used.'),
  sample: z.array(z.string()).describe('A few cells, masked; none once the file is deleted.'),
})
export type ImportColumn = z.infer<typeof importColumn>

/** A type of data with what follows from it, in general and in sentences. */
export const columnType = z.object({
  type: z.string(),
  name: z.string(),
  class: columnClass,
  storage: importColumn.shape.storage,
  rests: z.enum(['contact', 'proof', 'nowhere']).describe('Where its values are kept, sealed.'),
  isMasked: z.boolean(),
  isMergeField: z.boolean(),
  isCriterion: z.boolean(),
  sentences: z.array(z.string()).describe('The same in the reader’s language.'),
})
export type ColumnType = z.infer<typeof columnType>
export const columnTypeList = z.object({ items: z.array(columnType) })
export type ColumnTypeList = z.infer<typeof columnTypeList>

/** Where consent comes from when the file does not say it row by row. */
export const consentMapping = z.object({
  purpose: purpose.default(defaultPurpose),
  wordingId: z
    .uuid()
    .nullable()
    .default(null)
    .describe('The wording shown to these people. It must be published and name SMS.'),
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable()
    .default(null)
    .describe('The day consent was given, for rows without a date of their own.'),
  source: z
    .string()
    .trim()
    .min(3)
    .max(200)
    .nullable()
    .default(null)
    .describe('Where it was asked: shop counter, web form of … It never names a person.'),
  wholeFile: z
    .boolean()
    .default(false)
    .describe('True: the sender declares that each person in the file said yes.'),
  quotedOnly: z
    .boolean()
    .default(false)
    .describe(
      'True: a row that quotes no text is not taken to have seen `wordingId`; it lacks a wording.',
    ),
})
export type ConsentMapping = z.infer<typeof consentMapping>

export const mappingRequest = z.object({
  columns: z
    .array(z.object({ index: z.number().int().min(0), field: importField }))
    .min(1)
    .max(200),
  sensitive: z
    .array(z.object({ index: z.number().int().min(0), legalBasisId: z.uuid() }))
    .max(50)
    .default([])
    .describe(
      'Columns of articles 9 and 10 that go in, each on a legal basis in force; all of one legal entity, whose list this is then.',
    ),
  custom: z
    .array(z.object({ index: z.number().int().min(0), key: z.string().max(30) }))
    .max(customFieldsMax)
    .default([])
    .describe(
      'Columns that fill custom fields (GET /v1/custom-fields). A cell that is not of its field’s type stays empty and is counted; an empty cell empties nothing.',
    ),
  listName: z.string().trim().min(1).max(120),
  listId: z
    .uuid()
    .nullable()
    .default(null)
    .describe('A list that the contacts join, under its own name; null: a new one is made.'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('FR')
    .describe('The country whose way of writing numbers the file uses.'),
  repairs: z
    .array(z.enum(['lost_zero', 'wrong_overseas_prefix']))
    .default([])
    .describe('What may be mended in numbers: a 0 that a spreadsheet ate, +33692 for +262692.'),
  consent: consentMapping.nullable().default(null),
  overrules: z
    .array(
      z.object({
        index: z.number().int().min(0),
        type: z.string().min(1).max(40).describe('What the column holds in truth.'),
        reason: z.string().trim().min(5).max(300),
      }),
    )
    .max(200)
    .default([])
    .describe('Where a person knows better than the classifier; recorded with their name.'),
})
/** What is sent; what is left out has its default. */
export type MappingRequest = z.input<typeof mappingRequest>
export type Mapping = z.output<typeof mappingRequest>

/** A mapping as it stands on a screen, before it has a list. */
export const forecastRequest = mappingRequest.omit({ listName: true, listId: true })
export type ForecastRequest = z.input<typeof forecastRequest>
export type Forecast = z.output<typeof forecastRequest>

/** What holds for the next file of a source; the day and the declaration are about one file. */
export const rememberedMapping = z.object({
  country: z.string(),
  repairs: z.array(z.enum(['lost_zero', 'wrong_overseas_prefix'])),
  consent: consentMapping.pick({ purpose: true, wordingId: true, source: true }).nullable(),
  overrules: mappingRequest.shape.overrules,
  custom: mappingRequest.shape.custom,
})

export const importAnalysis = z.object({
  format: z.object({
    kind: z.enum(['csv', 'xlsx']),
    encoding: z.string().nullable(),
    delimiter: z.string().nullable(),
    sheet: z.string().nullable(),
    sheets: z.array(z.string()),
    hasHeader: z.boolean(),
    titleLines: z.number().int().min(0),
  }),
  rows: z.number().int().min(0).describe('Read rows, empty ones too: S, C and N together.'),
  emptyRows: z
    .number()
    .int()
    .min(0)
    .describe('Of these, rows of empty cells alone: each an N; none of them is imported.'),
  unreadableRows: z.number().int().min(0),
  columns: z.array(importColumn),
  preview: z
    .array(z.array(z.string()))
    .describe(
      'The first rows, masked, a cell for each column; none once the file is deleted, after the import or a day.',
    ),
  verdict: z.enum(['personal_by_itself', 'personal_by_combination', 'not_personal']),
  verdictSentence: z.string(),
  lawSentence: z
    .string()
    .nullable()
    .describe(
      'Where the rule finds nobody and the data is personal by law all the same; null elsewhere.',
    ),
  rowVerdicts: z.object({
    S: z.number().int(),
    C: z.number().int(),
    N: z.number().int(),
  }),
  warnings: z.array(z.string()),
  source: z
    .object({
      kind: z.enum(['remembered', 'known_export']),
      name: z.string().nullable().describe('Of a known export: shopify, brevo, outlook, …'),
      sentence: z.string(),
    })
    .nullable()
    .describe('Why the mapping is proposed as it is, when contents alone did not tell.'),
  quoted: z
    .array(
      z.object({
        index: z.number().int().describe('The column that quotes it.'),
        text: z.string(),
        rows: z.number().int().describe('Of the first rows of the file, how many quote it.'),
        wordingId: z
          .uuid()
          .nullable()
          .describe('The published wording that has this text and names SMS; null: none has.'),
      }),
    )
    .describe('Texts of consent that several rows quote, the most frequent first.'),
  remembered: rememberedMapping
    .nullable()
    .describe('How a file with this very header was mapped the last time.'),
})
export type ImportAnalysis = z.infer<typeof importAnalysis>

/** Why a cell of a sensitive column did not go in though its column may. */
export const sensitiveLeftReasons = [
  'legal_basis_ended',
  'no_consent_on_wording',
  'row_held',
] as const
export const sensitiveLeftReason = z.enum(sensitiveLeftReasons)
export type SensitiveLeftReason = (typeof sensitiveLeftReasons)[number]

/**
 * rows = imported + updated + duplicates + objected + rejected; quarantined is among the first two.
 */
export const importCounts = z.object({
  rows: z.number().int(),
  imported: z.number().int(),
  updated: z.number().int(),
  duplicates: z.number().int(),
  objected: z.number().int(),
  rejected: z.number().int(),
  quarantined: z.number().int(),
  declined: z.number().int().describe('Among those quarantined: the file says that they refused.'),
  consents: z.number().int(),
  sensitiveKept: z.number().int().describe('Cells of articles 9 and 10 that were kept, apart.'),
  sensitiveLeft: z.number().int().describe('Such cells that were left out, by reason below.'),
  sensitiveLeftBy: z.array(
    z.object({ reason: sensitiveLeftReason, sentence: z.string(), rows: z.number().int() }),
  ),
  held: z
    .number()
    .int()
    .describe(
      'Among those updated: rows that changed nothing of the person beside consent, and are kept apart (GET /v1/held-rows).',
    ),
  heldBy: z.array(z.object({ reason: heldReason, sentence: z.string(), rows: z.number().int() })),
  customKept: z.number().int().describe('Cells that became values of custom fields.'),
  customLeft: z.number().int().describe('Such cells that were left empty, by reason below.'),
  customLeftBy: z.array(
    z.object({
      field: z.string().describe('The name of the custom field.'),
      reason: customLeftReason,
      sentence: z.string(),
      rows: z.number().int(),
    }),
  ),
  rejectedBy: z.array(
    z.object({ reason: rejection, sentence: z.string(), rows: z.number().int() }),
  ),
  quarantinedBy: z.array(
    z.object({
      reason: quarantineReason,
      sentence: z.string(),
      rows: z.number().int(),
      hasDeclined: z.boolean().describe('They did not agree: nothing is to be proven.'),
    }),
  ),
})
export type ImportCounts = z.infer<typeof importCounts>

export const forecastProblem = z.object({
  kind: z.enum([
    'rejected',
    'held',
    'quarantined',
    'declined',
    'objected',
    'custom_left',
    'duplicate',
  ]),
  reason: z.string(),
  sentence: z.string(),
  rows: z.number().int(),
  lines: z
    .array(z.number().int())
    .describe('The first of them, numbered as in the spreadsheet; a person known before has none.'),
})
export type ForecastProblem = z.infer<typeof forecastProblem>
export const importForecast = z.object({
  rows: z.number().int().describe('Of the file, as far as it was counted.'),
  rowsRead: z.number().int().describe('What the figures are about: the first rows of the file.'),
  isWhole: z.boolean().describe('False: an estimate, from the rows that were read.'),
  people: z.number().int().describe('Different people among the rows read that can be kept.'),
  canReceive: z.number().int().describe('Of these, who can receive marketing afterwards.'),
  counts: importCounts,
  problems: z.array(forecastProblem).describe('The gravest first.'),
})
export type ImportForecast = z.infer<typeof importForecast>

export const importProgress = z.object({
  state: importState,
  bytesDone: z.number().int(),
  bytesTotal: z.number().int(),
  percent: z.number().min(0).max(100),
  rowsDone: z.number().int(),
  rowsPerSecond: z.number().int(),
})
export type ImportProgress = z.infer<typeof importProgress>

export const importView = z.object({
  id: z.uuid(),
  state: importState,
  fileName: z.string(),
  sizeBytes: z.number().int(),
  fileSha256: z.string(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  analysis: importAnalysis.nullable(),
  mapping: mappingRequest.nullable(),
  sameFile: z
    .object({
      importId: z.uuid(),
      importedAt: z.iso.datetime(),
      list: z.object({ id: z.uuid(), name: z.string() }),
    })
    .nullable()
    .describe('An earlier import of the very same file, while this one waits for its mapping.'),
  listId: z.uuid().nullable(),
  droppedColumns: z
    .array(z.object({ index: z.number().int(), header: z.string(), why: z.string() }))
    .describe('Columns of the file that were not kept, and why.'),
  progress: importProgress,
  counts: importCounts.nullable(),
  rejectsUntil: z.iso
    .datetime()
    .nullable()
    .describe('Until when the rejected rows can be fetched at POST /v1/imports/{id}/rejects.'),
  undo: z
    .object({
      undoneAt: z.iso.datetime().nullable(),
      erased: z.number().int().describe('Contacts that came by this import alone.'),
      kept: z.number().int().describe('Contacts that were there before, or touched since.'),
      withdrawn: z.number().int().describe('Consents taken back by an entry in the ledger.'),
    })
    .nullable()
    .describe('Null until the import is taken back.'),
  failure: z.object({ code: z.string(), sentence: z.string() }).nullable(),
})
export type ImportView = z.infer<typeof importView>

export const importSummary = importView.omit({
  analysis: true,
  mapping: true,
  sameFile: true,
  droppedColumns: true,
})
export type ImportSummary = z.infer<typeof importSummary>
export const importList = pageOf(importSummary)
export type ImportList = z.infer<typeof importList>

/** What may be done about people in quarantine. */
export const quarantineSteps = ['ask', 'prove', 'delete'] as const
export type QuarantineStep = (typeof quarantineSteps)[number]

export const quarantineQuery = z.object({
  listId: z.uuid().optional().describe('Members of this list alone.'),
})
export const quarantineGroup = z.object({
  reason: z.string(),
  sentence: z.string(),
  contacts: z.number().int(),
  hasDeclined: z.boolean().describe('They did not agree, so that there is nothing to prove.'),
  next: z
    .array(
      z.object({ step: z.enum(quarantineSteps), isPossible: z.boolean(), sentence: z.string() }),
    )
    .describe('What to do next, and how it is done without breaking the rule itself.'),
})
export type QuarantineGroup = z.infer<typeof quarantineGroup>
export const quarantineView = z.object({
  contacts: z.number().int().describe('People to be proven: those who declined are not counted.'),
  declined: z.number().int().describe('People of whom a file says that they did not agree.'),
  items: z.array(quarantineGroup),
})
export type QuarantineView = z.infer<typeof quarantineView>

const quarantined = z.object({
  reason: z.string().min(1).max(60),
  listId: z.uuid().nullable().default(null),
  after: z
    .uuid()
    .nullable()
    .default(null)
    .describe('As the answer before said: a call looks at some thousand people.'),
})
/** Proof that is found after the import: paper in a drawer, a table of the old platform. */
export const proveRequest = quarantined.extend({
  purpose: purpose.default(defaultPurpose),
  wordingId: z.uuid(),
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .describe(
      'The day of the earliest of these consents: none of them then counts longer than it may.',
    ),
  source: z.string().trim().min(3).max(200),
  declared: z
    .literal(true)
    .describe('You declare that each of these people said yes to these very words.'),
})
export type ProveRequest = z.input<typeof proveRequest>
export type Prove = z.output<typeof proveRequest>
export const proveAnswer = z.object({
  looked: z.number().int(),
  proven: z.number().int(),
  refused: z.number().int().describe('An objection of theirs stands: they stay where they are.'),
  after: z.uuid().nullable().describe('Call again with this; null once all were looked at.'),
})
export type ProveAnswer = z.infer<typeof proveAnswer>
export const quarantineDeletion = quarantined.omit({ after: true })
export const quarantineDeleted = z.object({
  deleted: z.number().int(),
  left: z.boolean().describe('True: call again, there are more.'),
  kept: z
    .number()
    .int()
    .describe(
      'With the last of them: how many stay, since their data is restricted (GDPR, article 18) or a request of theirs waits for its answer.',
    ),
})
export type QuarantineDeleted = z.infer<typeof quarantineDeleted>

export const suppressionFields = z.object({
  source: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .describe('Where the list comes from; kept as evidence.'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .describe('Where numbers without an international prefix are at home; else the account’s.'),
})
export const suppressionCounts = z.object({
  lines: z.number().int().describe('Rows of the list; its header is none.'),
  recorded: z.number().int(),
  alreadyThere: z.number().int().describe('Objections that stood before, or twice in the list.'),
  subscribed: z.number().int().describe('Rows that say outright that the person is subscribed.'),
  addressOnly: z.number().int().describe('Rows with an e-mail address and no number.'),
  unreadableRows: z.number().int().describe('Rows without a number or an address.'),
  unreadable: z
    .array(z.number().int())
    .describe('The first thousand of them, by their line from 1: what to mend.'),
})
export type SuppressionCounts = z.output<typeof suppressionCounts>

export const importParams = z.object({ id: z.uuid() })
/** Form fields that come before the file. */
export const importFieldsOfForm = z.object({
  sheet: z.string().min(1).max(100).optional().describe('The sheet of an XLSX file to read.'),
})

named({
  columnClass,
  importColumn,
  columnType,
  columnTypeList,
  consentMapping,
  mappingRequest,
  rememberedMapping,
  importAnalysis,
  sensitiveLeftReason,
  forecastRequest,
  forecastProblem,
  importForecast,
  importCounts,
  importProgress,
  importView,
  importSummary,
  importList,
  quarantineGroup,
  quarantineView,
  proveRequest,
  proveAnswer,
  quarantineDeletion,
  quarantineDeleted,
  suppressionFields,
  suppressionCounts,
  importFieldsOfForm,
})
