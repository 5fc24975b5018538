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

// Found by somebody who tried to be mistaken for one who asks.
test.each([
  'I rescind my consent to receive messages',
  'I hereby terminate my consent to receive marketing texts',
  'My consent to receive texts has ended',
  "I'd like to receive zero messages from you",
  "I'd like to get less texts",
  'Put me on your block list',
  'Go away. You put me on a list',
  "I'm blocking you. You put me on your list",
  'Do I look like I want to receive texts? Leave me alone',
  'Évitez de m’ajouter à vos listes svp',
  'Mettez-moi sur la liste de blocage',
  'De quel droit vous vous permettez de m’inscrire à vos alertes',
  'Ich entziehe Ihnen die Zustimmung zu SMS',
  'Ich kündige die Zustimmung zu Ihren Nachrichten',
  'Ich will weder SMS noch Anrufe erhalten',
  'Ich möchte die SMS abgestellt haben',
  'Ich will die SMS weg haben',
  'Ponedme en la lista de bajas',
  'Apúntame a la baja de mensajes',
  'Quiero recibir cero mensajes vuestros',
  'Mettetemi nella lista dei disiscritti',
  'Inseritemi nell’elenco dei bloccati',
  'Voglio ricevere zero messaggi da voi',
  'Meld mij voor de nieuwsbrief en aanbiedingen af',
  'Schrijf mij voor alle acties en berichten uit',
  'Ik wil deze sms’jes weg hebben',
  'Ik wil noch berichten noch telefoontjes ontvangen',
  'When did I agree to receive your messages?',
  'I think someone put me on your list by mistake',
  'Qui vous a autorisé à m’inscrire à vos sms ?',
  '¿Quién dijo que quiero recibir mensajes?',
  'Chi vi ha detto che voglio ricevere messaggi?',
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
