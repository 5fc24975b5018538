// The HTTP of scans and recordings that prove a consent; each viewing is recorded.
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { actOnNumber, type Contacts, type NumbersDeps } from '../../contacts/index.ts'
import { type FilesErrorCode, holdInMemory, takeUpload } from '../../files/index.ts'
import { defineDownload, defineUpload, type Route } from '../../http/index.ts'
import type { Caller, ControllerId, WordingId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'
import * as shapes from '../contract.ts'
import { consentApi } from '../contract-api.ts'
import { consentErrors, refusalError } from '../errors.ts'
import { isoText } from '../ledger/write-entries.ts'
import { documentName } from '../record/document-type.ts'
import { type FindPersonDeps, findPerson } from '../record/find-person.ts'
import type { PersonConsents } from '../record/person-consents.ts'
import type { HeldDocument } from '../record/record-document.ts'
import type { Recording } from '../record/recording.ts'

export type DocumentRoutesDeps = FindPersonDeps &
  NumbersDeps & {
    consent: Pick<Recording, 'recordWithDocument'> & Pick<PersonConsents, 'openDocument'>
    contacts: FindPersonDeps['contacts'] & Pick<Contacts, 'openToMarketing'>
    vault: FindPersonDeps['vault'] & Pick<Vault, 'suppressionTag'>
  }

const tooManyFiles: readonly FilesErrorCode[] = ['files.uploads_too_many', 'files.reading_busy']

export const documentView = ({ addedAt, ...document }: HeldDocument): shapes.DocumentView => ({
  ...document,
  addedAt: isoText(addedAt),
})

async function recordOne(
  deps: DocumentRoutesDeps,
  tx: Tx,
  caller: Caller,
  { fields, bytes }: { fields: ReturnType<typeof shapes.documentFields.parse>; bytes: Buffer },
): Promise<shapes.DocumentRecorded> {
  const { accountId } = caller
  const { keys, number, contact } = await findPerson(deps, tx, accountId, fields)
  const { channels, purpose, source, note } = fields
  const done = await deps.consent.recordWithDocument(tx, caller, {
    keys,
    number,
    tag: number === null ? null : deps.vault.suppressionTag(accountId, number),
    wordingId: fields.wordingId as WordingId,
    controllerId: fields.controllerId as ControllerId,
    channels,
    purpose,
    givenAt: Date.parse(fields.givenAt),
    source,
    ...(note === undefined ? {} : { note }),
    bytes,
  })
  if (done.outcome === 'refused') throw refusalError(done.refusal, done.details)
  if (channels.includes('sms')) {
    await deps.contacts.openToMarketing(tx, accountId, [contact.subjectId])
  }
  const items = done.kept.map(({ channel, entryId, grade, liftedObjection }) => ({
    channel,
    entryId,
    grade,
    liftedObjection,
  }))
  return { document: documentView(done.document), items }
}

export function documentRoutes(deps: DocumentRoutesDeps): Route[] {
  const { database, consent, audit } = deps
  const hold = holdInMemory()
  return [
    defineUpload({
      ...consentApi['POST /v1/consents/documents'],
      needs: 'consent.record',
      summary:
        'Record a consent given on paper or by voice, with the scan or recording that shows it',
      description:
        'PDF, JPEG, PNG, MP3, M4A, WAV, OGG or FLAC, by its first octets; up to 10 MiB. The file is sealed under the person’s proof key and goes with them; the ledger’s entry commits to its SHA-256. Sent by a user, who answers for it, a paper counts as `signed_paper` and a recording as `recorded_voice`; sent by a program it stays `api_declared`.',
      fileOctetsMax: shapes.documentOctetsMax,
      errors: [...consentErrors, ...tooManyFiles],
      handle: async (caller, { body: fields, file }) => {
        await takeUpload(deps, caller.accountId)
        return hold(caller.accountId, async () => {
          const bytes = await buffer(file.stream)
          const asked = { where: 'documents.record', number: fields.number }
          return actOnNumber(deps, caller, asked, () =>
            database.inAccount(caller.accountId, (tx) =>
              recordOne(deps, tx, caller, { fields, bytes }),
            ),
          )
        })
      },
    }),
    defineDownload({
      ...consentApi['POST /v1/consents/documents/{id}/open'],
      needs: 'contacts.reveal',
      summary: 'Open a scan or a recording; who looked, when and why is recorded',
      mediaType: 'application/octet-stream',
      errors: ['consent.document_not_found'],
      handle: async (caller, { params, body }) => {
        // The answer is written after the commit: a look that was not recorded shows nothing.
        const { document, bytes } = await database.inAccount(caller.accountId, async (tx) => {
          const opened = await consent.openDocument(tx, caller.accountId, params.id)
          await audit.record(tx, caller, {
            action: 'consent.document_opened',
            subjectId: opened.subjectId,
            reason: body.reason,
            details: { documentId: params.id },
          })
          return opened
        })
        const { id, mediaType } = document
        return { fileName: documentName(id, mediaType), mediaType, stream: Readable.from([bytes]) }
      },
    }),
  ]
}
