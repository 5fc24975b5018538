// The HTTP of the ledger: its checkpoint, its export, what the last comparison found,
// what is public.
import { z } from 'zod'
import type { Audit } from '../../audit/index.ts'
import { defineDownload, defineRoute, type Exchange, type Route } from '../../http/index.ts'
import type { AccountId, Caller, Clock, EntryId, SubjectId } from '../../kernel/index.ts'
import { failureFields, type Logger } from '../../observability/index.ts'
import { type Database, type Tx, takeTurn } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'
import { sentence } from '../../words/index.ts'
import { consentApi } from '../contract-api.ts'
import { consentError, consentErrors } from '../errors.ts'
import type { ConsentLedger } from '../ledger/consent-ledger.ts'
import type { ExportedFile } from '../ledger/export-ledger.ts'
import type { PublishedFile } from '../ledger/published-files.ts'
import { tarOf } from '../ledger/tar.ts'
import type { Reconciliation } from '../store/reconcile-store.ts'
import { readEntries } from '../store/tree-store.ts'

export type LedgerRoutesDeps = {
  database: Database
  vault: Pick<Vault, 'installationTag'>
  consent: ConsentLedger
  clock: Clock
  audit: Pick<Audit, 'record'>
  logger: Pick<Logger, 'error'>
}

export function ledgerRoutes(deps: LedgerRoutesDeps): Route[] {
  return [
    ...[...ownRoutes(deps), ...exportRoutes(deps)],
    ...[...comparisonRoutes(deps), ...publicRoutes(deps)],
  ]
}

function ownRoutes({ database, consent }: LedgerRoutesDeps): Route[] {
  return [
    defineRoute({
      ...consentApi['GET /v1/ledger/checkpoint'],
      needs: 'consent.read',
      summary: 'Show the signed checkpoint of the account’s ledger; keep it to check later ones',
      handle: ({ accountId }) =>
        database.inAccount(accountId, (tx) => consent.checkpoint(tx, accountId)),
    }),
  ]
}

function exportRoutes({ database, consent, audit }: LedgerRoutesDeps): Route[] {
  const mediaType = 'application/x-tar'
  const shared = { needs: 'ledger.export', mediaType, errors: consentErrors } as const
  const fileOf = (files: AsyncIterable<ExportedFile>) => ({
    ...{ fileName: 'accord-ledger.tar', mediaType },
    stream: tarOf(files),
  })
  return [
    defineDownload({
      ...{ ...consentApi['GET /v1/ledger/export'], ...shared },
      summary: 'Export the ledger as a tar archive that verify.mjs reads once unpacked',
      description: 'It holds no name, number or address: evidence is shown by `POST`.',
      unknownField: (name, language) =>
        name === 'disclose' ? sentence(language, 'consent.disclosed_for_reason') : null,
      handle: async ({ accountId }) =>
        fileOf(
          await database.inAccount(accountId, (tx) =>
            consent.exportLedger(tx, accountId, { disclose: [] }),
          ),
        ),
    }),
    defineDownload({
      ...{ ...consentApi['POST /v1/ledger/export'], ...shared },
      summary: 'Export the ledger with the evidence of chosen entries, in clear, for a reason',
      description:
        'The journal notes the reason of each person whom the evidence tells of: they read it when they ask who saw their data.',
      handle: async (caller, { query, body: { reason } }) => {
        const { accountId } = caller
        const disclose = query.disclose.split(',') as EntryId[]
        const files = await database.inAccount(accountId, async (tx) => {
          await consent.recordEvent(tx, caller, {
            kind: 'export.delivered',
            keys: null,
            body: { disclosed: disclose.length },
          })
          await recordLooks(audit, tx, caller, { disclose, reason })
          return consent.exportLedger(tx, accountId, { disclose })
        })
        return fileOf(files)
      },
    }),
  ]
}

/** Of each person apart; of what is about nobody, once. */
async function recordLooks(
  audit: LedgerRoutesDeps['audit'],
  tx: Tx,
  caller: Caller,
  { disclose, reason }: { disclose: readonly EntryId[]; reason: string },
): Promise<void> {
  const shown = new Map<SubjectId | null, number>()
  for (const { subject_id: of } of await readEntries(tx, caller.accountId, disclose)) {
    shown.set(of, (shown.get(of) ?? 0) + 1)
  }
  for (const [subjectId, entries] of shown) {
    const deed = { action: 'consent.evidence_disclosed', subjectId, reason } as const
    await audit.record(tx, caller, { ...deed, details: { entries } })
  }
}

