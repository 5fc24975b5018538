// "Stop! Don't cut that fabric": whoever is at work is to wait, and no message is meant.

import { isKnownThing, startsAnew } from './cancelled-things.ts'
import { stems } from './dictionary.ts'
import { isEverydayThing } from './everyday-things.ts'
import { latePattern } from './late-pattern.ts'
import { ideasOf } from './overheard.ts'

/** A word that calls a halt, alone between its marks, and what is said after it. */
const halted =
  /(?<= [.,] (?:[a-z]+ )?)(?:stop|stopen|halt|halte|alto|fermi|fermate|ferma|aretez|aretez tout|stopez|attendez|wait|parad|paren) [.,] ([^.,]+)(?= [.,])/

const notYet = latePattern(
  ` (?:${stems(
    'noch nicht|noch kein%|pas encore|pas tout de suite|(?:don t|dont|not) (?:[a-z]+ ){0,6}yet|todavia no|aun no|no (?:[a-z]+ ){0,5}(?:todavia|aun)|non (?:[a-z]+ ){0,5}ancora|non ancora|nog niet|nog geen',
  )})(?= )`,
)

const det =
  '(?:le|la|les|l|ce|cet|cette|ces|the|that|this|those|den|die|das|dem|el|los|las|ese|esa|esos|il|lo|i|gli|quel|quella|quello|de|het|dat)'
/** The order not to do it, and the word after what the thing is called by. */
const order = latePattern(
  ` (?:${stems(
    [
      `(?:ne|n) [a-z]+ez (?:surtout )?pas ${det} (?:[a-z]+ )?`,
      `(?:don t|dont|do not) [a-z]+ (?:away |up |down )?${det} (?:[a-z]+ )?`,
      `(?:bitte )?nicht ${det} (?:[a-z]+ )?(?=[a-z]+ [a-z]+en )`,
      `${det} (?:[a-z]+ )?(?=[a-z]+ (?:bitte )?nicht [a-z]+)`,
      `no [a-z]+(?:en|eis|es|an|ais|e) ${det} `,
      `non [a-z]+(?:ate|ete|ite|are|ere|ire) ${det} `,
      `[a-z]+ ${det} (?=[a-z]+ (?:[a-z]+ )?niet)`,
    ].join('|'),
  )})([a-z]+)`,
)

const day =
  '(?:aujourd hui|demain|ce (?:matin|soir|midi)|today|tomorrow|tonight|this (?:morning|afternoon|evening)|heute|morgen|hoy|manana|esta (?:tarde|manana)|oggi|domani|stasera|vandaag|vanavond|vanmiddag)'
/** Whoever comes or delivers is told to stay away for a day. */
const notToday = latePattern(
  ` (?:${stems(
    [
      `(?:ne |n )?(?:livrez|venez|passez|deposez) (?:surtout )?pas (?:[a-z]+ ){0,2}${day}`,
      `(?:don t|dont|do not) (?:deliver|come|call round|drop) (?:[a-z]+ ){0,3}${day}`,
      `(?:nicht (?:[a-z]+ ){0,2}${day} (?:[a-z]+ )?(?:liefern|kommen|vorbeikommen)|${day} (?:bitte )?nicht (?:liefern|kommen|vorbeikommen)|(?:kommt|liefert) ${day} (?:bitte )?nicht)`,
      `no (?:vengais|vengan|vengas|entreguen|entregueis|traigan|traigais|paseis|pasen) (?:[a-z]+ ){0,2}${day}`,
      `non (?:consegnate|venite|passate|portate) (?:[a-z]+ ){0,2}${day}`,
      `(?:lever|kom|bezorg|breng)t? (?:[a-z]+ ){0,2}${day} (?:aub )?niet|niet ${day} (?:leveren|komen|bezorgen)|${day} niet (?:leveren|komen|bezorgen)`,
    ].join('|'),
  )})(?= )`,
)

/** "Wrong wall!" */
const wrong =
  / (?:falsch[a-z]*|wrong|mauvais[e]?|pas (?:le|la|les) bon[a-z]*|verkerde?|equivocad[oa]s?|sbagliat[oaie]) /

/** An order of these may well be about messages, whatever it calls them. */
const ofOurs = new Set(
  'mesage number list receive consent law rude peace refuse threat bother cease use'.split(' '),
)
const ofUs = new Set(
  'me m moi nous us mich mir uns mi nos ci mij ons your vos votre eure ihre i we je j on ich wir ik wij io noi yo want ned like care quiero voglio veux wil'.split(
    ' ',
  ),
)

const isOurs = (word: string) => ofUs.has(word) || ideasOf(word).some((idea) => ofOurs.has(idea))

/** What is to be left undone: `thing` where it has a name that all know, or is only to wait. */
function orderIn(all: string): { matched: string; isKnown: boolean } | null {
  const found = halted.exec(all)
  const clause = found?.[1]
  if (found === null || clause === undefined) return null
  // "Don't deliver today, I am not in": why it is to wait is said of oneself.
  const said = clause.split(' ')
  const reason = said.findIndex((word, at) => at > 2 && startsAnew(word))
  const words = reason < 0 ? said : said.slice(0, reason)
  if (words.some(isOurs)) return null
  const isSent = words.some((word) => ideasOf(word).includes('send'))
  const isThing = words.some((word) => isKnownThing(word) || ideasOf(word).includes('thing'))
  const closed = ` ${words.join(' ')} `
  if (notToday.test(closed)) return { matched: found[0], isKnown: true }
  const isWrong = wrong.test(closed) && words.some((word) => isEverydayThing(word, 'works'))
  const isOrder = isWrong || notYet.test(closed) || order.test(closed)
  if (!isOrder || (isSent && !isThing)) return null
  return { matched: found[0], isKnown: isThing || notYet.test(closed) }
}

/** A reply's words without a halt that is called at some work, and what is not to be done. */
export function withoutHalt(said: string): string {
  const found = orderIn(said)
  return found?.isKnown === true ? said.replace(found.matched, '_') : said
}

/** The same of a thing whose name nobody knows here: a person looks. */
export const haltsUnknown = (said: string): boolean => orderIn(said)?.isKnown === false
