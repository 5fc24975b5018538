// An operator's words are shown without the number, the text or anything that could be either.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsOf } from './operator-words.ts'

const message = { text: 'Votre code est 4711, à ne donner à personne.', to: '+33639980001' }

test.each([
  ['{"error":"unknown field \\"recipient\\""}', 'unknown field "recipient"'],
  ['{"errors":[{"code":102,"message":"sender not allowed"}]}', '102; sender not allowed'],
  ['<html><body>Bad <b>request</b></body></html>', 'Bad request'],
  ['{"error":"no route to +33 6 39 98 00 01"}', 'no route to …'],
  ['{"error":"no route to 33639980001 now"}', 'no route to … now'],
  ['{"text":"Votre code est 4711","error":"too long"}', '…; too long'],
  ['{"error":"ask help@operator.example"}', 'ask …'],
  ['', null],
  ['{}', null],
  ['\u0000\u0007', null],
])('%s is told as %s', (body, said) => {
  expect(wordsOf(body, message)).toBe(said)
})

test('whatever it says is short, and holds neither number nor text', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 400 }), { maxLength: 40 }), (parts) => {
      const body = JSON.stringify([...parts, message.text, message.to])
      const said = wordsOf(body, message) ?? ''
      expect(said.length).toBeLessThanOrEqual(240)
      expect(said).not.toMatch(/63998|Votre code/)
    }),
  )
})
