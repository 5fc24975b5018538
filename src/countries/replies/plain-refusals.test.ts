// Refusals that name no message, words of an end said of something else, and what is only grumbled.
import { expect, test } from 'vitest'
import { readReply } from './read-reply.ts'

const meaningsOf = (texts: readonly string[]) =>
  texts.map((text) => `${readReply(text).meaning}: ${text}`)
const all = (meaning: string, texts: readonly string[]) =>
  texts.map((text) => `${meaning}: ${text}`)

test('who is blocked, or told to bother others, writes no more', () => {
  const texts = [
    'Je vous ai bloqués',
    "I've blocked you",
    'Ich sperre eure Nummer',
    'Os acabo de bloquear',
    'Vi ho bloccati',
    'Ik ga jullie nu blokkeren',
    'Vous êtes bloqués, bye',
    'Ya estáis bloqueados',
    "Allez embêter quelqu'un d'autre",
    'Go and annoy somebody else',
    'Belästigt bitte wen anderen',
    'Andate a rompere le scatole a qualcun altro',
    'Ga iemand anders lastigvallen',
  ]
  expect(meaningsOf(texts)).toEqual(all('stop', texts))
})

test('a refusal for good, a last warning, a file that is to be closed', () => {
  const texts = [
    'Non merci, ni maintenant ni plus tard',
    'No thanks, not now, not ever',
    'No gracias, ni ahora ni nunca',
    'Last warning before I go to the ICO',
    'Último aviso antes de denunciar',
    'Effacez tout ce que vous avez sur moi',
    'Cancellate tutto quello che avete su di me',
    'Wis alles wat jullie over mij hebben',
    'Fermez ma fiche client',
    'How many times do I have to text STOP',
    'Combien de fois faut-il envoyer STOP',
  ]
  expect(meaningsOf(texts)).toEqual(all('stop', texts))
})

test('a card is blocked, a plan is objected to, a death keeps one away: no stop', () => {
  for (const text of [
    'Bloquez ma carte, on me l’a volée',
    'Never again without your sourdough',
    'Nie wieder ohne eure Brezen!',
    'My wisdom tooth has to come out, is Tuesday ok',
    'Cuándo me quitan los puntos?',
    'Je m’oppose au projet de parking, où signer',
    'Bezwaar tegen de kapvergunning, waar stuur ik dat heen?',
    'Take Ahmed off the bus list please, he’s walking',
    'Efface mon dernier message, c’était pour ma mère',
    'Nehmt mich auf die Liste',
    'You are blocked in by a van, can someone move it',
    'Cancellate il 07700 900123 e tenete questo, grazie',
  ]) {
    expect(readReply(text).meaning, text).not.toBe('stop')
  }
  for (const text of [
    'My mum died last night so I can’t come in tomorrow',
    'Mon père est mort, je ne viendrai pas lundi',
    'Nicht interessiert an der großen, gibts die in klein?',
    'I give my consent for the school trip',
  ]) {
    expect(readReply(text).meaning, text).toBe('other')
  }
})

test('curses, other schools and the hours of sleep are for a person to read', () => {
  const texts = [
    'Bande d’idiots',
    'so boring',
    'My daughter has left the nursery',
    'Notre fille a quitté l’école',
    'Mr Singh no longer works here',
    'Dr. Weber arbeitet nicht mehr hier',
    'Nicht um sechs Uhr morgens am Sonntag!!',
    'pause them until January',
    'Mum can’t read what you send',
    'Waarom komen die bij mij?',
  ]
  expect(meaningsOf(texts)).toEqual(all('doubtful', texts))
})
