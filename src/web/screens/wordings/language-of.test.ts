// Texts that people agree to, in the languages that a wording may have.
import { expect, test } from 'vitest'
import { languageOf } from './language-of.ts'

test.each([
  ['J’accepte de recevoir par SMS les offres de Lumen.', 'fr'],
  ['Je souhaite recevoir des nouvelles par e-mail et par SMS', 'fr'],
  ['I agree to receive offers from Lumen by SMS.', 'en'],
  ['Ich möchte Angebote von Lumen per SMS erhalten.', 'de'],
  ['Acepto recibir ofertas de Lumen por SMS.', 'es'],
  ['Accetto di ricevere le offerte di Lumen via SMS.', 'it'],
  ['Ik wil aanbiedingen van Lumen per sms ontvangen.', 'nl'],
  ['SMS Lumen', 'xx'],
  ['', 'xx'],
])('%s', (text, language) => {
  expect(languageOf(text, 'xx')).toBe(language)
})
