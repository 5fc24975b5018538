// The answer for programs: the same facts under the names of the Data Privacy Vocabulary.

import { plainFields } from '../../contacts/index.ts'
import { isoTime, isoTimeOrNull, type Language } from '../../kernel/index.ts'
import { type AnswerWords, answerWords, preferencesPages } from '../../words/index.ts'
import type { PersonAnswer } from './gather-answer.ts'
import type { HeldRows } from './held-tables.ts'
import { nameOfTable, whyOf, wordsOfRows } from './held-value.ts'
import { leftOutColumns, leftOutTables } from './left-out.ts'
import type { Looks } from './who-looked.ts'

/** Prefixes alone: whoever reads it needs to fetch nothing. */
const context = {
  dpv: 'https://w3id.org/dpv#',
  gdpr: 'https://w3id.org/dpv/legal/eu/gdpr#',
  dct: 'http://purl.org/dc/terms/',
}

/** Names of fields are for programs; what is said to a person is in their language. */
export function answerJson(answer: PersonAnswer, language: Language): string {
  return JSON.stringify(documentOf(answer, language), null, 2)
}

function documentOf(answer: PersonAnswer, language: Language) {
  const { copy, request, tables, rooms, recipients, programs, retention, whoLooked } = answer
  const { others } = answer
  const { person } = copy
  const words = answerWords[language]
  return {
    '@context': context,
    '@type': 'dpv:RightFulfilmentNotice',
    'dct:language': language,
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
      ...programs.map(({ host, country, kinds, from, until }) => ({
        ...{ 'dpv:hasName': host, 'dpv:hasCountry': country, told: kinds },
        'dpv:hasDuration': { from: isoTime(from), until: isoTime(until) },
      })),
      ...others.map(({ text, purposes }) => ({
        ...{ 'dpv:hasName': text, 'dpv:hasPurpose': purposes },
      })),
    ],
    'dpv:hasStorageCondition': retention.map((period) => ({
      ...period,
      label: words.retention.kinds[period.what],
    })),
    'dpv:hasRecordOfActivity': activityOf(whoLooked.looks, words),
    exportsOfLists: activityOf(whoLooked.exports, words),
    counts: {
      messages: copy.textsHeld,
      looks: whoLooked.looks.count,
      exportsOfLists: whoLooked.exports.count,
    },
    namesOfThoseWhoLooked: whoLooked.names,
    messages: copy.texts,
    requests: person.requests.map((one) => ({
      ...{ kind: one.kind, label: preferencesPages[language].requestKind[one.kind] },
      ...{ 'dct:date': isoTime(one.askedAt), due: isoTime(one.dueAt) },
      ...{ answered: isoTimeOrNull(one.answeredAt), outcome: one.outcome },
      ...{ told: one.text, answer: one.reason, 'dpv:hasIdentityVerification': one.identityWhy },
      steps: one.steps.map(({ kind, at, text }) => ({ kind, 'dct:date': isoTime(at), text })),
    })),
    'dpv:hasStatus': {
      restrictedSince: isoTimeOrNull(person.restrictedAt),
      objection: person.suppression,
    },
    tables: tables.map((held) => tableOf(held, language)),
    leftOut: {
      tables: reasonsIn(leftOutTables, language),
      columns: reasonsIn(leftOutColumns, language),
    },
  }
}

const activityOf = ({ listed }: Looks, { looks: { roles } }: AnswerWords) =>
  listed.map(({ at, what, purpose, role, name }) => ({
    ...{ 'dct:date': isoTime(at), 'dpv:hasActivity': what, 'dpv:hasPurpose': purpose },
    'dpv:hasRole': roles[role] ?? role,
    ...(name === null ? {} : { 'dpv:hasName': name }),
  }))

/** Rows as they are held, and beside them what the columns and the codes say. */
function tableOf(held: HeldRows, language: Language) {
  const { table, rows, count } = held
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const labels = Object.fromEntries(
    columns.map((column) => [column, whyOf(held, column, language) ?? '']),
  )
  const label = nameOfTable(table, language)
  return { table, label, labels, words: wordsOfRows(held, rows, language), rows, count }
}

const reasonsIn = (
  reasons: Readonly<Record<string, Readonly<Record<Language, string>>>>,
  language: Language,
) => Object.fromEntries(Object.entries(reasons).map(([name, why]) => [name, why[language]]))
