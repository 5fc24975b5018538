// HTTP shapes of routes and senders. Browser-safe.
import { z } from 'zod'
import { instantText, jsonValue, named, pageOf } from '../http/contract.ts'
import { receiptStates, shiftLanguages } from '../wire/index.ts'

export const messageClasses = ['marketing', 'alert'] as const
export type MessageClass = (typeof messageClasses)[number]
export const concatenations = ['udh8', 'udh16', 'sar', 'payload'] as const

/** Why a route is closed, whatever its operator does. */
export const closedWhys = [
  'route_disabled',
  'contract_missing',
  'contract_incomplete',
  'contract_expired',
] as const

/** Of an operator that passes the errors of the mobile networks on. */
export const usualDeadNumberCodes: readonly string[] = ['1']

export const routeStates = ['open', 'down', 'paused', 'closed'] as const

const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .describe('ISO 3166-1 alpha-2.')
/** Not an address: its last part begins with a letter. */
const hostName =
  /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/
const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/)
const hours = z.object({ from: time, until: time })

/** What every account may know of a route: whom it reaches, and how texts are cut and say stop. */
const shown = {
  name: z.string().trim().min(1).max(80),
  isSandbox: z.boolean().describe('It reaches nobody: the sandbox operator or a simulator.'),
  countries: z.array(country).max(250).describe('Countries it reaches; empty for all.'),
  classes: z.array(z.enum(messageClasses)).min(1).max(2),
  hours: hours.nullable().describe('Narrows the hours of marketing.'),
  concatenation: z.enum(concatenations),
  shiftTables: z
    .array(z.enum(shiftLanguages))
    .max(shiftLanguages.length)
    .describe(
      'National tables of the 7-bit alphabet that the operator and the handsets it reaches ' +
        'understand; a text that fits one is not turned into UCS-2 where that saves segments.',
    ),
  stopText: z
    .string()
    .trim()
    .min(4)
    .max(60)
    .nullable()
    .describe('The mention that marketing carries: "STOP au 36xxx".'),
  stopShortcode: z
    .string()
    .regex(/^\d{3,8}$/)
    .nullable(),
}

/** What else a route may be told to be, apart from where it is and how it logs in. */
const inner = {
  enabled: z.boolean(),
  bindSegmentsPerSecond: z
    .number()
    .int()
    .min(1)
    .max(100_000)
    .nullable()
    .describe('What each bind may write; the rate of the whole route is in its address.'),
  senderSegmentsPerSecond: z
    .number()
    .min(0.01)
    .max(100_000)
    .nullable()
    .describe('What may leave in the name of each sender; a fraction for less than one a second.'),
  defaultAlphabet: z.enum(['gsm7', 'latin1']).describe('What data_coding 0 means in replies.'),
  receiptOffsetMinutes: z.number().int().min(-840).max(840),
  optOutCodes: z
    .array(z.string().trim().min(1).max(16))
    .max(50)
    .describe('Error codes of receipts by which the operator says that the person told it STOP.'),
  deadNumberCodes: z
    .array(z.string().trim().min(1).max(16))
    .max(50)
    .describe(
      'Error codes of receipts by which the operator says that nobody has the number; 1 is that ' +
        'of the mobile networks (3GPP TS 29.002). Zeros in front do not count.',
    ),
  tlsCa: z
    .string()
    .max(65_536)
    .nullable()
    .describe(
      'PEM certificates of the operator’s own authority, for smpps:// and https://. Where they ' +
        'are given no other authority is trusted; null: those that the machine knows.',
    ),
  tlsServerName: z
    .string()
    .max(253)
    .regex(hostName)
    .nullable()
    .describe('The host name on the operator’s certificate; null: the host of its address.'),
  priority: z.number().int().min(0).max(1000).describe('Lower comes first.'),
  share: z
    .number()
    .int()
    .min(0)
    .max(1000)
    .describe('How much it takes beside routes of the same priority and cost; 0 for nothing.'),
  costMicroEur: z.number().int().min(0).max(10_000_000),
}
const settings = { ...shown, ...inner }

const url = z
  .string()
  .max(500)
  .describe(
    'smpp://user:password@host:port or smpps://…, with window, rate, binds, bind, system_type as ' +
      'query parameters; or the https:// address of an operator that `http` describes. It is ' +
      'kept sealed; the password, the path and the query are never shown again.',
  )

const path = z.string().max(200).describe('Where it stands in the JSON, as in messages.0.id.')
const words = z.array(z.string().min(1).max(60)).max(50)
/** What may stand in a header: nothing that could begin another one. */
const headerValue = z
  .string()
  .max(2_000)
  .regex(/^[\x20-\x7e]*$/)
const headerName = z.string().regex(/^[A-Za-z0-9-]{1,60}$/)

