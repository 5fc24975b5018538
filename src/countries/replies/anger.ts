// Whether a question is asked in anger: by its marks, by "again", or by "what do you want?".
import { stems } from './dictionary.ts'
import { latePattern } from './late-pattern.ts'

/** What those are called who take one's money or one's number. */
export const thieves =
  '(?:oplichters|zakkenvullers|voleurs|escrocs|arnaqueurs|ladrones|sinverguenzas|ladri|truffatori|imbroglioni|betruger|abzocker|scammers|thieves|robbers)'

/** "??", "?!", "!!!", and angry faces. */
const marks = /[?!]\s*[?!]|[\u{1F620}\u{1F621}\u{1F624}\u{1F92C}]/u

/** Doubled letters are single. English "who is this again?" is asked by a friend. */
const words = latePattern(
  ` (?:${[
    // Once more, and once too often.
    '(?:qui|quoi) (?:[a-z]+ ){0,3}encore',
    '(?:denn )?(?:schon|jetzt) wieder',
    '(?:otra|una) vez(?: mas)?',
    'di nuovo',
    'chi (?:[a-z]+ ){0,3}ancora',
    '(?:al|nu|nou) ?wer',
    'outra vez',
    '(?:znowu|znow)',
    // What do you want?
    '(?:vous|tu) (?:me |nous )?(?:voulez|veux|voule) quoi',
    'que (?:me |nous )?voulez vous',
    'what (?:do|the [a-z]+ do) (?:you|u|ye) want',
    'was (?:wolt|wolen|wilst) (?:ihr|sie|du)',
    'que (?:cono |narices )?(?:quereis|quieren|quieres|quiere)',
    '(?:che|cosa|che cosa) (?:volete|vuoi|vuole)',
    'wat (?:wil|wilen|moet|moeten) (?:je|jij|julie|u)',
    'o que (?:querem|quer|queres)',
    'czego (?:chcecie|chcesz)',
    // How dare you?
    '(?:coment osez|vous osez|how dare|come (?:vi permetete|ti permeti|si permete|osate)|como (?:os atreveis|se atreven|te atreves)|wie (?:kont ihr es|konen sie es) wagen|was (?:falt|erlaubt|erlauben) (?:euch|ihnen|sie|ihr) (?:ein|sich|euch)|hoe durven? (?:julie|u|je))',
    // Insults.
    stems(thieves),
    '(?:voleur|escroc|arnaqueur|quele honte|vous n avez pas honte|vergogna(?:tevi)?|verguenza|schamt euch|schande|schamen julie|shame on)',
    // Oaths.
    '(?:the (?:hel|fuck|heck)|diable|bordel|putain|merde|zum teufel|verdamt|cazo|diavolo|in godsnam|verdorie|diablos|cono|caralho|do diabla|kurwa)',
  ].join('|')})(?= )`,
)

export function anger(loud: string, sentence: string): boolean {
  return marks.test(loud) || words.test(sentence)
}
