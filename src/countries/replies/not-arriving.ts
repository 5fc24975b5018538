// "The code does not arrive", "we have not received it": what happens is told, and not refused.

import { stems } from './dictionary.ts'
import { latePattern } from './late-pattern.ts'

const sent =
  '(?:sms|texts?|textos?|codes?|codigos?|codic[ei]|tan|pin|messages?|nachricht(?:en)?|bestatigung%|mensajes?|messaggi?o?|bericht(?:en|je|jes)?|alerts?|alertes?|avisos?|avvisi|rappels?|reminders?|confirmation%|link|mails?|e?mails?|clave|il|ils|it|they|er)'

const notArriving = [
  `${sent} (?:[a-z0-9]+ ){0,8}(?:n |ne )?(?:m |me |nous )?(?:arriv|parvien|vien)(?:e|ent|nent|nnent|t) (?:toujours )?(?:pas|plus|jamais)(?: chez moi| jusqu ici)?`,
  `${sent} (?:[a-z0-9]+ ){0,8}(?:isn t|aren t|isnt|arent|not|never|don t|dont|doesn t|doesnt|won t|wont) (?:[a-z]+ )?(?:com(?:e|es|ing)|arriv(?:e|es|ing)|reach%|gett?ing|show%)(?: me| us| to me| here)?(?: through| up| in)?`,
  `${sent} (?:[a-z0-9]+ ){0,8}never (?:comes|arrives|reaches)(?: me| us)?`,
  `${sent} (?:[a-z0-9]+ ){0,8}(?:kommt|kommen|kam|kamen) (?:[a-z]+ ){0,5}(?:nicht|nie|nichts) (?:mehr |durch |bei (?:mir|uns) )?an`,
  `${sent} (?:[a-z0-9]+ ){0,8}no (?:me |nos )?(?:llega|llegan|viene|vienen|entra|entran)`,
  `${sent} (?:[a-z0-9]+ ){0,8}non (?:mi |ci )?(?:arriva|arrivano|giunge|giungono)(?: piu| mai| ancora)?`,
  `non (?:mi |ci )?(?:arriva|arrivano|giunge|giungono) (?:piu |mai |ancora )?(?:[a-z]+ ){0,3}${sent}`,
  `${sent} (?:[a-z0-9]+ ){0,8}(?:komt|komen|kwam|kwamen) (?:[a-z]+ ){0,5}(?:niet|niks|niets|nooit) (?:meer |maar )?(?:aan|binnen|door)`,
  // What was not received is told in the past; whoever will not have it says so of now.
  '(?:n ai|n avons|ai|avons|on a|n a) (?:toujours |encore )?(?:pas|rien|jamais) (?:encore |toujours )?recue?s?',
  '(?:habe|hab|haben) (?:ich |wir )?(?:[a-z0-9]+ ){0,5}(?:nicht|keinen?|nichts|nie) (?:[a-z]+ ){0,4}(?:bekommen|erhalten|gekriegt)',
  'no (?:he|hemos|han|ha) recibido|no (?:me|nos) (?:ha|han) llegado',
  'non (?:ho|abbiamo|ha) (?:ancora |mai )?ricevuto',
  '(?:heb|hebben) (?:ik |wij |we )?(?:[a-z0-9]+ ){0,5}(?:niet|niks|niets|geen|nooit) (?:[a-z]+ ){0,3}(?:ontvangen|gekregen)(?: per (?:e )?mail| per post)?',
].map((source) => latePattern(` (?:${stems(source)})(?= )`))

/** Asked first: few replies speak of it. */
const arrives =
  / (?:rec|erhal|bekom|gekr|ricev|ontvang|had|ariv|parvien|vien|com(?:e|es|ing) |reach|get|show|kom|kwam|kam|leg|entra|giung)[a-z]*/

/** "Make sure that they do not arrive any more": that is a wish. */
const wishes =
  / (?:veux|veut|voulons|voudrais|souhaite|faites|faire|sorte|pour|afin|exige|demande|want|make|making|ensure|sure|wil|wolen|mochte|mochten|sol|solen|sorg[a-z]*|dafur|quiero|queremos|haced|hagan|voglio|vogliamo|fate|zorg[a-z]*|must|should|beter|hope|mieux|beser|mejor|meglio) /

/** A reply's words without the message that is told not to arrive. */
export function withoutNotArriving(said: string): string {
  if (!arrives.test(said)) return said
  return said.replace(/ [^.,]+(?= [.,])/g, (part) => {
    const closed = `${part} `
    const told = notArriving.find((one) => one.test(closed))
    if (told === undefined) return part
    const before = closed.slice(0, closed.search(told) + 1)
    return wishes.test(`${before} `) ? part : closed.replace(told, ' _').trimEnd()
  })
}
