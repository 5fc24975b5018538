// The answer for programs: the same facts under the names of the Data Privacy Vocabulary.

import { plainFields } from '../../contacts/index.ts'
import { isoTime, isoTimeOrNull } from '../../kernel/index.ts'
import type { PersonAnswer } from './gather-answer.ts'
import { leftOutColumns, leftOutTables } from './left-out.ts'

/** Prefixes alone: whoever reads it needs to fetch nothing. */
const context = {
  dpv: 'https://w3id.org/dpv#',
  gdpr: 'https://w3id.org/dpv/legal/eu/gdpr#',
  dct: 'http://purl.org/dc/terms/',
}

export function answerJson(answer: PersonAnswer): string {
  return JSON.stringify(documentOf(answer), null, 2)
}

function documentOf(answer: PersonAnswer) {
  const { copy, request, tables, rooms, recipients, programs, retention, looks } = answer
  const { person } = copy
  return {
    '@context': context,
    '@type': 'dpv:RightFulfilmentNotice',
    'dpv:isAfter': isoTime(request.askedAt),
    'dct:created': isoTime(copy.madeAt),
    'dpv:hasRight': request.kind === 'portability' ? 'gdpr:A20' : 'gdpr:A15',
    'dpv:hasDataController': person.controllers.map(({ name }) => ({ 'dpv:hasName': name })),
    'dpv:hasDataSubject': { number: person.number, ...plainFields(person.fields) },
    'dpv:hasPersonalData': rooms,
    'dpv:hasPurpose': person.choices.map((choice) => ({
      'dpv:hasPurpose': choice.purpose,
      'dpv:hasLegalBasis': choice.legalBasis ?? 'gdpr:A6-1-a',
      channel: choice.channel,
      state: choice.why ?? 'given',
      'dpv:hasDuration': { from: isoTime(choice.since), until: isoTime(choice.until) },
      'dpv:hasNotice': choice.wording?.shownText ?? null,
    })),
    'dpv:hasRecipient': [
      ...recipients.map(({ name, country }) => ({
        'dpv:hasName': name,
        'dpv:hasCountry': country,
      })),
      ...programs.map(({ host, kinds, from, until }) => ({
        ...{ 'dpv:hasName': host, told: kinds },
        'dpv:hasDuration': { from: isoTime(from), until: isoTime(until) },
      })),
    ],
    'dpv:hasStorageCondition': retention,
    'dpv:hasRecordOfActivity': looks.map(({ at, what, purpose, role }) => ({
      ...{ 'dct:date': isoTime(at), 'dpv:hasActivity': what },
      ...{ 'dpv:hasPurpose': purpose, 'dpv:hasRole': role },
    })),
    messages: copy.texts,
    requests: person.requests.map((one) => ({
      ...{ kind: one.kind, 'dct:date': isoTime(one.askedAt), due: isoTime(one.dueAt) },
      ...{ answered: isoTimeOrNull(one.answeredAt), outcome: one.outcome },
      ...{ told: one.text, answer: one.reason, 'dpv:hasIdentityVerification': one.identityWhy },
      steps: one.steps.map(({ kind, at, text }) => ({ kind, 'dct:date': isoTime(at), text })),
    })),
    'dpv:hasStatus': {
      restrictedSince: isoTimeOrNull(person.restrictedAt),
      objection: person.suppression,
    },
    tables: tables.map(({ table, rows, isMore }) => ({ table, rows, isMore })),
    leftOut: { tables: leftOutTables, columns: leftOutColumns },
  }
}
