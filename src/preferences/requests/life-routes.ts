// The HTTP of what is done with a person's request. Thin.
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { documentName } from '../../consent/index.ts'
import { actOnNumber } from '../../contacts/index.ts'
import { holdInMemory, takeUpload } from '../../files/index.ts'
import {
  defineDownload,
  defineRoute,
  defineUpload,
  demandRight,
  type Route,
} from '../../http/index.ts'
import type { Caller } from '../../kernel/index.ts'
import { pdfFile, pdfMediaType } from '../../paper/index.ts'
import { prepareAnswer } from '../answer/prepare-answer.ts'
import { findAsker } from '../askers/asker.ts'
import type { RequestView } from '../contract.ts'
import { preferencesApi } from '../contract-api.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import { findPerson } from '../person-page.ts'
import { requestViewOf } from '../view.ts'
import type { ShownRequest } from './answer-request.ts'
import { answerTextsOf, chooseText } from './answer-texts.ts'
import { correctAsked, eraseAsked, restrictAsked } from './carry-out.ts'
import { acknowledgeAsked, askIdentity, extendAsked, identifyByStaff } from './keep-the-clock.ts'
import { filesOf, stepsOf } from './life-store.ts'
import { answerFileOf, detailOf, fileView } from './life-view.ts'
import { liftRestriction } from './lift-restriction.ts'
import { letterPage, liftingLetter } from './print-letter.ts'
import { identityNow } from './renew-identity.ts'
import { keepLetter, letterOctetsMax, openLetter } from './request-letters.ts'
import { findRequest } from './request-store.ts'
import { toldStep } from './steps.ts'
import { takeRequest } from './take-request.ts'
import { keysOf } from './waiting-request.ts'

const ofOne = [
  'preferences.request_not_found',
  'preferences.request_answered',
  'preferences.request_act_unfit',
  'preferences.request_of_nobody',
  'preferences.request_of_asker',
] as const

export function lifeRoutes(deps: PreferencesDeps): Route[] {
  return [
    ...takingRoutes(deps),
    ...clockRoutes(deps),
    ...doingRoutes(deps),
    ...liftRoutes(deps),
    ...letterRoutes(deps),
    ...paperRoutes(deps),
    ...textRoutes(deps),
  ]
}

/** With what is kept beside it: the file that waits to be fetched. */
async function shownTo(
  deps: PreferencesDeps,
  { accountId }: Caller,
  shown: ShownRequest,
): Promise<RequestView> {
  const { id } = shown.request
  const files = await deps.database.inAccount(accountId, (tx) =>
    filesOf(tx, accountId, { requestIds: [id] }),
  )
  const at = deps.clock.now()
  return requestViewOf({ ...shown, answerFile: answerFileOf(files, at) }, at)
}

function takingRoutes(deps: PreferencesDeps): Route[] {
  const { database } = deps
  return [
    defineRoute({
      ...preferencesApi['POST /v1/person-requests'],
      needs: 'consent.record',
      summary: 'Record a request that came by letter, phone, e-mail or in person',
      description:
        'The deadline counts from the day it arrived. An objection is carried out and answered at once; whoever asks to be erased gets no more marketing from then on.',
      errors: ['preferences.contact_not_found', 'preferences.request_day_wrong'],
      handle: async (caller, { body }) => {
        const asked = { where: 'requests.take', number: body.number }
        const shown = await actOnNumber(deps, caller, asked, () => takeRequest(deps, caller, body))
        return shownTo(deps, caller, shown)
      },
    }),
    defineRoute({
      ...preferencesApi['GET /v1/person-requests/{id}'],
      needs: 'consent.read',
      summary: 'Show one request with its steps and letters',
      errors: ['preferences.request_not_found'],
      handle: async (caller, { params }) => {
        const { accountId, language } = caller
        return database.inAccount(accountId, async (tx) => {
          // Its file first: what is made meanwhile is then answered as well.
          const files = await filesOf(tx, accountId, { requestIds: [params.id] })
          const found = await findRequest(tx, accountId, params.id)
          if (found === null) throw preferencesError('preferences.request_not_found')
          const { contactId, subjectId } = found
          const whose = contactId === null ? null : { accountId, contactId, subjectId }
          const asker = whose === null ? await findAsker(deps, tx, accountId, params.id) : null
          const isOpen = found.answeredAt === null && asker === null
          const request = isOpen ? await identityNow(deps, tx, accountId, found) : found
          const known = whose === null ? null : await findPerson(deps, tx, whose)
          const at = deps.clock.now()
          const shown = { request, known, asker, answerFile: answerFileOf(files, at) }
          const steps = await stepsOf(tx, accountId, { requestId: params.id })
          const keys = keysOf({ known, asker })
          const told = steps.map((one) => toldStep(deps, accountId, keys, one))
          return detailOf(requestViewOf(shown, at), { steps: told, files, asker, language })
        })
      },
    }),
  ]
}