const httpSettings = {
  headers: z.record(headerName, headerValue).describe('Beside Content-Type and Accept.'),
  authHeader: headerName,
  body: jsonValue.describe(
    'JSON in which strings may hold {to}, {from}, {text}, {key}, {reference}, {validitySeconds}.',
  ),
  numberForm: z.enum(['e164', 'digits']),
  answer: z.object({
    idAt: path,
    codeAt: path.nullable().default(null),
    accepted: words.default([]),
    throttle: words.default([]).describe('Codes that ask for less speed; 429 always does.'),
    retry: words.default([]).describe('Codes that mean: later.'),
  }),
  receipt: z.object({
    listAt: path.nullable().default(null).describe('A list of receipts; null: each comes alone.'),
    idAt: path,
    stateAt: path,
    errorAt: path.nullable().default(null),
    states: z.partialRecord(z.enum(receiptStates), words),
  }),
  timeoutMs: z.number().int().min(1_000).max(30_000),
}

/** The description of an HTTP operator as it is given; what is secret is never shown again. */
const httpOperator = z
  .object({
    ...httpSettings,
    auth: headerValue.min(1).describe('The whole value of the header: "Bearer …". Kept sealed.'),
    receiptSecret: headerValue
      .min(16)
      .max(200)
      .describe('What the operator sends with each receipt. Kept sealed.'),
    window: z.number().int().min(1).max(500).default(20).describe('Requests open at most.'),
    rate: z.number().int().min(1).max(100_000).nullable().default(null).describe('Parts a second.'),
    headers: httpSettings.headers.default({}),
    authHeader: httpSettings.authHeader.default('Authorization'),
    numberForm: httpSettings.numberForm.default('e164'),
    timeoutMs: httpSettings.timeoutMs.default(15_000),
  })
  .describe('How an operator that speaks HTTP is asked, and how its answers and receipts are read.')
export type NewHttpOperator = z.output<typeof httpOperator>

export const newRoute = z
  .object({
    url,
    supplierId: z.uuid(),
    http: httpOperator.nullable().default(null),
    ...settings,
    enabled: settings.enabled.default(true),
    isSandbox: settings.isSandbox.default(false),
    concatenation: settings.concatenation.default('udh8'),
    shiftTables: settings.shiftTables.default([]),
    optOutCodes: settings.optOutCodes.default([]),
    deadNumberCodes: settings.deadNumberCodes.default([...usualDeadNumberCodes]),
    bindSegmentsPerSecond: settings.bindSegmentsPerSecond.default(null),
    senderSegmentsPerSecond: settings.senderSegmentsPerSecond.default(null),
    defaultAlphabet: settings.defaultAlphabet.default('gsm7'),
    receiptOffsetMinutes: settings.receiptOffsetMinutes.default(0),
    stopText: settings.stopText.default(null),
    stopShortcode: settings.stopShortcode.default(null),
    tlsCa: settings.tlsCa.default(null),
    tlsServerName: settings.tlsServerName.default(null),
    countries: settings.countries.default([]),
    classes: settings.classes.default(['marketing', 'alert']),
    hours: settings.hours.default(null),
    priority: settings.priority.default(100),
    share: settings.share.default(1),
    costMicroEur: settings.costMicroEur.default(0),
  })
  .meta({
    example: {
      url: 'smpp://compte:motdepasse@smpp.exemple.fr:2775?window=50&rate=100',
      supplierId: '0193f6a0-0000-7000-8000-000000000001',
      name: 'Opérateur Exemple',
      stopText: 'STOP au 36111',
      stopShortcode: '36111',
      countries: ['FR'],
    },
  })
export type NewRoute = z.output<typeof newRoute>

export const routeChange = z.object({ url, http: httpOperator, ...settings }).partial()
export type RouteChange = z.output<typeof routeChange>

export const bindView = z.object({
  state: z.enum(['connecting', 'bound', 'down', 'closing', 'closed']),
  since: instantText,
  why: z.string().nullable().describe('Why it is down.'),
  sentence: z.string().nullable().describe('The same, and what to do, in your language.'),
  operatorSaid: z
    .string()
    .nullable()
    .describe('What the operator said to the messages it refused, short and without any of them.'),
  retryAt: instantText.nullable(),
})

/** Where a route leads and how it does: of the installation, not of its accounts. */
const operatorView = z.object({
  kind: z.enum(['smpp', 'http']),
  http: z
    .object({
      ...httpSettings,
      url: z.string(),
      headers: z.record(headerName, z.string()).describe('Names, and “…” for each value.'),
    })
    .nullable()
    .describe('Whatever may be a key stands as “…”: path and query, headers, words of the body.'),
  supplierId: z.uuid(),
  host: z.string(),
  port: z.number().int(),
  usesTls: z.boolean(),
  systemId: z.string(),
  systemType: z.string(),
  bindAs: z.enum(['transceiver', 'pair']),
  bindsMax: z.number().int(),
  windowMax: z.number().int(),
  segmentsPerSecond: z.number().int().nullable(),
  ...inner,
  learnedSegmentsPerSecond: z
    .number()
    .nullable()
    .describe('What the operator’s throttling answers have taught this process; null: nothing.'),
  contractUntil: instantText.nullable(),
  binds: z.array(bindView).describe('The connections of this process; empty while closed.'),
  receiptsMatched: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe('The share of receipts that found their segment; null before the first.'),
})

