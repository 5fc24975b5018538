// "Not on this number", "not so late at night", "by mail rather": a condition, which a person reads.
import { otherChannelOf } from './other-wishes.ts'

/** Doubled letters are single, as in the words of a reply. */
const notHere = [
  '(?<! (?:est|suis|sont|ai|etais) )pas (?:a|sur) (?:ce|cet) (?:numero|num|portable|mobile|tel|telephone)',
  '(?<! (?:is|s|are|was|it|am) )not (?:on|to|at) this (?:[a-z]+ )?(?:number|phone|mobile|line|cel)',
  'nicht (?:auf|an|uber|unter) (?:diese|dieser|diesem|dieses) (?:handynumer|telefonnumer|numer|handy|telefon)',
  'no (?:a|en|por) este (?:numero|telefono|movil)',
  'non (?:a|su) (?:questo|sto) (?:numero|celulare|telefono)',
  'niet (?:op|nar|via) (?:dit|deze) (?:telefonumer|numer|nr|gsm|tel|telefon)',
  'nao (?:para|por|neste|a) (?:este )?(?:numero|telefone|telemovel)',
  'nie na ten (?:numer|telefon)',
  // "The code is not on my phone" tells of something; only at the beginning of a sentence it asks.
  '(?<= [.,] (?:(?:merci|svp|bonjour|non) )?)pas sur mon (?:numero|portable|mobile|tel|telephone)',
  '(?<= [.,] (?:please )?)not (?:on|to) my (?:[a-z]+ )?(?:number|phone|mobile)',
  '(?<= [.,] (?:bite )?)nicht auf mein(?:e|em)? (?:[a-z]+ )?(?:numer|handy|telefon)',
  '(?<= [.,] (?:por favor )?)no (?:a|en) mi (?:numero|telefono|movil)',
  '(?<= [.,] )non (?:sul|al) mio (?:numero|celulare|telefono)',
  '(?<= [.,] (?:liever |graag )?)niet op m(?:ij)?n (?:[a-z]+ )?(?:numer|gsm|tel|telefon)',
]

const notSoLate = [
  'pas (?:si|ausi) (?:tard|tot) (?:le|la|du|en|dans) (?:soir|soire|matin|nuit|journe)',
  'not (?:so|this|that) (?:late|early) (?:at night|in the (?:evening|morning|night)|of an evening)',
  'nicht so (?:spat|fruh) (?:abends|nachts|morgens|am (?:abend|morgen)|in der (?:nacht|fruh))',
  'no tan (?:tarde|temprano|pronto) (?:por|de|en) la (?:noche|manana|tarde)',
  'non cosi (?:tardi|presto) (?:la|di|al|ala) (?:sera|notte|note|matina|matino)',
  'niet zo (?:lat|vroeg) (?:op de|in de|s) (?:avond|avonds|nacht|ochtend|morgens|morgen)',
  'nao tao (?:tarde|cedo) (?:da|de|a) (?:noite|manha)',
  'nie tak (?:pozno|wczesnie) (?:wieczorem|rano|w nocy)',
]

const anyOf = (phrases: readonly string[]) => new RegExp(` (?:${phrases.join('|')})(?= )`)
const here = anyOf(notHere)
const hour = anyOf(notSoLate)

/**
 * The words that refuse a number or an hour or wish for another way, or null. Whoever asks, or
 * names an hour, speaks of an appointment: "not so late in the evening, 5 at the latest".
 */
export function conditionOf(sentence: string, own: string): string | null {
  const found = here.exec(sentence) ?? (/[?\d]/.test(own) ? null : hour.exec(sentence))
  return found?.[0].trim() ?? otherChannelOf(sentence)
}
