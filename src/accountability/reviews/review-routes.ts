// The HTTP of reviews by counsel, of an account and of the installation; thin.
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type FilesErrorCode, holdInMemory, takeUpload } from '../../files/index.ts'
import type { PageQuery } from '../../http/contract.ts'
import {
  cursorPart,
  defineCursor,
  defineDownload,
  defineRoute,
  defineUpload,
  type Route,
} from '../../http/index.ts'
import type { Caller } from '../../kernel/index.ts'
import { accountabilityApi as api } from '../contract-api.ts'
import { reviewDocumentOctetsMax } from '../contract-reviews.ts'
import type { AccountabilityDeps, Scope } from '../deps.ts'
import {
  addReviewDocument,
  listReviews,
  openReviewDocument,
  readReview,
  writeReview,
} from './manage-reviews.ts'

const reviewCursor = defineCursor('reviews', { id: cursorPart.uuid() })
const mediaType = 'application/pdf'
const tooManyFiles: readonly FilesErrorCode[] = ['files.uploads_too_many', 'files.reading_busy']
const writing = [
  'accountability.review_undecided',
  'accountability.review_names_unsaid',
  'accountability.too_much_written',
] as const
const adding = [
  'accountability.review_not_found',
  'accountability.document_type_unknown',
  'accountability.too_many_documents',
  'accountability.too_much_written',
  ...tooManyFiles,
] as const

async function pageOfReviews(
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
  { cursor, limit }: PageQuery,
) {
  const before = reviewCursor.read(cursor)?.id ?? null
  const rows = await listReviews(deps, scope, caller, { before, limit: limit + 1 })
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, nextCursor: last === undefined ? null : reviewCursor.write({ id: last.id }) }
}

type Hold = ReturnType<typeof holdInMemory>

async function takeDocument(
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
  asked: { params: { id: string }; file: { stream: Readable }; hold: Hold },
) {
  const { params, file, hold } = asked
  await takeUpload(deps, caller.accountId)
  return hold(caller.accountId, async () =>
    addReviewDocument(deps, scope, caller, { id: params.id, bytes: await buffer(file.stream) }),
  )
}

const pdfOf = async (
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
  place: { id: string; documentId: string },
) => {
  const bytes = await openReviewDocument(deps, scope, caller, place)
  return { fileName: 'review.pdf', mediaType, stream: Readable.from([bytes]) }
}

export function reviewRoutes(deps: AccountabilityDeps): Route[] {
  const hold = holdInMemory()
  return [...ofAccount(deps, hold), ...ofInstallation(deps, hold)]
}

function ofAccount(deps: AccountabilityDeps, hold: Hold): Route[] {
  return [
    defineRoute({
      ...api['GET /v1/reviews'],
      needs: 'registers.manage',
      summary: 'List reviews by counsel, those recorded last first',
      handle: (caller, { query }) => pageOfReviews(deps, 'account', caller, query),
    }),
    defineRoute({
      ...api['POST /v1/reviews'],
      needs: 'registers.manage',
      summary: 'Record a review: who was asked what, and what was decided',
      errors: [...writing],
      handle: (caller, { body }) =>
        writeReview(deps, 'account', caller, { id: null, record: body }),
    }),
    defineRoute({
      ...api['GET /v1/reviews/{id}'],
      needs: 'registers.manage',
      summary: 'Show a review with its papers and its history',
      errors: ['accountability.review_not_found'],
      handle: (caller, { params }) => readReview(deps, 'account', caller, params.id),
    }),
    defineRoute({
      ...api['PUT /v1/reviews/{id}'],
      needs: 'registers.manage',
      summary: 'Write a review anew; what stood there before is kept',
      errors: ['accountability.review_not_found', ...writing],
      handle: (caller, { params, body }) =>
        writeReview(deps, 'account', caller, { id: params.id, record: body }),
    }),
    defineUpload({
      ...api['POST /v1/reviews/{id}/documents'],
      needs: 'registers.manage',
      summary: 'Add the opinion as a PDF; it is sealed',
      description: 'A PDF by its first octets, up to 10 MiB; ten for each review at most.',
      fileOctetsMax: reviewDocumentOctetsMax,
      errors: [...adding],
      handle: (caller, asked) => takeDocument(deps, 'account', caller, { ...asked, hold }),
    }),
    defineDownload({
      ...api['GET /v1/reviews/{id}/documents/{documentId}'],
      needs: 'registers.manage',
      summary: 'Download a paper of a review; the journal says so',
      mediaType,
      errors: ['accountability.review_not_found'],
      handle: (caller, { params }) => pdfOf(deps, 'account', caller, params),
    }),
  ]
}

function ofInstallation(deps: AccountabilityDeps, hold: Hold): Route[] {
  return [
    defineRoute({
      ...api['GET /v1/operator/reviews'],
      needs: 'installation.manage',
      summary: 'List reviews by counsel of the installation, those recorded last first',
      handle: (caller, { query }) => pageOfReviews(deps, 'installation', caller, query),
    }),
    defineRoute({
      ...api['POST /v1/operator/reviews'],
      needs: 'installation.manage',
      summary: 'Record a review of the installation: who was asked what, and what was decided',
      errors: [...writing],
      handle: (caller, { body }) =>
        writeReview(deps, 'installation', caller, { id: null, record: body }),
    }),
    defineRoute({
      ...api['GET /v1/operator/reviews/{id}'],
      needs: 'installation.manage',
      summary: 'Show a review of the installation with its papers and its history',
      errors: ['accountability.review_not_found'],
      handle: (caller, { params }) => readReview(deps, 'installation', caller, params.id),
    }),
    defineRoute({
      ...api['PUT /v1/operator/reviews/{id}'],
      needs: 'installation.manage',
      summary: 'Write a review of the installation anew; what stood there before is kept',
      errors: ['accountability.review_not_found', ...writing],
      handle: (caller, { params, body }) =>
        writeReview(deps, 'installation', caller, { id: params.id, record: body }),
    }),
    defineUpload({
      ...api['POST /v1/operator/reviews/{id}/documents'],
      needs: 'installation.manage',
      summary: 'Add the opinion of the installation as a PDF; it is sealed',
      description: 'A PDF by its first octets, up to 10 MiB; ten for each review at most.',
      fileOctetsMax: reviewDocumentOctetsMax,
      errors: [...adding],
      handle: (caller, asked) => takeDocument(deps, 'installation', caller, { ...asked, hold }),
    }),
    defineDownload({
      ...api['GET /v1/operator/reviews/{id}/documents/{documentId}'],
      needs: 'installation.manage',
      summary: 'Download a paper of a review of the installation; the journal says so',
      mediaType,
      errors: ['accountability.review_not_found'],
      handle: (caller, { params }) => pdfOf(deps, 'installation', caller, params),
    }),
  ]
}
