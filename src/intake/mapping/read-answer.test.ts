// Answers as people and platforms write them: a no anywhere is no yes, and a yes is a whole cell.
import { describe, expect, it } from 'vitest'
import { answersNo, isRefusal, readAnswer } from './read-answer.ts'

const cells = (list: string) => list.split('|').map((cell) => cell.trim())

const yes = cells(
  'oui|OUI|x|X|1|1.0|1,0|o|Yes|true|✓|✔|☑|Accepté|SMS|e-mail et SMS|Oui, par ' +
    'SMS|subscribed|ja|sí|Opted in|double opt-in|Double Opt-In|Confirmed|vrai|ok|OK ' +
    'SMS|opt-in|optin|Opt-in SMS|sms: oui|SMS : oui|SMS = 1|SMS: x|oui (sms)|[x]|"oui"|oui.|Oui ' +
    '!|oui_sms|SMS, e-mail|email + SMS|Abonné SMS|subscribed to SMS|Accepts SMS ' +
    'marketing|granted|✓ SMS|Ja, per SMS|J’accepte de recevoir des SMS|oui oui',
)

const no = cells(
  'non||0|0.0|refus|No|e-mail|oui par e-mail|unsubscribed|STOP|-|nein|Opted out|Never subscribed|' +
    'cleaned|not subscribed|pending|pas de SMS|Opt-out SMS|Unsubscribed SMS|désabonné SMS|' +
    'SMS bloqué|plus de SMS|ne plus envoyer de sms|kein SMS|geen sms|SMS nein|sms: false|SMS: 0|' +
    'Yes - unsubscribed|oui puis stop|Oui/Non|O/N|oui par téléphone|oui par WhatsApp|' +
    'Oui, par courrier|yes, by post|ja, telefonisch nicht|sin SMS|baja SMS|niente SMS no|' +
    'senza SMS|SMS disiscritto|rifiuta SMS|afgemeld voor sms|SMS ingetrokken|uitgeschreven|' +
    'Werbung per SMS untersagt|SMS widerrufen|SMS gesperrt|no SMS|SMS opt out|opted-out of SMS|' +
    'blacklisted SMS|n’accepte plus les SMS|je ne veux plus de SMS|oui jusqu’au retrait|' +
    'consentement retiré|SMS refusé|do not text: SMS|SMS revoked|withdrawn|❌|✗|☐|OptOut|' +
    'SMS=non|sms : n|f|oui, sauf SMS stop|SMS suspendu, stop',
)

const unclear = cells(
  'peut-être|à rappeler|?!|2|oui ?|SMS ?|à confirmer SMS|SMS à voir|oui mais rarement|oui sauf ' +
    'SMS|SMS si urgent|1 SMS|-1|e-mail / SMS|SMS ou e-mail|yes for orders|active|actif|SMS: 2|' +
    'oui (voir Camille)|ok pour les rappels|E-mail : oui ; SMS :',
)

describe('an answer is', () => {
  it.each(yes)('a yes in "%s"', (cell) => expect(readAnswer(cell)).toBe('yes'))
  it.each(no)('a no in "%s"', (cell) => expect(readAnswer(cell)).toBe('no'))
  it.each(unclear)('unclear in "%s"', (cell) => expect(readAnswer(cell)).toBe('unclear'))
})

/** No consent, as `no` has it; but of these nobody has said no to what they agreed to elsewhere. */
const nothingSaid = cells(
  'non renseigné|Non communiqué|pas de réponse|sans réponse|non confirmé|not asked|Not set|no ' +
    'data|non applicable|keine Angabe|nicht gefragt|sin datos|non specificato|niet ' +
    'ingevuld|unknown|pending|Pending confirmation|PENDING|SMS: ' +
    'pending|cleaned|Cleaned|bounced|Hard bounced|NPAI|Never ' +
    'subscribed|NEVER_SUBSCRIBED|never_subscribed|Non-subscribed|non subscribed to SMS|jamais ' +
    'inscrit|Jamais inscrite|not yet|pas encore|pas encore confirmé|e-mail|oui par e-mail|Oui, ' +
    'par courrier|yes, by post|oui par téléphone|newsletter|-|',
)
const refusing = cells(
  'non|No|0|0.0|f|false|☐|❌|refus|STOP|unsubscribed|Opted out|blocklisted|not subscribed|' +
    'NOT_SUBSCRIBED|non inscrit|never|jamais|pas de SMS|SMS: 0|SMS=non|E-mail only|' +
    'e-mail uniquement|nur E-Mail|solo email|alleen e-mail|seulement par courrier|' +
    'email, pas de SMS|pending, then unsubscribed|cleaned - STOP|never subscribed, opted out|pas ' +
    'de réponse puis STOP|Yes - unsubscribed|oui puis stop|bounced: 0|withdrawn',
)

describe('of a cell that is no consent, what was agreed to elsewhere', () => {
  it.each(nothingSaid)('stands beside "%s"', (cell) => {
    expect(readAnswer(cell)).toBe('no')
    expect(isRefusal(cell)).toBe(false)
  })
  it.each(refusing)('ends by "%s"', (cell) => {
    expect(readAnswer(cell)).toBe('no')
    expect(isRefusal(cell)).toBe(true)
  })
})

describe('under a title that says no, a cell', () => {
  it.each(cells('non|0|false|No|START|☐|n|nein'))('denies it with "%s"', (cell) =>
    expect(answersNo(cell)).toBe('denied'),
  )
  it.each(
    cells('oui|x|1|✓|true|STOP|désabonné|SMS|oui puis stop|ne plus contacter|do not contact|Yes'),
  )('affirms it with "%s"', (cell) => expect(answersNo(cell)).toBe('affirmed'))
  it.each(cells('abonné|subscribed|non désabonné|pas d’opposition|oui ?|2|à voir|✗'))(
    'leaves it unclear with "%s"',
    (cell) => expect(answersNo(cell)).toBe('unclear'),
  )
})
