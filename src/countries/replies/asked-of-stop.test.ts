// Whoever asks what STOP does has not said it, unless an end is asked for beside it.
import { expect, test } from 'vitest'
import { withoutAskedOfStop } from './asked-of-stop.ts'
import { cleanReply, replyWords } from './clean-reply.ts'

/** What is left of a text that is asked of the word, or null where nothing is. */
function left(text: string): string | null {
  const { own } = cleanReply(text)
  const words = replyWords(own)
  const rest = withoutAskedOfStop(words, own)
  return rest === words ? null : rest.filter((word) => /[a-z]/.test(word)).join(' ')
}

test.each([
  'If I text STOP will I still get my appointment reminders?',
  "Est-ce que c'est payant d'envoyer stop ?",
  'Wenn ich stop schreibe, krieg ich dann auch keine Terminerinnerungen mehr?',
  'Si me borro, ¿me siguen llegando los recordatorios?',
  'Se scrivo stop perdo anche i punti?',
  'Wat bedoelen jullie met STOP to end',
  'oops didnt mean to send stop, keep them coming',
])('%j says no stop', (text) => {
  expect(left(text)).not.toBeNull()
  expect(left(text)).not.toMatch(/stop|borro/)
})

test('what is said besides is still there to be read', () => {
  expect(left('what does STOP mean? leave me alone')).toContain('leave me alone')
})

test.each([
  'STOP',
  'if i text stop will you finally leave me alone?',
  'You ignore my stop and still send',
  'Vous ignorez mon STOP',
  'Stop ça coûte trop cher vos trucs !',
  'vergeet mijn stop niet',
])('%j is no question what it does', (text) => {
  expect(left(text)).toBeNull()
})
