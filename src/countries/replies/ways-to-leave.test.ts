// Ends asked for in a figure of speech, in six languages, and the same words said of something else.
import { expect, test } from 'vitest'
import { readReply } from './read-reply.ts'

const meaningsOf = (texts: readonly string[]) =>
  texts.map((text) => `${readReply(text).meaning}: ${text}`)
const all = (meaning: string, texts: readonly string[]) =>
  texts.map((text) => `${meaning}: ${text}`)

test('left out, struck out or let go', () => {
  const texts = [
    'Escludetemi dai vostri invii',
    'Exclude my number from your campaigns',
    'Zet maar een streep door mijn naam',
    'Faites une croix sur mon numéro',
    'Il mio nominativo venga espunto dal vostro indirizzario',
    'Meine Nummer muss aus dem Verteiler verschwinden',
    'I left years ago, let me go',
  ]
  expect(meaningsOf(texts)).toEqual(all('stop', texts))
})

test('a no is said again, and others are to be found for it', () => {
  const texts = [
    'Il mio rifiuto l’ho già espresso. Lo ribadisco',
    'Please honour my earlier request and discontinue',
    'Ich wiederhole meinen Widerspruch',
    'Arrêtez d’insister',
    'Zoek een ander slachtoffer',
    'Je me passerai de vos nouvelles dorénavant',
    'Voglio il silenzio da parte vostra',
    'A qui dois-je m’adresser pour que cela s’arrête ?',
    'Le propriétaire de ce numéro est mort samedi',
  ]
  expect(meaningsOf(texts)).toEqual(all('stop', texts))
})

test('the same words of a trip, a repair, a saying or a date: no stop', () => {
  for (const text of [
    'Put a line through my name for the trip on Saturday',
    'Send someone who will fix the boiler please',
    'Make sure he doesn’t get any nuts',
    'Please don’t stop these updates',
    'Sucht euch einen anderen Termin aus',
    'Liberatemi da questo mal di denti, avete un posto oggi?',
    'Geen bericht goed bericht, zullen we maar zeggen',
    'Laat me met rust, zei de kat tegen de dierenarts',
    'De code die jullie stuurden is verlopen',
    'Don’t contact the insurance, I’ve already done it',
    'Cessez le feu à la buvette, j’apporte les chips',
    'Rayez M. Colas du voyage, il est souffrant',
    'Ho cancellato il messaggio per sbaglio, che ora era?',
  ]) {
    expect(readReply(text).meaning, text).not.toBe('stop')
  }
})

test('whoever wonders, wavers or wishes for fewer is read by a person', () => {
  const texts = [
    'Have you lost your minds',
    'Vous êtes tombés sur la tête ?',
    'Is that even legal?',
    'Foutaises',
    'lol no',
    'Ik heb het niet zo op die sms’jes',
    'Pas la peine pour le moment',
    'I could unsubscribe but the odd one is useful',
    'I think you want my daughter',
    'Mettez juste les gros orages, pas toutes les alertes',
    'Si può scegliere cosa ricevere?',
    'You already sent me this yesterday',
    'Kunnen jullie ook whatsappen ipv sms?',
  ]
  expect(meaningsOf(texts)).toEqual(all('doubtful', texts))
})
