// Whoever asks what STOP does has not said it, unless an end is asked for beside it.
import { expect, test } from 'vitest'
import { type ReplyMeaning, readReply } from './read-reply.ts'

type Row = readonly [text: string, meaning: ReplyMeaning]

/** What the word does is asked, and no end: a person tells it. */
// biome-ignore format: a table
const askedOfTheWord: Row[] = [
  ['If I text STOP will I still get my appointment reminders?', 'doubtful'],
  ["Est-ce que c'est payant d'envoyer stop ?", 'doubtful'],
  ['Wenn ich stop schreibe, krieg ich dann auch keine Terminerinnerungen mehr?', 'doubtful'],
  ['Si me borro, ¿me siguen llegando los recordatorios?', 'doubtful'],
  ['Se scrivo stop perdo anche i punti?', 'doubtful'],
  ['Wat bedoelen jullie met STOP to end', 'doubtful'],
  ['if i text stop will you finally leave me alone?', 'stop'],
  ['si je mets stop est-ce que vous m’oubliez ? j’en ai marre', 'stop'],
  ['Stop ça coûte trop cher vos trucs !', 'stop'],
  ['How do I unsubscribe?', 'stop'],
  ['oops didnt mean to send stop, keep them coming', 'doubtful'],
  ['Stop annullato, continuate pure a mandarmi messaggi', 'doubtful'],
  ['Ignore my last text, I do want them', 'doubtful'],
  ['You ignore my stop and still send', 'stop'],
  ['Vous ignorez mon STOP', 'stop'],
  ['vergeet mijn stop niet', 'stop'],
  ['stop cancelled my account', 'stop'],
  ['I did not mean to send yes STOP', 'stop'],
  ['que veut dire stop pour vous, je reçois encore des pubs', 'stop'],
  ['was bedeutet stop wenn ihr weiter schreibt', 'stop'],
  ['If I text STOP does my account close?', 'doubtful'],
]

test.each(askedOfTheWord)('%j is %s', (text, meaning) => {
  expect(readReply(text).meaning).toBe(meaning)
})