/** One at a time for each account of this process; it may take minutes, and nobody waits for it. */
function comparisonRoutes(deps: LedgerRoutesDeps): Route[] {
  const { database, consent, audit } = deps
  const running = new Map<AccountId, 'compares' | 'mends'>()
  const begin = async (caller: Caller, asked: { mends: boolean; reason: string | null }) => {
    const { accountId } = caller
    // One that only compares repairs nothing: whoever asks for that is not told that it was begun.
    if (asked.mends && running.get(accountId) === 'compares') {
      throw consentError('consent.comparison_running')
    }
    if (!running.has(accountId)) {
      running.set(accountId, asked.mends ? 'mends' : 'compares')
      const action = asked.mends ? 'consent.ledger_mended' : 'consent.ledger_compared'
      await database
        .inAccount(accountId, (tx) => audit.record(tx, caller, { action, reason: asked.reason }))
        .catch((error: unknown) => {
          running.delete(accountId)
          throw error
        })
      consent
        .reconcile(caller, { mends: asked.mends })
        .catch((error: unknown) =>
          deps.logger.error('consent.reconciliation_failed', {
            accountId,
            ...failureFields(error),
          }),
        )
        .finally(() => running.delete(accountId))
    }
    return view(accountId)
  }
  const view = async (accountId: AccountId) => ({
    isRunning: running.has(accountId),
    last: viewOf(
      await database.inAccount(accountId, (tx) => consent.reconciliation(tx, accountId)),
    ),
  })
  return [
    defineRoute({
      ...consentApi['GET /v1/ledger/comparison'],
      needs: 'consent.read',
      summary: 'Show what the last comparison of the database with the ledger found',
      handle: ({ accountId }) => view(accountId),
    }),
    defineRoute({
      ...consentApi['POST /v1/ledger/comparison'],
      needs: 'ledger.export',
      summary: 'Compare the database with the ledger now; it is done once a day without asking',
      handle: (caller) => begin(caller, { mends: false, reason: null }),
    }),
    defineRoute({
      ...consentApi['POST /v1/ledger/mending'],
      needs: 'installation.manage',
      summary: 'Compare, and where a row says more than the ledger make it what the ledger says',
      description:
        'Objections that are missing are put back. Once somebody has found out who changed the ' +
        'database, this accepts what stands then as the beginning of what follows.',
      errors: ['consent.comparison_running'],
      handle: (caller, { body }) => begin(caller, { mends: true, reason: body.reason }),
    }),
  ]
}

const viewOf = (found: Reconciliation | null) =>
  found === null
    ? null
    : {
        ...found,
        beganAt: new Date(found.beganAt).toISOString(),
        endedAt: new Date(found.endedAt).toISOString(),
      }

const perMinuteMax = 600
const minuteMs = 60_000

/** The addresses that the origin line of a checkpoint names; for anybody, and about nobody. */
function publicRoutes(deps: LedgerRoutesDeps): Route[] {
  const account = z.uuid().describe('As the origin line of each checkpoint ends.')
  const segment = z
    .string()
    .regex(/^(?:x\d{3}|\d{3}(?:\.p)?|[1-9]\d{0,2})$/)
    .describe('A piece of the tile’s number, as C2SP writes it.')
  const common = { needs: 'none', errors: consentErrors } as const
  const read = async (exchange: Exchange, id: string, what: PublishedFile) => {
    await takePublicTurn(deps, exchange)
    const bytes = await deps.consent.published(id as AccountId, what)
    if (bytes === null) throw consentError('consent.ledger_empty')
    return bytes
  }
  const tileOf = (depth: number): Route => {
    const names = ['a', 'b', 'c', 'd', 'e'].slice(0, depth)
    const level = z.coerce
      .number()
      .int()
      .min(0)
      .max(6)
      .describe('The level of the tile; 0: leaves.')
    const parts = Object.fromEntries(names.map((name) => [name, segment]))
    return defineDownload({
      ...common,
      path: `/ledger/{account}/tile/{level}/${names.map((name) => `{${name}}`).join('/')}`,
      summary: 'Read a tile of hashes of a ledger (C2SP tlog-tiles), for anybody',
      params: z.object({ account, level, ...parts }),
      mediaType: 'application/octet-stream',
      handle: async (_, { params, exchange }) => {
        const given = params as Record<string, unknown>
        const path = names.map((name) => String(given[name])).join('/')
        const what = { kind: 'tile', level: Number(given['level']), path } as const
        const bytes = await read(exchange, String(given['account']), what)
        return { fileName: 'tile', mediaType: 'application/octet-stream', stream: chunkOf(bytes) }
      },
    })
  }
  return [
    defineDownload({
      ...common,
      path: '/ledger/{account}/checkpoint',
      summary: 'Read the signed checkpoint of a ledger (C2SP tlog-checkpoint), for anybody',
      params: z.object({ account }),
      mediaType: 'text/plain; charset=utf-8',
      handle: async (_, { params, exchange }) => {
        const bytes = await read(exchange, params.account, { kind: 'checkpoint' })
        const mediaType = 'text/plain; charset=utf-8'
        return { fileName: 'checkpoint', mediaType, stream: chunkOf(bytes) }
      },
    }),
    defineDownload({
      ...common,
      path: '/ledger/{account}/key',
      summary: 'Read the key that verifies a ledger (C2SP signed-note), for anybody',
      description:
        'Compare it with the `ledger.key` that came with an export or an answer, or give it to ' +
        'verify.mjs with `--key`.',
      params: z.object({ account }),
      mediaType: 'text/plain; charset=utf-8',
      handle: async (_, { params, exchange }) => {
        const bytes = await read(exchange, params.account, { kind: 'key' })
        const mediaType = 'text/plain; charset=utf-8'
        return { fileName: 'ledger.key', mediaType, stream: chunkOf(bytes) }
      },
    }),
    ...[1, 2, 3, 4, 5].map(tileOf),
  ]
}

async function* chunkOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function takePublicTurn(
  { database, vault, clock }: LedgerRoutesDeps,
  exchange: Exchange,
): Promise<void> {
  const of = vault.installationTag('ledger reader', exchange.clientAddress).toString('hex')
  const asked = { door: 'ledger.public', of, max: perMinuteMax, perMs: minuteMs }
  const turn = await takeTurn(database, { ...asked, now: new Date(clock.now()) })
  if (turn.allowed) return
  exchange.setHeader('retry-after', String(Math.ceil(turn.retryAfterMs / 1_000)))
  throw consentError('consent.ledger_asked_too_often')
}
