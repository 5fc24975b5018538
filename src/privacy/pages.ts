// The public pages of a deletion: the link that undoes it, and its certificate. Thin.
import { z } from 'zod'
import {
  defineDownload,
  definePage,
  type Exchange,
  languageOf,
  type Page,
  type Route,
} from '../http/index.ts'
import type { Language } from '../kernel/index.ts'
import { pdfMediaType } from '../paper/index.ts'
import { takeTurn } from '../storage/index.ts'
import { certificateKey } from './account-deletion/certificate.ts'
import { certificatePage, certificatePdf } from './account-deletion/certificate-page.ts'
import { certificateByCode } from './account-deletion/manage-deletions.ts'
import { findByLink, undoByLink } from './account-deletion/undo-deletion.ts'
import { failedPage, linkEndedPage, undonePage, undoPage } from './account-deletion/undo-page.ts'
import type { PrivacyDeps } from './deps.ts'
import { privacyError } from './errors.ts'
import { piecesOf } from './pieces.ts'

/** A person is slower; a program that guesses is stopped. */
const perMinuteMax = 30
const guesses = { max: 60, perMs: 3_600_000 }

const tokenParams = z.object({
  token: z
    .string()
    .regex(/^[A-Za-z0-9_-]{32,64}$/)
    .describe('As the e-mail gives it.'),
})

const failed = ({ detail }: { detail: string }, language: Language) => failedPage(language, detail)
const readerOf = (exchange: Exchange): Language =>
  languageOf(exchange.header('accept-language') ?? undefined) ?? exchange.language
const document = (html: string, status: Page['status'] = 200): Page => ({ status, html })

export function privacyPages(deps: PrivacyDeps): Route[] {
  return [...undoPages(deps), ...certificatePages(deps)]
}

/** Of whoever has the link of an e-mail, logged in or not. */
const byLink = { needs: 'none', params: tokenParams, perMinuteMax, failed } as const

function undoPages(deps: PrivacyDeps): Route[] {
  return [
    definePage({
      method: 'GET',
      path: '/deletion/undo/:token',
      ...byLink,
      summary: 'Ask whether the deletion of an account is to be undone',
      handle: async (_caller, { params, exchange }) => {
        const language = readerOf(exchange)
        await takeGuess(deps, exchange)
        const found = await findByLink(deps, params.token)
        return found === null
          ? document(linkEndedPage(language), 404)
          : document(undoPage(language, found))
      },
    }),
    definePage({
      method: 'POST',
      path: '/deletion/undo/:token',
      ...byLink,
      summary: 'Undo the deletion of an account by the link of an owner',
      form: z.object({}),
      handle: async (_caller, { params, exchange }) => {
        const language = readerOf(exchange)
        await takeGuess(deps, exchange)
        const found = await findByLink(deps, params.token)
        if (found === null) return document(linkEndedPage(language), 404)
        const { name } = await undoByLink(deps, params.token)
        return document(undonePage(language, name))
      },
    }),
  ]
}

function certificatePages(deps: PrivacyDeps): Route[] {
  return [
    definePage({
      method: 'GET',
      path: '/deletion/certificate/:token',
      ...byLink,
      summary: 'Show the certificate of a deletion to whoever has its link',
      handle: async (_caller, { params, exchange }) => {
        const language = readerOf(exchange)
        await takeGuess(deps, exchange)
        const note = await certificateByCode(deps, params.token)
        if (note === null) return document(linkEndedPage(language), 404)
        const url = `/deletion/certificate/${params.token}`
        const urls = { note: `${url}/file`, pdf: `${url}/pdf` }
        return document(certificatePage(language, note, urls))
      },
    }),
    defineDownload({
      path: '/deletion/certificate/{token}/file',
      needs: 'none',
      summary: 'Read the signed certificate of a deletion, for whoever has its link',
      params: tokenParams,
      perMinuteMax,
      mediaType: 'text/plain; charset=utf-8',
      errors: ['privacy.certificate_not_there'],
      handle: async (_caller, { params, exchange }) => {
        await takeGuess(deps, exchange)
        const note = await certificateByCode(deps, params.token)
        if (note === null) throw privacyError('privacy.certificate_not_there')
        return textFile('certificate.txt', note)
      },
    }),
    defineDownload({
      path: '/deletion/certificate/{token}/pdf',
      needs: 'none',
      summary: 'Read the certificate of a deletion as a tagged PDF, for whoever has its link',
      params: tokenParams,
      perMinuteMax,
      mediaType: pdfMediaType,
      errors: ['privacy.certificate_not_there'],
      handle: async (_caller, { params, exchange }) => {
        await takeGuess(deps, exchange)
        const note = await certificateByCode(deps, params.token)
        if (note === null) throw privacyError('privacy.certificate_not_there')
        const page = certificatePage(readerOf(exchange), note, null)
        return certificatePdf(page, note, deps.clock.now())
      },
    }),
    defineDownload({
      path: '/deletion/certificate-key',
      needs: 'none',
      summary: 'Read the key that signs certificates of this installation, for anybody',
      perMinuteMax,
      mediaType: 'text/plain; charset=utf-8',
      handle: async () => textFile('certificates.key', `${certificateKey(deps)}\n`),
    }),
  ]
}

export const textFile = (fileName: string, text: string) => ({
  fileName,
  mediaType: 'text/plain; charset=utf-8',
  stream: piecesOf(text),
})

/** From one address, whichever link it shows. */
async function takeGuess(
  { database, vault, clock }: PrivacyDeps,
  exchange: Exchange,
): Promise<void> {
  const of = vault.installationTag('deletion link', exchange.clientAddress).toString('hex')
  const asked = { door: 'privacy.deletion_link', of, ...guesses, now: new Date(clock.now()) }
  if ((await takeTurn(database, asked)).allowed) return
  throw privacyError('privacy.link_ended')
}
