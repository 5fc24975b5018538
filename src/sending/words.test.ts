// Whatever the gate, a state or an error can say has its sentence, in both languages.
import { expect, test } from 'vitest'
import { sentence } from '../words/index.ts'
import { failures, gateCheckNames, holds, messageStates, refusals } from './contract.ts'
import { sendingErrors } from './errors.ts'

const codes = [
  ...refusals.map((refusal) => `sending.${refusal}`),
  ...holds.map((hold) => `sending.${hold}`),
  ...gateCheckNames.map((check) => `check.${check}`),
  ...messageStates.map((state) => `state.${state}`),
  ...failures
    .filter((failure) => !(refusals as readonly string[]).includes(failure))
    .map((failure) => `failure.${failure}`),
  ...sendingErrors,
]

test.each(['fr', 'en'] as const)('in %s nothing is left unsaid', (language) => {
  expect(codes.filter((code) => sentence(language, code) === null)).toEqual([])
})

test('no refusal tells that somebody asked to be erased', () => {
  for (const refusal of refusals) {
    const told = `${refusal} ${sentence('fr', `sending.${refusal}`)} ${sentence('en', `sending.${refusal}`)}`
    expect(told).not.toMatch(/eras|effac|oubli|forget/i)
  }
})
