// The codes, the sentences and the pages agree: nothing is said that nobody explains.
import { expect, test } from 'vitest'
import { quarantineReasons, rejections } from '../../intake/contract.ts'
import { refusals } from '../../sending/index.ts'
import { quarantineWords, rejectionWords, sentence, sentenceCodes } from '../../words/index.ts'
import { statusOfError } from '../api/error-kinds.ts'
import { errorCodes, referencePages, roomsOnPaper } from './reference.ts'

test('every error code has its sentence in both languages', () => {
  const mute = errorCodes().filter((code) => !sentence('en', code) || !sentence('fr', code))
  expect(mute).toEqual([])
})

test('an error code is declared once', () => {
  const codes = errorCodes()
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
})

test('every refusal has its sentence in both languages', () => {
  const codes = refusals.map((refusal) => `sending.${refusal}`)
  const mute = codes.filter((code) => !sentence('en', code) || !sentence('fr', code))
  expect(mute).toEqual([])
  for (const words of [rejectionWords, quarantineWords]) {
    const reasons = words === rejectionWords ? rejections : quarantineReasons
    expect(Object.keys(words.en).sort()).toEqual([...reasons].sort())
    expect(Object.keys(words.fr).sort()).toEqual([...reasons].sort())
  }
})

test('every code that a route names is declared by a room', () => {
  const known = new Set(errorCodes())
  const strange = roomsOnPaper().routes.flatMap(({ method, path, errors }) =>
    errors.filter((code) => !known.has(code)).map((code) => `${method} ${path}: ${code}`),
  )
  expect(strange).toEqual([])
})

test('a path and a method lead to one route, which has a summary of one line', () => {
  const { routes } = roomsOnPaper()
  const places = routes.map(({ method, path }) => `${method} ${path}`)
  expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([])
  for (const { summary } of routes) expect(summary).toMatch(/^[A-Z][^\n]{3,110}[^.]$/)
})

test('the sentences fit their languages: no placeholder stands in one only', () => {
  const names = (text: string | null) => [...(text ?? '').matchAll(/\{(\w+)\}/g)].map((m) => m[1])
  const uneven = sentenceCodes().filter((code) => {
    const en = new Set(names(sentence('en', code)))
    const fr = new Set(names(sentence('fr', code)))
    return en.size !== fr.size || [...en].some((name) => !fr.has(name))
  })
  expect(uneven).toEqual([])
})

test('the OpenAPI document names an operation once and explains every answer', () => {
  const document = JSON.parse(referencePages().get('openapi.json') ?? '')
  const operations = Object.values(document.paths as Record<string, Record<string, never>>)
    .flatMap((path) => Object.values(path))
    .map(({ operationId }) => operationId as string)
  expect(operations.length).toBeGreaterThan(60)
  expect(new Set(operations).size).toBe(operations.length)
})

test('whatever a program sends, each object says whether it takes names that it does not know', () => {
  const { paths } = JSON.parse(referencePages().get('openapi.json') ?? '')
  const open: string[] = []
  const look = (place: string, schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return
    const { properties, additionalProperties } = schema as Record<string, unknown>
    if (properties !== undefined && additionalProperties === undefined) open.push(place)
    for (const [name, part] of Object.entries(schema)) look(`${place}/${name}`, part)
  }
  for (const [path, methods] of Object.entries(paths as Record<string, object>)) {
    for (const [method, operation] of Object.entries(methods)) {
      const body = operation.requestBody?.content['application/json']?.schema
      look(`${method} ${path}`, body)
    }
  }
  expect(open).toEqual([])
})

test('every error code has the status that it is answered with', () => {
  expect(errorCodes().filter((code) => statusOfError(code) === null)).toEqual([])
  const some = [
    ['http.input_invalid', 400],
    ['http.token_unknown', 401],
    ['http.right_missing', 403],
    ['sending.message_not_found', 404],
    ['campaigns.sheet_changed', 409],
    ['http.body_too_large', 413],
    ['http.too_many_requests', 429],
    ['http.went_wrong', 500],
    ['sending.queue_full', 503],
  ] as const
  for (const [code, status] of some) expect([code, statusOfError(code)]).toEqual([code, status])
  expect(referencePages().get('errors.md')).toContain('| `sending.message_not_found` | 404 |')
})
