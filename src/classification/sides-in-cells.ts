// Unions, parties and origins that cells name under a title that says nothing of them.

import { type Column, cellsAt, type Rows } from './column-neighbours.ts'
import { lateList } from './data-files.ts'
import { type Decision, saidByCells } from './decide-by-values.ts'
import { fold } from './fold.ts'
import type { SpecialType } from './special-words.ts'
import { classOfType, type DataType, isOfSomebody } from './types-of-data.ts'

const setOf = (list: string) => new Set(list.split('|'))

type Side = {
  type: SpecialType
  /** Nothing else is called so. */
  known: ReadonlySet<string>
  /** Directions, colours and other words too: such a name counts beside two that are known. */
  also: ReadonlySet<string>
}

/** As a cell says them whole, folded, with spaces for full stops and hyphens. */
const sides: readonly Side[] = [
  {
    type: 'trade_union',
    known: setOf(
      'cgt|cfdt|cftc|cgc|cfe cgc|unsa|force ouvriere|cgt fo|sud solidaires|sud rail|sud sante|sud education|sud ptt|sud industrie|snes|snes fsu|snuipp|snuipp fsu|se unsa|snalc|fsu|ver di|verdi|ig metall|igm|ig bau|ig bce|igbce|gew|evg|ngg|dbb|gdl|dgb|komba|marburger bund|ogb|pro ge|younion|unia|syna|cgil|cisl|uil|ugl|cobas|fiom|fiom cgil|fim cisl|uilm|uilm uil|fp cgil|flc cgil|cisl scuola|cisl fp|uil fpl|filcams|filcams cgil|fisascat|uiltucs|filt|filt cgil|fit cisl|uiltrasporti|snals|confsal|filctem|femca|uiltec|fillea|filca|feneal|ccoo|cc oo|ugt|csif|satse|anpe|usoc|intersindical|fnv|cnv|fnv metaal|cnv vakmensen|aob|nu 91|nu91|acv|abvv|aclvb|fgtb|cgslb|setca|bbtk|unison|gmb|usdaw|nasuwt|pcs|neu|rmt|aslef|ucu|cwu|rcn|fbu|tssa|bectu|unite the union|seiu|afscme|uaw|teamsters|ufcw|ibew|cgtp|solidarnosc|opzz',
    ),
    also: setOf(
      'fo|cfe|sud|solidaires|cnt|gdp|cgm|vida|gpa|fim|usb|cub|orsa|uso|ela|lab|cig|vcp|de unie|unie|csc|cne|unite|prospect|community|equity|bma|nea|aft|gilda|fsi',
    ),
  },
  {
    type: 'political_opinion',
    known: setOf(
      'lfi|eelv|pcf|lrem|ump|udi|modem|npa|dvd|dvg|dvc|les republicains|les ecologistes|rassemblement national|la france insoumise|parti socialiste|reconquete|place publique|spd|cdu|csu|cdu csu|fdp|afd|bsw|grune|grunen|die grunen|bundnis 90|b90 grune|bundnis 90 die grunen|die linke|linke|freie wahler|fratelli d italia|fdi|lega|m5s|movimento 5 stelle|forza italia|italia viva|azione|europa|sinistra italiana|noi moderati|udc|rifondazione|psoe|vox|podemos|sumar|junts|erc|bildu|eh bildu|pnv|eaj pnv|bng|ciudadanos|mas madrid|vvd|d66|d 66|groenlinks|gl pvda|groenlinks pvda|pvda|cda|pvv|christenunie|sgp|pvdd|bbb|nsc|ja21|fvd|50plus|lib dem|lib dems|libdem|liberal democrat|labour|tory|conservative|conservatives|reform uk|snp|plaid cymru|ukip|dup|sinn fein|sdlp|democrat|republican|n va|vlaams belang|open vld|cd v|vooruit|ecolo|ptb|defi|ovp|spo|fpo|neos|chega',
    ),
    also: setOf(
      'grn|lib|ukip|ed|lr|ps|rn|ren|renaissance|horizons|lo|div|dvx|rec|fw|piraten|volt|ssw|pd|fi|iv|avs|si|psi|pp|cs|iu|psc|up|sp|cu|denk|gl|lab|con|ld|green|greens|reform|plaid|alliance|uup|dem|rep|gop|libertarian|vb|groen|mr|les engages|psd|il|pan|livre|other|ind|independent|se',
    ),
  },
  {
    type: 'health',
    known: setOf(
      'opiates|opiaces|opioids|opioides|opiate|cannabis|cannabinoids|heroin|heroine|heroina|eroina|cocaine|cocaina|kokain|crack|crack cocaine|amphetamines?|amphetamine|methamphetamine|methadone|benzodiazepines|benzodiazepine|benzos|mdma|ketamine|alcoholism|alcoolisme|alkoholismus|polydrug|polytoxicomanie',
    ),
    also: setOf(
      'alcohol|alcool|alkohol|alcol|tabac|tobacco|tabak|tabaco|tabacco|nicotine|gambling|jeux|spiel|juego|gioco|medicaments|medikamente|solvents',
    ),
  },
  {
    type: 'health',
    known: setOf(
      'apte|inapte|inapte temporaire|inapte definitif|apte avec amenagement|apte avec amenagements|apte avec amenagement de poste|apte avec reserve|apte avec reserves|apte avec restriction|apte avec restrictions|apte sous reserve|tauglich|untauglich|nicht tauglich|bedingt tauglich|eingeschrankt tauglich|fit for work|unfit for work|not fit for work|fit with adjustments|fit with restrictions|idoneo con prescrizioni|idoneo con limitazioni|non idoneo temporaneo|arbeidsgeschikt|arbeidsongeschikt',
    ),
    also: setOf('a revoir|idoneo|non idoneo|fit|unfit|aucun avis'),
  },
  {
    type: 'sexual_orientation',
    known: setOf(
      'hetero|heterosexuel|heterosexuelle|heterosexual|heterosexuell|heteroseksueel|heteroseksual|eterosessuale|etero|straight|homo|homosexuel|homosexuelle|homosexual|homosexuell|homoseksueel|omosessuale|gay|lesbienne|lesbian|lesbiana|lesbica|lesbisch|schwul|bisexuel|bisexuelle|bisexual|bisexuell|biseksueel|bisessuale|pansexuel|pansexual|pansexuell|asexuel|asexual|asexuell|queer|gay or lesbian|gay lesbian|heterosexual straight',
    ),
    also: setOf('bi|pan|ace|autre|other|fluide|fluid'),
  },
]

