// Who received a person's data, as their answer says it: if something was sent, it is not denied.
import { expect, test } from 'vitest'
import { receivedLines } from './front-html.ts'

const about = { account: 'Lumen', language: 'fr' } as const
const carrier = { name: 'Opérateur Exemple', country: 'FR' }

test.each([
  ['nothing was sent', [], false, false, ['rien ne vous a encore été envoyé']],
  ['messages are gone, and their carrier with them', [], false, true, ['Nous ne gardons plus']],
  ['messages are here, and nobody noted a carrier', [], true, false, ['n’est pas enregistré']],
  ['the carrier is known', [carrier], true, false, ['Opérateur Exemple']],
  [
    'one is known, of others nobody can say',
    [carrier],
    true,
    true,
    ['Opérateur', 'n’est pas nommé'],
  ],
])('%s', (_case, recipients, isHere, isDeleted, says) => {
  const lines = receivedLines(
    { recipients, programs: [], others: [], sent: { isHere, isDeleted } },
    about,
  )
  expect(lines).toHaveLength(says.length)
  for (const [place, text] of says.entries()) expect(lines[place]).toContain(text)
})
