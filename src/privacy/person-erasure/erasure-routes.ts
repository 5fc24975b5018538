// The HTTP of erasures of people: the account's list, certificates, and the public page. Thin.
import { z } from 'zod'
import {
  cursorPart,
  defineCursor,
  defineDownload,
  definePage,
  defineRoute,
  type Exchange,
  languageOf,
  type Route,
} from '../../http/index.ts'
import { isoTime, type SubjectId } from '../../kernel/index.ts'
import { pdfMediaType } from '../../paper/index.ts'
import { takeTurn } from '../../storage/index.ts'
import { certificatePdf } from '../account-deletion/certificate-page.ts'
import { failedPage, linkEndedPage } from '../account-deletion/undo-page.ts'
import { privacyApi } from '../contract-api.ts'
import { privacyError } from '../errors.ts'
import { piecesOf } from '../pieces.ts'
import type { ErasureDeps } from './deps.ts'
import {
  type Certified,
  certificateOfErasure,
  erasureById,
  erasureByLink,
  linkForPerson,
  noteRecipient,
  pageOfErasedContacts,
  pageOfErasures,
} from './manage-erasures.ts'
import { noticeRoutes } from './notice-routes.ts'
import { personCertificatePage } from './person-certificate-page.ts'

/** A person is slower; a program that guesses is stopped. */
const perMinuteMax = 30
const guesses = { max: 60, perMs: 3_600_000 }

const erasureCursor = defineCursor('erasures', {
  erasedAt: cursorPart.instant(),
  id: cursorPart.uuid(),
})

const contactCursor = defineCursor('erased_contacts', {
  erasedAt: cursorPart.instant(),
  subjectId: cursorPart.uuid<SubjectId>(),
})

const tokenParams = z.object({
  token: z
    .string()
    .regex(/^[A-Za-z0-9_-]{20,64}$/)
    .describe('Of the link to the certificate, or of the person’s page before.'),
})

const noteFile = (note: string) => ({
  fileName: 'certificate.txt',
  mediaType: 'text/plain; charset=utf-8',
  stream: piecesOf(note),
})

export function erasureRoutes(deps: ErasureDeps): Route[] {
  return [
    ...readRoutes(deps),
    ...contactRoutes(deps),
    ...actRoutes(deps),
    ...noticeRoutes(deps),
    ...erasurePages(deps),
  ]
}

function readRoutes(deps: ErasureDeps): Route[] {
  return [
    defineRoute({
      ...privacyApi['GET /v1/erasures'],
      needs: 'consent.read',
      summary:
        'List erasures of people, newest first: what went, what is kept to a day, who was told',
      handle: async (caller, { query }) => {
        const { items, last } = await pageOfErasures(deps, caller, {
          before: erasureCursor.read(query.cursor),
          asked: {
            requestId: query.requestId ?? null,
            contactId: query.contactId ?? null,
            why: query.why ?? null,
          },
          limit: query.limit,
        })
        return { items, nextCursor: last === null ? null : erasureCursor.write(last) }
      },
    }),
    defineRoute({
      ...privacyApi['GET /v1/erasures/{id}'],
      needs: 'consent.read',
      summary: 'Show one erasure of a person',
      errors: ['privacy.erasure_not_found'],
      handle: (caller, { params }) => erasureById(deps, caller, params.id),
    }),
    defineRoute({
      ...privacyApi['GET /v1/erasures/{id}/test'],
      needs: 'consent.read',
      summary: 'Try now whether the erased person can be read with any key that is left',
      errors: ['privacy.erasure_not_found'],
      perMinuteMax,
      handle: async (caller, { params }) =>
        (await certificateOfErasure(deps, caller.accountId, { id: params.id, forWhom: null })).test,
    }),
    defineDownload({
      ...privacyApi['GET /v1/erasures/{id}/certificate'],
      needs: 'consent.read',
      summary: 'Read the certificate of an erasure: a page, a tagged PDF, or the signed file',
      mediaType: 'text/html; charset=utf-8',
      errors: ['privacy.erasure_not_found'],
      handle: async (caller, { params, query }) => {
        const { contactId } = query
        const forWhom = contactId === undefined ? null : { contactId }
        const asked = { id: params.id, forWhom }
        const { note, ...found } = await certificateOfErasure(deps, caller.accountId, asked)
        if (query.form === 'note') return noteFile(note)
        const html = personCertificatePage(caller.language, note, { ...found, urls: null })
        if (query.form === 'pdf') {
          return certificatePdf(html, note, deps.clock.now())
        }
        const mediaType = 'text/html; charset=utf-8'
        return { fileName: 'certificate.html', mediaType, stream: piecesOf(html) }
      },
    }),
  ]
}