export const routeView = z.object({
  id: z.uuid(),
  ...shown,
  state: z
    .enum(routeStates)
    .describe(
      '`open`: it takes messages; `down`: its operator cannot be reached; `paused`: ' +
        'the operator refuses whatever it is given, and is asked again in a minute; `closed`.',
    ),
  closedWhy: z.enum(closedWhys).nullable().describe('Why it is closed; null: it is not.'),
  isSlow: z.boolean().describe('Its receipts come late; other routes are taken first.'),
  operator: operatorView
    .nullable()
    .describe('Where it leads, and how; null without the right to manage the installation.'),
})
export type RouteView = z.output<typeof routeView>
export const routeList = z.object({ items: z.array(routeView) })

export const routeTest = z
  .object({
    to: z.string().min(1).max(40).describe('A mobile number of your own, E.164.'),
    sender: z.string().trim().min(1).max(16).describe('What the telephone shows as from.'),
    dry: z.boolean().default(false).describe('Nothing is sent; what would be is answered.'),
  })
  .meta({ example: { to: '+33639980001', sender: 'MABOUTIQUE', dry: true } })
export type RouteTest = z.output<typeof routeTest>

export const routeTestView = z.object({
  sent: z
    .object({
      url: z.string().nullable().describe('Of an HTTP operator; path and query stand as “…”.'),
      body: z.unknown().describe('Of an HTTP operator; whatever may be a key stands as “…”.'),
      from: z.string(),
      to: z.string().describe('Masked.'),
      text: z.string(),
    })
    .describe('What left, or would have.'),
  outcome: z
    .enum(['accepted', 'refused', 'unknown', 'not_sent', 'dry'])
    .describe('What the operator did with it; `dry`: it was not asked.'),
  sentence: z.string().describe('The same in your language.'),
  status: z.number().int().nullable().describe('Of HTTP or SMPP.'),
  statusName: z.string().nullable().describe('The name of an SMPP status.'),
  why: z.string().nullable().describe('Why no answer came.'),
  operatorMessageId: z.string().nullable().describe('Under which the operator knows it.'),
  operatorSaid: z.string().nullable().describe('Short, and without the number or the text.'),
})
export type RouteTestView = z.output<typeof routeTestView>

export const receiptsParams = z.object({ id: z.uuid() })
/** The operator calls, with whatever else it puts into its address. */
export const receiptsQuery = z.looseObject({ secret: z.string().max(200).optional() })
/** Read by the route's own description; to be judged as JSON again would take longer than that. */
export const receiptsBody = z.unknown()

export const senderStates = ['pending', 'approved', 'refused'] as const
export const senderView = z.object({
  id: z.uuid(),
  name: z.string(),
  country,
  kind: z.enum(['alphanumeric', 'short_code', 'number']),
  state: z.enum(senderStates),
  evidence: z.string(),
  expiresAt: instantText.nullable(),
  createdAt: instantText,
  decidedAt: instantText.nullable(),
  refusal: z
    .string()
    .nullable()
    .describe('Why it was refused, in the words of whoever manages the installation.'),
})
export type SenderView = z.output<typeof senderView>
export const senderList = z.object({ items: z.array(senderView) })

/** A name that waits for a decision, with whose it is. */
export const waitingSender = senderView.extend({
  account: z
    .object({
      id: z.uuid(),
      number: z.number().int().describe('The public number of the account.'),
      name: z.string(),
    })
    .describe('Whose it would be.'),
})
export type WaitingSenderView = z.output<typeof waitingSender>
export const waitingSenderPage = pageOf(waitingSender)

export const newSender = z
  .object({
    name: z.string().min(1).max(20),
    country: country.default('FR'),
    evidence: z
      .string()
      .trim()
      .max(500)
      .default('')
      .describe('Why the account may use this name: a trademark, a register entry, a mandate.'),
    expiresAt: instantText.nullable().default(null),
  })
  .meta({ example: { name: 'MABOUTIQUE', country: 'FR', evidence: 'RCS Lyon 123 456 789' } })
export type NewSender = z.output<typeof newSender>

export const senderDecision = z
  .object({
    state: z.enum(['approved', 'refused']),
    reason: z
      .string()
      .trim()
      .min(5)
      .max(500)
      .optional()
      .describe('Why, in your own words: asked with `refused`, and read by the account.'),
  })
  .refine(({ state, reason }) => state === 'approved' || reason !== undefined, {
    path: ['reason'],
    error: 'A refusal says why: the account reads it.',
  })
  .meta({ example: { state: 'refused', reason: 'Cette marque appartient à une autre société.' } })
export type SenderDecision = z.output<typeof senderDecision>
export const senderParams = z.object({ id: z.uuid(), senderId: z.uuid() })

named({
  newRoute,
  routeChange,
  bindView,
  routeView,
  routeList,
  senderView,
  senderList,
  waitingSender,
  waitingSenderPage,
  newSender,
  senderDecision,
  routeTest,
  routeTestView,
  receiptsBody,
})
