// Which languages a reply may be in, by its small words; many replies are too short to tell.
import type { ReplyLanguage } from './phrases.ts'

/** Words that a few languages share count for each of them. */
const smallWords: Readonly<Record<ReplyLanguage, string>> = {
  fr: 'je j tu vous nous on il elle ne n pas plus les des du de la le l un une mon ma mes vos votre ce cette ces est et ou que qui quoi pour par sur avec dans merci bonjour svp stp moi me m c ca oui non mais au aux comment pourquoi quand ai suis etes veux veuillez souhaite en d s y a faut',
  en: 'i you we they he she it the a an my your this that these those is are was be to of from for and or not do don t dont can will would please thanks me no yes what who why how when with on in at more any all stop just now want have has so but by if s m re ve us our am must should',
  de: 'ich du sie wir ihr er es der die das den dem ein eine einen mein meine ihre euer eure nicht kein keine keinen bitte danke und oder mit von zu auf fur ist sind war mich mir uns euch mehr was wer wie wo warum wann aus bei im am zum zur ja nein hat habe noch doch will mochte',
  es: 'yo tu usted ustedes el la los las un una unos mi mis su sus no si por favor gracias que de del y o en con para es son me nos se lo al mas quiero quien donde cuando como este esta estos ya muy hola hay pero deseo esto vuestra vuestros le les a',
  it: 'io tu lei voi il lo la i gli le un una mio mia miei vostri vostro vostre non si per favore grazie che di del della dei dalla e o in con da sono mi ci vi ti piu voglio chi dove quando come questo questi basta anche ma ho perche cosa ne al alla agli a no vorrei',
  nl: 'ik jij je u wij jullie zij hij het de een mijn uw niet geen en of met van naar voor is zijn was mij me ons wat wie hoe waar waarom wanneer aub alstublieft alsjeblieft bedankt dank nee ja op uit in te er maar dit deze die meer nog wil ben heb graag a b',
  pt: 'eu tu voce voces o a os as um uma meu minha meus vossas vosso nao sim por favor obrigado obrigada que de do da dos das e ou em com para me nos se mais quero quem onde quando como este esta ja isto no na ao pelo sou estou desejo ola',
  pl: 'ja ty pan pani panstwo to ten ta te nie tak prosze dziekuje i lub z ze do na w o od mnie mi nam moj moja moje wasze kto co jak gdzie kiedy dlaczego jest sa sie czy juz wiecej za po chce bardzo dzien dobry',
  lb: 'ech du dir mir hien dat den dei der ass sinn net keng keen mat vun mech eis mer wann gelift merci a an oder fir wat wien wou meng ar wel well nach mei op',
}

const byWord = new Map<string, ReplyLanguage[]>()
for (const [language, words] of Object.entries(smallWords)) {
  for (const word of words.split(' ')) {
    const list = byWord.get(word) ?? []
    list.push(language as ReplyLanguage)
    byWord.set(word, list)
  }
}

/** Those with the most small words; none when there are no such words. */
export function guessLanguages(words: readonly string[]): ReadonlySet<ReplyLanguage> {
  const scores = new Map<ReplyLanguage, number>()
  for (const word of words) {
    const languages = byWord.get(word) ?? []
    for (const language of languages) {
      scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length)
    }
  }
  const best = Math.max(0, ...scores.values())
  const near = [...scores].filter(([, score]) => score > best * 0.8).map(([language]) => language)
  return new Set(near)
}
