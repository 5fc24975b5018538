// The HTTP of the notice for those who keep it: preview, what is missing, versions. Thin.
import {
  cursorPart,
  defineCursor,
  defineRoute,
  leavingOrigin,
  type Route,
} from '../../http/index.ts'
import { type Caller, isoTime } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { PublicNoticeVersion, PublicNoticeVersionDetail } from '../contract.ts'
import { disclosureApi } from '../contract-api.ts'
import type { DisclosureDeps } from '../deps.ts'
import { accountNotice, installationNotice, type NoticeNow } from './keep-version.ts'
import { noticePath } from './page-code.ts'
import { changesIn, comparedVersion } from './read-versions.ts'
import { wholeText } from './said.ts'
import { listVersions, type Version, type Whose } from './version-store.ts'

const versionCursor = defineCursor('public-notice-versions', { version: cursorPart.integer() })

const versionView = ({ version, at, sha256 }: Omit<Version, 'texts'>): PublicNoticeVersion => ({
  version,
  at: isoTime(at),
  sha256: sha256.toString('hex'),
})

function nowView(
  { drafts, current }: NoticeNow,
  { language }: Caller,
  place: { path: string; origin: string | null },
) {
  const draft = drafts[language]
  return {
    path: place.path,
    url: place.origin === null ? null : `${place.origin}${place.path}`,
    current: versionView(current),
    text: wholeText(draft),
    lacks: [...draft.lacks],
  }
}

async function versionsOf(tx: Tx, whose: Whose, asked: { before: number | null; limit: number }) {
  const { before, limit } = asked
  const rows = await listVersions(tx, whose, { before, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const isMore = rows.length > shown.length && last !== undefined
  return {
    items: shown.map(versionView),
    nextCursor: isMore ? versionCursor.write({ version: last.version }) : null,
  }
}

async function detailOf(
  tx: Tx,
  whose: Whose,
  { version, language }: { version: number; language: Caller['language'] },
): Promise<PublicNoticeVersionDetail> {
  const found = await comparedVersion(tx, whose, version)
  return {
    ...versionView(found),
    text: found.texts[language],
    before: found.before?.version ?? null,
    changes: changesIn(found, language),
  }
}

export function noticeRoutes(deps: DisclosureDeps): Route[] {
  return [...accountRoutes(deps), ...installationRoutes(deps)]
}

function accountRoutes(deps: DisclosureDeps): Route[] {
  const { database } = deps
  return [
    defineRoute({
      ...disclosureApi['GET /v1/public-notice'],
      needs: 'consent.read',
      summary: 'Show the public notice of the account as it is now, and what it lacks',
      description: 'Written from what is true now. A text that was not there before is kept.',
      handle: (caller) =>
        database.inAccount(caller.accountId, async (tx) => {
          const path = await noticePath(deps, tx, caller.accountId)
          const notice = await accountNotice(deps, tx, caller.accountId)
          return nowView(notice, caller, {
            path,
            origin: leavingOrigin(deps, notice.facts.account),
          })
        }),
    }),
    defineRoute({
      ...disclosureApi['GET /v1/public-notice/versions'],
      needs: 'consent.read',
      summary: 'List the versions of the account’s public notice, newest first',
      handle: ({ accountId }, { query: { cursor, limit } }) => {
        const before = versionCursor.read(cursor)?.version ?? null
        return database.inAccount(accountId, (tx) => versionsOf(tx, accountId, { before, limit }))
      },
    }),
    defineRoute({
      ...disclosureApi['GET /v1/public-notice/versions/{version}'],
      needs: 'consent.read',
      summary: 'Show one version of the account’s public notice, and what changed in it',
      errors: ['disclosure.notice_not_found'],
      handle: ({ accountId, language }, { params: { version } }) =>
        database.inAccount(accountId, (tx) => detailOf(tx, accountId, { version, language })),
    }),
  ]
}

function installationRoutes(deps: DisclosureDeps): Route[] {
  const { database, publicUrl } = deps
  return [
    defineRoute({
      ...disclosureApi['GET /v1/operator/public-notice'],
      needs: 'installation.manage',
      summary: 'Show the public notice of the installation as it is now, and what it lacks',
      handle: (caller) =>
        database.inInstallation(async (tx) => {
          const notice = await installationNotice(deps, tx)
          return nowView(notice, caller, { path: '/notice', origin: publicUrl })
        }),
    }),
    defineRoute({
      ...disclosureApi['GET /v1/operator/public-notice/versions'],
      needs: 'installation.manage',
      summary: 'List the versions of the installation’s public notice, newest first',
      handle: (_caller, { query: { cursor, limit } }) => {
        const before = versionCursor.read(cursor)?.version ?? null
        return database.inInstallation((tx) => versionsOf(tx, null, { before, limit }))
      },
    }),
    defineRoute({
      ...disclosureApi['GET /v1/operator/public-notice/versions/{version}'],
      needs: 'installation.manage',
      summary: 'Show one version of the installation’s public notice, and what changed in it',
      errors: ['disclosure.notice_not_found'],
      handle: ({ language }, { params: { version } }) =>
        database.inInstallation((tx) => detailOf(tx, null, { version, language })),
    }),
  ]
}