function contactRoutes(deps: ErasureDeps): Route[] {
  return [
    defineRoute({
      ...privacyApi['GET /v1/erased-contacts'],
      needs: 'contacts.read',
      summary: 'List the contacts that are erased, newest first, for a program that keeps a copy',
      description:
        'Read from the newest to the first that you know, and delete the same contacts on your ' +
        'side. A contact is listed as long as its erasure is recorded, five years at least.',
      handle: async (caller, { query }) => {
        const { items, last } = await pageOfErasedContacts(deps, caller, {
          before: contactCursor.read(query.cursor),
          limit: query.limit,
        })
        const shown = items.map(({ contactId, erasureId, erasedAt }) => ({
          ...{ contactId, erasureId, erasedAt: isoTime(erasedAt) },
        }))
        return { items: shown, nextCursor: last === null ? null : contactCursor.write(last) }
      },
    }),
  ]
}

function actRoutes(deps: ErasureDeps): Route[] {
  return [
    defineRoute({
      ...privacyApi['POST /v1/erasures/{id}/link'],
      needs: 'consent.record',
      summary: 'Make a link to the certificate for the person; it is shown this once',
      errors: ['privacy.erasure_not_found', 'privacy.erasure_links_many'],
      handle: (caller, { params }) => linkForPerson(deps, caller, params.id),
    }),
    defineRoute({
      ...privacyApi['POST /v1/erasures/{id}/recipients/{recipientId}'],
      needs: 'consent.record',
      summary: 'Record that a recipient was told of an erasure, and what they answered',
      errors: ['privacy.erasure_not_found', 'privacy.recipient_not_found'],
      handle: (caller, { params, body }) => noteRecipient(deps, caller, { ...params, ...body }),
    }),
  ]
}

const readerOf = (exchange: Exchange) =>
  languageOf(exchange.header('accept-language') ?? undefined) ?? exchange.language

function erasurePages(deps: ErasureDeps): Route[] {
  return [
    definePage({
      method: 'GET',
      path: '/erasure/certificate/:token',
      needs: 'none',
      summary: 'Show a person the certificate of their erasure, tried again now',
      params: tokenParams,
      perMinuteMax,
      failed: ({ detail }, language) => failedPage(language, detail),
      handle: async (_caller, { params, exchange }) => {
        const language = readerOf(exchange)
        const found = await certifiedByLink(deps, params.token, exchange)
        if (found === null) return { status: 404, html: linkEndedPage(language) }
        const url = `/erasure/certificate/${params.token}`
        const urls = { note: `${url}/file`, pdf: `${url}/pdf` }
        const { note, ...shown } = found
        return { status: 200, html: personCertificatePage(language, note, { ...shown, urls }) }
      },
    }),
    defineDownload({
      path: '/erasure/certificate/{token}/file',
      needs: 'none',
      summary: 'Read the signed certificate of an erasure, for whoever has its link',
      params: tokenParams,
      perMinuteMax,
      mediaType: 'text/plain; charset=utf-8',
      errors: ['privacy.certificate_not_there'],
      handle: async (_caller, { params, exchange }) => {
        const found = await certifiedByLink(deps, params.token, exchange)
        if (found === null) throw privacyError('privacy.certificate_not_there')
        return noteFile(found.note)
      },
    }),
    defineDownload({
      path: '/erasure/certificate/{token}/pdf',
      needs: 'none',
      summary: 'Read the certificate of an erasure as a tagged PDF, for whoever has its link',
      params: tokenParams,
      perMinuteMax,
      mediaType: pdfMediaType,
      errors: ['privacy.certificate_not_there'],
      handle: async (_caller, { params, exchange }) => {
        const found = await certifiedByLink(deps, params.token, exchange)
        if (found === null) throw privacyError('privacy.certificate_not_there')
        const { note, ...shown } = found
        const page = personCertificatePage(readerOf(exchange), note, { ...shown, urls: null })
        return certificatePdf(page, note, deps.clock.now())
      },
    }),
  ]
}

async function certifiedByLink(
  deps: ErasureDeps,
  token: string,
  exchange: Exchange,
): Promise<Certified | null> {
  const { database, vault, clock } = deps
  // From one address, whichever link it shows.
  const of = vault.installationTag('erasure link', exchange.clientAddress).toString('hex')
  const asked = { door: 'privacy.erasure_link', of, ...guesses, now: new Date(clock.now()) }
  if (!(await takeTurn(database, asked)).allowed) throw privacyError('privacy.link_ended')
  const found = await erasureByLink(deps, token)
  if (found === null) return null
  const { id, subjectId } = found
  const forWhom = subjectId === null ? null : { subjectId }
  return certificateOfErasure(deps, found.accountId, { id, forWhom })
}