/** What a column is called by a role, a place or nothing: nobody is called "CFDT", and no town. */
const mayName = new Set<DataType>(
  'text code reference identifier category product status job city region company free_text name first_name last_name consent_source country'.split(
    ' ',
  ) as DataType[],
)

/** "Non", "sans", "keine Angabe", "autre": who is on no side. */
const none =
  /^(?:non?|nein|nee|oui|si|ja|yes|y|n|o|j|s|x|0|1|sans|aucune?|keine?r?|ohne|ninguno|ninguna|sin|nessuno|nessuna|geen|none|autres?|andere|other|otros?|altr[oi]|overig|divers|nsp|dk|nc|na|unbekannt|inconnu|unknown|parteilos|independent|independiente|indipendente|non (?:syndiquee?s?|adherente?)|sans etiquette|se|undecided|indecis|unentschieden)$/
const namesMax = 60

/** Teams, banks and brands have the same initials. */
const ofOthers =
  /^(?:teams?|equipes?|equipos?|squadr[ae]|mannschaft|ploeg|sponsors?|banques?|banks?|banc[ao]|marques?|brands?|marken?|marcas?|march[ei]|merk|currency|devise|langue|language)\b/

export function sidesInCells(columns: Column[], rows: Rows) {
  if (!columns.some(isOfPeople)) return
  for (const [index, column] of columns.entries()) {
    const { decision, profile } = column
    if (!mayName.has(decision.type) || profile.distinct > namesMax) continue
    if (ofOthers.test(column.words)) continue
    const others = columns.filter((other) => other !== column)
    const isOfElected = others.some(({ words }) => electedWords.test(words))
    const told = toldAt(rows, index)
    const said = sideOf(told, isOfElected) ?? originOfPeople(columns, column, told)
    if (said !== null && others.some(isOfPeople)) column.decision = said
  }
}

const isOfPeople = ({ decision: { type } }: Column) => isOfSomebody(type)

/** Who is voted for has a party, however short its name. */
const electedWords =
  /\b(?:cllrs?|councillors?|mps?|elue?s?|consiglier[ei]|concejal(?:es|a)?|diputad[oa]s?|deputati?|deputes?|raadsl(?:id|eden)|gemeinderat\w*|stadtrat\w*|ratsmitglied\w*|abgeordnete[rn]?|candidat\w*|kandida\w*|canvass\w*|elector\w*|electeur\w*)\b/