function clockRoutes(deps: PreferencesDeps): Route[] {
  return [
    defineRoute({
      ...preferencesApi['POST /v1/person-requests/{id}/identity'],
      needs: 'consent.record',
      summary: 'Ask the person to confirm that it is they who ask',
      description:
        'Their page’s link goes to their number; there they say that the request is theirs. The deadline stands still until then (GDPR, article 12(6)). No identity paper is ever asked for.',
      errors: [
        ...ofOne,
        'preferences.request_identity_known',
        'preferences.request_number_changed_hands',
        'preferences.handset_written_to',
        'preferences.contact_not_found',
        'preferences.address_missing',
        'preferences.link_not_sent',
      ],
      handle: async (caller, { params, body }) =>
        shownTo(deps, caller, await askIdentity(deps, caller, { id: params.id, ...body })),
    }),
    defineRoute({
      ...preferencesApi['POST /v1/person-requests/{id}/identified'],
      needs: 'consent.record',
      summary: 'Record how staff know that it is the person who asks',
      errors: [...ofOne],
      handle: async (caller, { params, body }) =>
        shownTo(deps, caller, await identifyByStaff(deps, caller, { id: params.id, ...body })),
    }),
    defineRoute({
      ...preferencesApi['POST /v1/person-requests/{id}/extend'],
      needs: 'consent.record',
      summary: 'Tell the person that the answer takes longer, with the reason',
      description:
        'Once, by two months at most, before the first deadline is over (GDPR, article 12(3)). The letter stands on the person’s page.',
      errors: [...ofOne, 'preferences.request_extended', 'preferences.request_late'],
      handle: async (caller, { params, body }) =>
        shownTo(deps, caller, await extendAsked(deps, caller, { id: params.id, ...body })),
    }),
    defineRoute({
      ...preferencesApi['POST /v1/person-requests/{id}/acknowledge'],
      needs: 'consent.record',
      summary: 'Tell the person that their complaint has arrived',
      errors: [...ofOne],
      handle: async (caller, { params }) =>
        shownTo(deps, caller, await acknowledgeAsked(deps, caller, { id: params.id })),
    }),
  ]
}

function doingRoutes(deps: PreferencesDeps): Route[] {
  return [
    defineRoute({
      ...preferencesApi['POST /v1/person-requests/{id}/correct'],
      needs: 'contacts.write',
      summary: 'Correct the contact as the person asked, and answer the request',
      errors: [
        ...ofOne,
        'preferences.request_not_identified',
        'preferences.request_nothing_changed',
        'contacts.custom_field_unknown',
        'contacts.custom_value_unread',
        'contacts.email_unusable',
        'contacts.value_never_kept',
        'contacts.value_sensitive',
      ],
      handle: async (caller, { params, body }) => {
        demandRight(caller, 'consent.record')
        return shownTo(deps, caller, await correctAsked(deps, caller, { id: params.id, ...body }))
      },
    }),
    defineRoute({
      ...preferencesApi['POST /v1/person-requests/{id}/erase'],
      needs: 'contacts.write',
      summary: 'Erase the person who asked for it, and answer the request',
      description:
        'As DELETE /v1/contacts/{id}; it cannot be undone. It passes where the data is restricted, too: the person asks for it. Where another request of theirs waits for its answer, `othersReason` says why they are erased first.',
      errors: [...ofOne, 'preferences.request_not_identified', 'preferences.request_others_open'],
      handle: async (caller, { params, body }) => {
        demandRight(caller, 'consent.record')
        return shownTo(deps, caller, await eraseAsked(deps, caller, { id: params.id, ...body }))
      },
    }),
    defineRoute({
      ...preferencesApi['POST /v1/person-requests/{id}/restrict'],
      needs: 'contacts.write',
      summary: 'Keep the person’s data without using it, and answer the request',
      description:
        'Nothing is sent to the person any more (`restricted`), but what the law orders or a life depends on.',
      errors: [...ofOne, 'preferences.request_not_identified'],
      handle: async (caller, { params, body }) => {
        demandRight(caller, 'consent.record')
        return shownTo(deps, caller, await restrictAsked(deps, caller, { id: params.id, ...body }))
      },
    }),
    defineRoute({
      ...preferencesApi['POST /v1/person-requests/{id}/prepare'],
      needs: 'consent.record',
      summary: 'Prepare the file that answers a request for a copy or a portable file',
      description:
        'It is made in the background, sealed under the person’s key, and opened by them alone with a code that is sent to their number. It is deleted after thirty days.',
      errors: [...ofOne, 'preferences.request_number_changed_hands'],
      handle: async (caller, { params, body }) =>
        shownTo(deps, caller, await prepareAnswer(deps, caller, { id: params.id, ...body })),
    }),
  ]
}

