// The reference pages that come from the code itself: API, errors, settings, metrics, data.
import { accountabilityErrorCodes } from '../../accountability/index.ts'
import { accountsErrorCodes } from '../../accounts/index.ts'
import { backupErrorCodes } from '../../backup/index.ts'
import { campaignsErrors } from '../../campaigns/index.ts'
import {
  authorisationRefusals,
  consentErrors,
  consentRefusals,
  legalBasisRefusals,
  wordingRefusals,
} from '../../consent/index.ts'
import { contactsErrorCodes } from '../../contacts/index.ts'
import { describeCountries, describeNumbers } from '../../countries/index.ts'
import { disclosureErrorCodes } from '../../disclosure/index.ts'
import { filesErrorCodes } from '../../files/index.ts'
import { governanceErrorCodes } from '../../governance/index.ts'
import { healthRoutes, httpErrorCodes, openApiOf, type Route } from '../../http/index.ts'
import { quarantineReasons, rejections } from '../../intake/contract.ts'
import { intakeErrorCodes } from '../../intake/index.ts'
import type { DataMap, Language } from '../../kernel/index.ts'
import { linksErrorCodes } from '../../links/index.ts'
import { notificationsErrorCodes } from '../../notifications/index.ts'
import { createMetrics, metricTable, silentLogger } from '../../observability/index.ts'
import { preferencesErrors } from '../../preferences/index.ts'
import { privacyErrorCodes } from '../../privacy/index.ts'
import { receiptsErrors } from '../../receipts/index.ts'
import { retentionErrorCodes } from '../../retention/index.ts'
import { describeStatuses, routingErrorCodes, senderRefusalCodes } from '../../routing/index.ts'
import { refusals, sendingErrors } from '../../sending/index.ts'
import { sensitiveRefusals } from '../../sensitive/contract.ts'
import { sensitiveErrorCodes } from '../../sensitive/index.ts'
import { storageErrorCodes } from '../../storage/index.ts'
import { vaultErrorCodes } from '../../vault/index.ts'
import { webhooksErrorCodes } from '../../webhooks/index.ts'
import {
  quarantineWords as quarantine,
  rejectionWords as rejected,
  sentence,
} from '../../words/index.ts'
import { apiFacts } from '../api/api-facts.ts'
import { statusOfError } from '../api/error-kinds.ts'
import { realTimers, systemRandomness } from '../clock.ts'
import { composeRooms, type Rooms } from '../compose.ts'
import { settings } from '../config.ts'
import { appErrorCodes } from '../errors.ts'
import { version } from '../version.ts'

/** File name in `docs/reference` to its text. */
export function referencePages(): Map<string, string> {
  const rooms = roomsOnPaper()
  return new Map([
    [
      'openapi.json',
      `${JSON.stringify(openApiOf([...rooms.routes, ...healthRoutes(() => null)], { ...apiFacts, version }), null, 2)}\n`,
    ],
    ['errors.md', errorsPage()],
    ['config.md', configPage()],
    ['metrics.md', metricsPage()],
    ['data-map.md', dataMapPage(rooms.dataMaps)],
    ['rights.md', rightsPage(rooms.routes)],
    ['countries.md', describeCountries()],
    ['numbers.md', describeNumbers()],
    ['smpp-statuses.md', describeStatuses()],
  ])
}

/** Composed like the running app, over a database and keys that nobody may touch. */
export function roomsOnPaper(): Rooms {
  const infrastructure = {
    database: untouchable('database'),
    storage: untouchable('storage'),
    vault: untouchable('vault'),
    logger: silentLogger,
    metrics: createMetrics(),
    timers: realTimers,
    randomness: systemRandomness,
    makeId: () => '00000000-0000-7000-8000-000000000000',
    dataFolder: '/nowhere',
    nodeFolder: '/nowhere',
    keysFolder: '/nowhere',
  } as Parameters<typeof composeRooms>[0]
  return composeRooms(infrastructure, {
    secureCookie: false,
    publicUrl: null,
    originHost: 'accord.localhost',
    backlogSeconds: 600,
    deletionGraceDays: 14,
    privateNetworks: [],
    hasThreads: false,
  })
}

function untouchable(name: string): never {
  const refuse = () => {
    throw new Error(`the ${name} is not there: pages are written without one`)
  }
  return new Proxy({}, { get: () => refuse }) as never
}

const generated = '<!-- Written by `npm run docs` from the code; do not edit. -->'

const codesOfRooms: readonly (readonly [string, readonly string[]])[] = [
  ['app', appErrorCodes],
  ['files', filesErrorCodes],
  ['http', httpErrorCodes],
  ['storage', storageErrorCodes],
  ['vault', vaultErrorCodes],
  ['accounts', accountsErrorCodes],
  ['backup', backupErrorCodes],
  ['retention', retentionErrorCodes],
  ['governance', governanceErrorCodes],
  ['contacts', contactsErrorCodes],
  ['consent', consentErrors],
  ['receipts', receiptsErrors],
  ['sensitive', sensitiveErrorCodes],
  ['intake', intakeErrorCodes],
  ['routing', [...routingErrorCodes, ...senderRefusalCodes]],
  ['sending', sendingErrors],
  ['notifications', notificationsErrorCodes],
  ['webhooks', webhooksErrorCodes],
  ['disclosure', disclosureErrorCodes],
  ['accountability', accountabilityErrorCodes],
  ['links', linksErrorCodes],
  ['preferences', preferencesErrors],
  ['campaigns', campaignsErrors],
  ['privacy', privacyErrorCodes],
]

