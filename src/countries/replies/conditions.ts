// "Not on this number", "not so late at night", "by mail rather": a condition, which a person reads.

import { latePattern } from './late-pattern.ts'
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

const kin =
  '(?:man|frau|mutter|vater|chef|chefin|kolegen|kolegin|tochter|sohn|husband|wife|partner|mother|mum|father|dad|bos|coleague|mari|femme|mere|pere|patron|colegue|marido|mujer|madre|padre|jefe|jefa|marito|moglie|capo|colega|vrouw|moder|vader|bas)'
/** "Send this to my husband, he sees to such things": to this person it was not to go. */
const toAnother = [
  `(?:schickt|schicken sie|sendet|senden sie) (?:das|dies|sowas) (?:bite |doch |lieber |kunftig )*(?:an )?(?:meine[mnr]?) ${kin}`,
  `send (?:this|these|those|such things) (?:instead )?to my ${kin}`,
  `(?:envoyez|adresez) (?:ca|cela|ceci) (?:plutot )?a (?:mon|ma) ${kin}`,
  `(?:mandad|enviad|manden|envien)(?:selo|sela|le)? (?:(?:esto|estas cosas|mejor) )*a mi ${kin}`,
  `(?:mandate|inviate|mandi|invii) (?:questo|queste cose|questa roba) (?:piutosto )?a (?:mio|mia) ${kin}`,
  `(?:stur|sturt|stuur|stuurt) (?:dit|dat|zoiets) (?:aub |mar |liever )*(?:nar|an) mijn ${kin}`,
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

const anyOf = (phrases: readonly string[]) => latePattern(` (?:${phrases.join('|')})(?= )`)
const here = anyOf([...notHere, ...toAnother])
const hour = anyOf(notSoLate)

/**
 * The words that refuse a number or an hour or wish for another way, or null. Whoever asks, or
 * names an hour, speaks of an appointment: "not so late in the evening, 5 at the latest".
 */
export function conditionOf(sentence: string, own: string): string | null {
  const found = here.exec(sentence) ?? (/[?\d]/.test(own) ? null : hour.exec(sentence))
  return found?.[0].trim() ?? otherChannelOf(sentence)
}