function liftRoutes(deps: PreferencesDeps): Route[] {
  return [
    defineRoute({
      ...preferencesApi['POST /v1/person-requests/{id}/lift'],
      needs: 'contacts.write',
      summary: 'Use the person’s data again, once they are told why',
      description:
        'They are told before (GDPR, article 18(3)): by SMS, or as you state in `told`. Where no SMS can be sent and nothing is stated, the restriction stays (`preferences.request_lift_untold`).',
      errors: [
        ...ofOne,
        'preferences.request_not_restricted',
        'preferences.request_lift_untold',
        'preferences.request_being_lifted',
        'preferences.request_told_day_wrong',
      ],
      handle: async (caller, { params, body }) => {
        demandRight(caller, 'consent.record')
        return shownTo(
          deps,
          caller,
          await liftRestriction(deps, caller, { id: params.id, ...body }),
        )
      },
    }),
  ]
}

function letterRoutes(deps: PreferencesDeps): Route[] {
  const hold = holdInMemory()
  return [
    defineUpload({
      ...preferencesApi['POST /v1/person-requests/{id}/letters'],
      needs: 'consent.record',
      summary: 'Keep the letter or the recording of a request with it, encrypted',
      description:
        'PDF, JPEG, PNG or sound, by its first octets; up to 10 MiB. An identity paper is refused, whoever offers it.',
      fileOctetsMax: letterOctetsMax,
      errors: [
        'preferences.request_not_found',
        'preferences.request_of_nobody',
        'preferences.request_identity_paper',
        'preferences.request_letter_type',
        'preferences.request_letters_too_many',
        'files.uploads_too_many',
        'files.reading_busy',
      ],
      handle: async (caller, { params, body, file }) => {
        await takeUpload(deps, caller.accountId)
        return hold(caller.accountId, async () => {
          const bytes = await buffer(file.stream)
          return fileView(await keepLetter(deps, caller, { id: params.id, what: body.what, bytes }))
        })
      },
    }),
    defineDownload({
      ...preferencesApi['POST /v1/person-requests/{id}/letters/{letterId}/open'],
      needs: 'contacts.reveal',
      summary: 'Open a letter or a recording of a request; who looked, when and why is recorded',
      mediaType: 'application/octet-stream',
      errors: ['preferences.request_not_found', 'preferences.request_letter_not_found'],
      handle: async (caller, { params, body }) => {
        const { id, letterId: fileId } = params
        const asked = { id, fileId, reason: body.reason }
        const { mediaType, bytes } = await openLetter(deps, caller, asked)
        const fileName = documentName(fileId, mediaType as Parameters<typeof documentName>[1])
        return { fileName, mediaType, stream: Readable.from([bytes]) }
      },
    }),
  ]
}

/** A PDF is drawn anew each time. */
const lettersPerMinute = 30

function paperRoutes(deps: PreferencesDeps): Route[] {
  return [
    defineDownload({
      ...preferencesApi['GET /v1/person-requests/{id}/reply.pdf'],
      needs: 'consent.record',
      summary: 'Make a letter on paper that answers a request, as a tagged PDF',
      description:
        'For whoever wrote by post. Places are left for the name, the addresses, the date and the signature, which are written by hand: the program does not know them. A refusal and an extension name where the person can complain, and that they can go to court.',
      mediaType: pdfMediaType,
      perMinuteMax: lettersPerMinute,
      errors: ['preferences.request_not_found', 'preferences.request_letter_unfit'],
      handle: async (caller, { params, query }) => {
        const { what, page } = await letterPage(deps, caller, { id: params.id, ...query })
        return pdfFile(page, { stem: what, at: deps.clock.now() })
      },
    }),
    defineDownload({
      ...preferencesApi['POST /v1/person-requests/{id}/lifting.pdf'],
      needs: 'consent.record',
      summary: 'Make the letter that says from when restricted data is used again',
      description:
        'While it is still restricted: send it, then lift the restriction with `told`, or by SMS. Once it is lifted, `reply.pdf` with `what=lifting` says since when.',
      mediaType: pdfMediaType,
      perMinuteMax: lettersPerMinute,
      errors: [
        'preferences.request_not_found',
        'preferences.request_act_unfit',
        'preferences.request_of_nobody',
        'preferences.request_not_restricted',
        'preferences.request_lift_day_wrong',
      ],
      handle: async (caller, { params, body }) => {
        const { what, page } = await liftingLetter(deps, caller, { id: params.id, ...body })
        return pdfFile(page, { stem: what, at: deps.clock.now() })
      },
    }),
  ]
}

function textRoutes(deps: PreferencesDeps): Route[] {
  return [
    defineRoute({
      ...preferencesApi['GET /v1/answer-texts'],
      needs: 'consent.read',
      summary: 'Show what answers to requests say, before somebody changes one',
      handle: async (caller) => ({
        items: await deps.database.inAccount(caller.accountId, (tx) =>
          answerTextsOf(deps, tx, caller),
        ),
      }),
    }),
    defineRoute({
      ...preferencesApi['PUT /v1/answer-texts'],
      needs: 'wordings.manage',
      summary: 'Choose your own words for an answer, or those of the program again',
      handle: async (caller, { body }) => ({ items: await chooseText(deps, caller, body) }),
    }),
  ]
}
