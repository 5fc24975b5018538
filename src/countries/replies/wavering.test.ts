// Who only thinks of leaving, slips of a bare keyword, halts of a car and lists of the shopping.
import { describe, expect, test } from 'vitest'
import { type ReplyMeaning, readReply } from './read-reply.ts'

type Row = [text: string, meaning: ReplyMeaning]

// biome-ignore format: a table
const halfHearted: Row[] = [
  ['Je me désabonnerai peut-être', 'doubtful'], ['Maybe I’ll unsubscribe', 'doubtful'],
  ['Vielleicht trage ich mich aus', 'doubtful'], ['Quizás me borre', 'doubtful'],
  ['Magari mi disiscrivo', 'doubtful'], ['Misschien meld ik me af', 'doubtful'],
  ['If this keeps up I’ll unsubscribe', 'doubtful'], ['Si esto sigue así me doy de baja', 'doubtful'],
  ['Ik overweeg me uit te schrijven', 'doubtful'], ['Sto pensando di cancellarmi', 'doubtful'],
  ['Weiß nicht ob ich das weiter bekommen will', 'doubtful'],
  ['Un peu moins de messages ce serait bien', 'doubtful'],
  ['Perhaps you could unsubscribe me', 'stop'], ['Me doy de baja', 'stop'],
  ['Vielleicht könnt ihr mich mal löschen', 'stop'],
  ['Peut-être que je me désabonne. Non, en fait retirez mon numéro', 'stop'],
  ['Not sure why I get these, unsubscribe me', 'stop'],
]

// biome-ignore format: a table
const grumbled: Row[] = [
  ['We no longer have the dog', 'doubtful'], ['Ik heb geen hond meer', 'doubtful'],
  ['Je n’ai plus de voiture', 'doubtful'], ['Lovely, another text', 'doubtful'],
  ['Leuk, weer een berichtje', 'doubtful'], ['Thanks for waking me up', 'doubtful'],
  ['Ich rufe gleich euren Chef an', 'doubtful'], ['Yeah right, and I’m the queen', 'doubtful'],
]

// biome-ignore format: a table
const slips: Row[] = [
  ['bja', 'stop'], ['Abja porfa', 'stop'], ['unsbu', 'stop'], ['aert', 'stop'], ['sopt', 'stop'],
  ['caja', 'other'], ['quiet', 'other'], ['Salir', 'stop'], ['esci', 'stop'],
  ['stop sending me the notices', 'stop'], ['Ne renvoyez plus', 'stop'],
  ['Hörts endlich auf mit de Nachrichten', 'stop'], ['Wie trage ich mich hier aus?', 'stop'],
]

// biome-ignore format: a table
const ofOtherThings: Row[] = [
  ['Stop at the corner and I’ll hop in', 'other'], ['Stop au 2e étage svp', 'other'],
  ['Stop jij nog bij de apotheek?', 'other'], ['Mach noch einen Stopp beim Bäcker', 'other'],
  ['Va te faire foutre stop', 'stop'], ['stop à la pub', 'stop'], ['stop au 36180', 'stop'],
  ['Hören die Rabatte nächste Woche auf?', 'other'], ['Hört das jetzt endlich auf', 'stop'],
  ['Take the eggs off the list, we have some', 'other'], ['Togli il latte dalla lista', 'other'],
  ['Take me off the list, wine is bad for me', 'stop'], ['Take me off the wine list', 'stop'],
  ['Alguien se ha dado de baja en el curso?', 'other'], ['disdire fornitura gas come funziona', 'other'],
  ['Arrêtez les travaux, il y a un tuyau percé', 'other'],
  ['Cuál es el número de pedido', 'other'], ['No more than two please', 'other'],
  ['Stop di cinque minuti e arrivo', 'other'],
]

// biome-ignore format: a table
const backAgain: Row[] = [
  ['Bekomme eure Angebote leider nicht mehr, bitte wieder eintragen', 'start'],
  ['Je ne reçois plus vos offres, pouvez-vous me réinscrire ?', 'start'],
  ['Incluid mi número de nuevo en la lista', 'start'], ['Zet mijn nummer weer op de lijst', 'start'],
  ['Start again please', 'start'], ['Ich brauche Hilfe bitte', 'help'],
  ['Van welke winkel is dit', 'contact'], ['Da dove chiamate?', 'contact'],
  ['Ja hoor stuur maar', 'other'], ['Not getting your texts any more, please re add me', 'doubtful'],
  ['Este tlf no es de Rosa', 'doubtful'], ['Recibo 6 sms al mes, es mucho', 'doubtful'],
  ['No stop', 'doubtful'], ['Non, stop', 'stop'],
]

describe.each([
  ['what is only thought of waits for a person, and a wish beside it acts', halfHearted],
  ['what is told with a grudge waits for a person', grumbled],
  ['a bare keyword with a slip of the thumb is one', slips],
  ['the words of an end, said of a car, a flat, a list or a contract', ofOtherThings],
  ['who asks to be put back, for help or who writes', backAgain],
])('%s', (_, rows) => {
  test.each(rows)('%j is %s', (text, meaning) => {
    expect(readReply(text).meaning).toBe(meaning)
  })
})
