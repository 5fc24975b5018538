// The HTTP of a restored database: the report, and resuming sending and marketing.
import { type Account, accountsInAnyAccount } from '../../accounts/index.ts'
import type { Audit } from '../../audit/index.ts'
import { defineRoute, type Route } from '../../http/index.ts'
import {
  type Caller,
  type Clock,
  isoTime,
  isoTimeOrNull,
  type Language,
} from '../../kernel/index.ts'
import { type AuditAction, sentence } from '../../words/index.ts'
import { sendingApi } from '../contract-api.ts'
import type { RestorationView } from '../contract-restoration.ts'
import { sendingError } from '../errors.ts'
import {
  type ReleaseDeps,
  type RestorationDeps,
  type RestorationReport,
  readRestoration,
  releaseMarketing,
  releaseRestoration,
  requireObjectionsKnown,
} from './restoration.ts'

export type RestorationRoutesDeps = ReleaseDeps & { clock: Clock; record: Audit['record'] }

export function restorationRoutes(deps: RestorationRoutesDeps): Route[] {
  const view = async ({ language }: Caller) => viewRestoration(deps, language)
  const record = (caller: Caller, action: AuditAction, details: Record<string, string>) =>
    deps.database.inAccount(caller.accountId, (tx) => deps.record(tx, caller, { action, details }))
  return [
    defineRoute({
      ...sendingApi['GET /v1/restoration'],
      needs: 'installation.manage',
      summary: 'Tell whether sending is held since the database was put back, and what is missing',
      description:
        'Withdrawals and objections of the gap are forgotten by this database, and nobody can ' +
        'tell how many there were.',
      handle: view,
    }),
    defineRoute({
      ...sendingApi['POST /v1/restoration/release'],
      needs: 'installation.manage',
      summary: 'Let sending go on after the database was put back',
      errors: ['sending.nothing_held', 'sending.suppressions_unknown'],
      handle: async (caller, { body }) => {
        const { by } = caller
        const who = by.kind === 'user' ? by.userId : by.kind === 'token' ? by.tokenId : by.what
        if (body.marketing === 'release') await requireObjectionsKnown(deps)
        // First, so that no release is without its record; asked for twice it is recorded twice.
        await record(caller, 'sending.restoration_released', { ...body })
        const at = deps.clock.now()
        const released = await releaseRestoration(deps, { ...body, by: `${by.kind} ${who}`, at })
        if (released === null) throw sendingError('sending.nothing_held')
        return view(caller)
      },
    }),
    defineRoute({
      ...sendingApi['POST /v1/restoration/marketing'],
      needs: 'installation.manage',
      summary: 'Let advertising go on that was kept back at the release',
      errors: ['sending.suppressions_unknown'],
      handle: async (caller) => {
        await requireObjectionsKnown(deps)
        await record(caller, 'sending.restoration_marketing', {})
        await releaseMarketing(deps, deps.clock.now())
        return view(caller)
      },
    }),
  ]
}

export async function viewRestoration(
  deps: Pick<RestorationDeps, 'database'>,
  language: Language,
): Promise<RestorationView> {
  const report = await readRestoration(deps)
  if (report === null) return none
  const accounts = await accountsInAnyAccount(deps.database)
  return {
    state: report.releasedAt === null ? 'held' : 'released',
    why: report.why,
    sentence: sentence(language, `sending.held_${report.why}`),
    foundAt: isoTimeOrNull(report.foundAt),
    gapFrom: isoTimeOrNull(report.gapFrom),
    gapTo: isoTimeOrNull(report.gapTo),
    slices: report.slices,
    messages: report.messages,
    isAtLeast: report.isAtLeast,
    accounts: accounts.flatMap((account) => lineOf(report, account)),
    releasedAt: isoTimeOrNull(report.releasedAt),
    waiting: report.waiting,
    ended: report.ended,
    isMarketingKept: report.releasedAt !== null && report.marketingAt === null,
    earlier: report.earlier.map(({ why, foundAt, gapFrom, gapTo, messages, isAtLeast }) => ({
      foundAt: isoTime(foundAt),
      sentence: sentence(language, `sending.held_${why}`) ?? '',
      ...{ gapFrom: isoTimeOrNull(gapFrom), gapTo: isoTimeOrNull(gapTo), messages, isAtLeast },
    })),
  }
}

function lineOf(report: RestorationReport, { id, number, name }: Account) {
  const messages = report.byAccount[id] ?? 0
  const waitingFromBefore = report.waitingFromBefore.get(id) ?? 0
  return messages + waitingFromBefore === 0 ? [] : [{ number, name, messages, waitingFromBefore }]
}

const none: RestorationView = {
  state: 'none',
  why: null,
  sentence: null,
  foundAt: null,
  gapFrom: null,
  gapTo: null,
  slices: 0,
  messages: 0,
  isAtLeast: false,
  accounts: [],
  releasedAt: null,
  waiting: null,
  ended: 0,
  isMarketingKept: false,
  earlier: [],
}
