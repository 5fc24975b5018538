// Who asks for the messages is never taken for somebody who refuses them.
import { expect, test } from 'vitest'
import { readReply } from './read-reply.ts'

test.each([
  'YES I want to receive texts',
  "I'd love to get your offers",
  'Please add me to the list',
  'sign me up for the alerts',
  'Subscribe',
  'Opt in',
  'OUI j’accepte de recevoir les offres',
  "Vous pouvez m'ajouter à la liste ? Merci",
  "Je voudrais m'inscrire aux alertes sms",
  "M'abonner",
  'Ja, bin einverstanden mit den SMS',
  'Bitte nehmen Sie mich in die Liste auf',
  'Ja ich möchte die Angebote erhalten',
  'Me quiero volver a apuntar a los sms',
  'Sí quiero recibir los avisos',
  'si acepto recibir mensajes',
  'apuntame a los mensajes',
  'Hola! Me podeis meter en la lista de avisos? Gracias',
  'Sì, voglio ricevere i messaggi',
  'si accetto di ricevere gli sms',
  'iscrivetemi agli avvisi grazie',
  'Aggiungete anche me agli avvisi',
  'Ja ik wil de berichten ontvangen',
  'zet mij maar op de lijst voor de acties',
])('"%s" asks for them', (text) => {
  expect(readReply(text)).toMatchObject({ meaning: 'start', by: 'rules' })
})

test.each([
  "I don't want to receive texts",
  'I no longer want to receive your texts',
  'Je ne veux plus recevoir vos offres',
  'je veux plus recevoir vos sms',
  'Ich will keine Angebote mehr erhalten',
  'Nehmt mich von der Liste, auf Wiedersehen',
  'Nehmen Sie mich bitte aus der Liste',
  'No quiero recibir los avisos',
  'Non voglio ricevere i messaggi',
  'Ik wil geen berichten meer ontvangen',
  'Meld mij af voor de berichten',
  'Put me on your do not call list',
  'Add me to your opt out list',
  'Stop, who said I want to receive texts',
])('"%s" still refuses them', (text) => {
  expect(['stop', 'doubtful']).toContain(readReply(text).meaning)
})

test.each([
  'I only want to receive appointment reminders',
  'Ich will Ihre Angebote per E-Mail erhalten',
  'Why would I want to receive your texts?',
])('"%s" is no yes to all of it', (text) => {
  expect(readReply(text).meaning).not.toBe('start')
})