function sideOf(told: readonly string[], isOfElected: boolean): Decision | null {
  if (told.length < 2) return null
  for (const { type, known, also } of sides) {
    const sure = told.filter((name) => known.has(name)).length
    const all = told.filter((name) => known.has(name) || also.has(name)).length
    const isSure = sure >= 2 || (isOfElected && type === 'political_opinion' && all >= 3)
    if (isSure && all >= told.length * 0.6) return saidByCells(type, all, told.length)
  }
  return null
}

function toldAt(rows: Rows, index: number): string[] {
  const cells = new Set(cellsAt(rows, index).map((cell) => fold(cell).replace(/[^a-z0-9]+/g, ' ')))
  return [...cells].map((cell) => cell.trim()).filter((cell) => cell !== '' && !none.test(cell))
}

const originWords =
  /^(?:herkunft|abstammung|origines?|origen(?:es)?|origini|herkomst|afkomst|provenienza|origin|roots|background)$/
/** Of a people and no country: "türkisch", "d’origine algérienne", "Marokkaans". */
const ofPeople =
  /^(?:(?:d )?origine )?(?:turk(?:isch|s|ish)|turc|turque|turca|turco|syri(?:sch|an|enne?)|siri(?:an[oa]|o)|arab(?:isch|e|o|a|isch)|polnisch|pools|polish|polonaise?|polac[oa]|polac[ch]a|italienisch|italiaans|italian|italienne?|italian[oa]|griechisch|grieks|greek|grecque|grec|grieg[oa]|russisch|russe|russian|rus[oa]|russ[oa]|rumanisch|roemeens|romanian|roumaine?|rumen[oa]|ruman[oa]|albanisch|albanees|albanian|albanais|albanaise|albanes[ea]?|kosovarisch|serbisch|bosnisch|kroatisch|ukrainisch|ukrainian|ukrainienne?|afghan\w*|afgh?an[oa]|irakisch|iranisch|persisch|vietnames\w*|vietnamien\w*|chinesisch|chinese|chinoise?|chin[oa]|cinese|portugiesisch|portugees|portuguese|portugaise?|portugues[ea]?|spanisch|spaans|spanish|espagnole?|deutsch|duits|german|allemande?|niederlandisch|nederlands|dutch|franzosisch|francaise?|french|frans|algerien\w*|algerisch|algerijns|argelin[oa]|marocaine?|marokkan\w*|marroqui|marocchin[oa]|tunisien\w*|tunesisch|tunisin[oa]|senegalais\w*|malienne?|ivoirien\w*|congolais\w*|camerounais\w*|comorien\w*|surina(?:ams|mese)|antilliaans|molukse?|eritre\w*|somali\w*|nigeri\w*|ghana\w*|pakistan\w*|indian|indisch|bengali|ecuatorian[oa]|colombian[oa]|peruan[oa]|venezolan[oa]|dominican[oa]|bolivian[oa])$/

/** Where families come from, as lists of pupils and of clients of a charity name it. */
const countriesOfOrigin = lateList('country of origin')
/** What is bought, who travels and whence a shop's customers came have an origin too. */
const otherOrigins =
  /\b(?:produits?|articles?|artikel|product\w*|ware|vins?|wein|caf|fromage|gast|gaste|guests?|huesped|ospit[ei]|zimmer|chambre|camera|room|anreise|abreise|arrivee|depart|arrival|check ?in|buchung|reservation|reserva|prenotazione|commande|bestell\w*|order|ordine|pedido|vol|flight|flug|lead|kampagne|campagne|campaign|gewicht|poids|kg|preis|prix|price)\b/

/** "Herkunft" over "türkisch" or "Syrien" in a list of people; over "Messe" it is how they came. */
function originOfPeople(
  columns: readonly Column[],
  { words, decision }: Column,
  told: readonly string[],
): Decision | null {
  if (!originWords.test(words) || classOfType[decision.type] === 'special') return null
  const isOfOthers = columns.some(({ words: beside, decision: { type } }) => {
    return type === 'product' || type === 'ean' || otherOrigins.test(beside)
  })
  const isNamed = columns.some(({ decision: { type } }) => classOfType[type] === 'direct')
  const peoples = told.filter((name) => ofPeople.test(name)).length
  const countries =
    isNamed && !isOfOthers ? told.filter((name) => countriesOfOrigin.has(name)).length : 0
  const most = Math.max(peoples, countries)
  return most > 0 && most >= told.length * 0.6
    ? saidByCells('ethnic_origin', most, told.length)
    : null
}