/** Every error code of every room. */
export function errorCodes(): string[] {
  return codesOfRooms.flatMap(([, codes]) => codes)
}

function errorsPage(): string {
  const rooms = codesOfRooms.map(([room, codes]) => `## Errors of ${room}\n\n${errorTable(codes)}`)
  return `# Errors and refusals

${generated}

An error is a problem document (RFC 9457); its \`code\` is stable, and HTTP is the status that it is
answered with. A refusal is not an error: the
request succeeded, and a rule said no to a message, a consent, a wording or a row. Each list of
refusals is in descending precedence, and the order is part of the API: if two apply, you always see
the same one.

${rooms.join('\n\n')}

## Refusals: a message does not leave

${table(refusals.map((code) => [code, ...said(`sending.${code}`)]))}

## Refusals: a wording cannot be published

${table(wordingRefusals.map((code) => [code, ...said(`consent.${code}`)]))}

## Refusals: a consent cannot be recorded

${table(consentRefusals.map((code) => [code, ...said(`consent.${code}`)]))}

## Refusals: another legal basis than consent cannot be recorded

${table(legalBasisRefusals.map((code) => [code, ...said(`consent.${code}`)]))}

## Refusals: a parent’s word cannot be recorded

${table(authorisationRefusals.map((code) => [code, ...said(`consent.${code}`)]))}

## Refusals: a legal basis of article 9 or 10 cannot be recorded

${table(sensitiveRefusals.map((code) => [code, ...said(`sensitive.${code}`)]))}

## Refusals: a row of a file does not go in

${table(rejections.map((code) => [code, rejected.en[code], rejected.fr[code]]))}

## Refusals: a row goes in and may not receive marketing

${table(quarantineReasons.map((code) => [code, quarantine.en[code], quarantine.fr[code]]))}
`
}

function said(code: string): [string, string] {
  const of = (language: Language) => sentence(language, code) ?? ''
  return [of('en'), of('fr')]
}

function errorTable(codes: readonly string[]): string {
  const lines = codes.map((code) =>
    row(`\`${code}\``, String(statusOfError(code) ?? ''), ...said(code)),
  )
  return ['| Code | HTTP | English | Français |', '|---|---|---|---|', ...lines].join('\n')
}

function table(rows: readonly (readonly [string, string, string])[]): string {
  const lines = rows.map(([code, en, fr]) => row(`\`${code}\``, en, fr))
  return ['| Code | English | Français |', '|---|---|---|', ...lines].join('\n')
}

function row(...cells: string[]): string {
  const safe = cells.map((text) => text.replaceAll('|', '\\|').replaceAll('\n', ' '))
  return `| ${safe.join(' | ')} |`
}

function configPage(): string {
  const rows = settings.map((setting) =>
    row(`\`${setting.name}\``, setting.summary, setting.default, `\`${setting.example}\``),
  )
  return `# Settings

${generated}

Accord reads these variables from its environment, once, at its start. A wrong value stops the start
with one sentence. An empty value counts as none.

| Variable | What it is | Default | Example |
|---|---|---|---|
${rows.join('\n')}
`
}

function metricsPage(): string {
  const rows = Object.entries(metricTable).map(([name, { kind, unit, labels, sentence }]) =>
    row(`\`${name}\``, kind, unit, labels.join(', '), sentence),
  )
  return `# Metrics

${generated}

\`GET /v1/metrics\` answers them in the text format of Prometheus, to whoever has the right
\`installation.manage\`. No label is about a person.

| Name | Kind | Unit | Labels | What it counts |
|---|---|---|---|---|
${rows.join('\n')}
`
}

function dataMapPage(maps: readonly DataMap[]): string {
  const sections = maps.flatMap((map) =>
    Object.entries(map).map(([name, columns]) => {
      const rows = Object.entries(columns).map(([column, { kind, why, keep, erase }]) =>
        row(`\`${column}\``, kind, why, keep, erase),
      )
      const head = '| Column | Kind | Why | Kept | Erased |\n|---|---|---|---|---|'
      return `## ${name}\n\n${head}\n${rows.join('\n')}`
    }),
  )
  return `# What is stored

${generated}

Every column of every table: what kind of personal data it holds or none, why, how long, how it
goes.

${sections.join('\n\n')}
`
}

function rightsPage(routes: readonly Route[]): string {
  const byRight = new Map<string, Route[]>()
  for (const route of routes) {
    byRight.set(route.needs, [...(byRight.get(route.needs) ?? []), route])
  }
  const sections = [...byRight].sort().map(([right, list]) => {
    const lines = list.map((route) => `- \`${route.method} ${route.path}\`: ${route.summary}`)
    return `## ${right}\n\n${lines.sort().join('\n')}`
  })
  return `# Rights

${generated}

The right that each route needs. \`none\`: anyone; \`session\`: anyone known.

${sections.join('\n\n')}
`
}
