// What identifies a person inside a sentence: patterns, each with its check where there is one.
// The words of telephones, streets, births and titles stand in word-endings.ts too.

import * as ahv from 'stdnum/lib/cjs/ch/ssn.js'
import * as codiceFiscale from 'stdnum/lib/cjs/it/codicefiscale.js'
import { passesNir } from './check-digits.ts'
import { lateList } from './data-files.ts'
import { compact, fold } from './fold.ts'
import { cities, firstNames, lastNames, nouns } from './name-lists.ts'
import { isBeforeNamesake, withoutNamesakePlaces } from './namesake-places.ts'
import { plantWord, speciesWord } from './plants.ts'
import { isCard, isIban } from './recognisers/bank.ts'

export const phoneInText =
  /(?<![\d.,/-])(?:(?:\+33|0033)[ .-]?(?:\(0\))?[ .-]?[1-9]|0[1-9])(?:[ .\-\u00a0\u202f]?\d{2}){4}(?![\d])|(?<!\d)\+\d{1,3}[ .-]?(?:\(?\d{1,4}\)?[ .-]?){2,6}\d{2}(?!\d)|(?:^|[^\p{L}])(?:t[ée]l(?:[ée]phone)?|port(?:able)?|mobile?|gsm|phone|cell|handy|telefon|m[óo]vil|cellulare|mobiel)[\s.:n°o]{1,6}\+?\(?\d(?:[ .\-/()]{0,2}\d){7,13}(?!\d)/iu
export const emailInText = /[^\s@,;:<>()"'=/]{1,64}@(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}/i

const nirShape =
  /(?<!\d)[12378][ .]?\d{2}[ .]?\d{2}[ .]?(?:\d{2}|2[AB])[ .]?\d{3}[ .]?\d{3}[ .-]?\d{2}(?!\d)/i

export function holdsNir(cell: string): boolean {
  const found = nirShape.exec(cell)
  if (found === null) return false
  const plain = compact(found[0])
  // French dogs and cats carry chips that begin with 250 26.
  return !plain.startsWith('25026') && passesNir(plain)
}

export const ineInText =
  /\bINE\b\W{0,5}(?:n[°o]\W{0,2})?(?:\d{9}[A-Z]{2}|\d{10}[A-Z]|[0-9A-Z]{10}\d)\b/i

const fiscalCode = /(?<![A-Z0-9])[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z](?![A-Z0-9])/i
const swissNumber = /(?<!\d)756[. ]?\d{4}[. ]?\d{4}[. ]?\d{2}(?!\d)/
const belgianNumber = /(?<!\d)\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}(?!\d)/
/** As it is printed: "AB 12 34 56 C". */
const britishNumber =
  /(?<![A-Z0-9])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] \d{2} \d{2} \d{2} [A-D](?![A-Z0-9])/
const named =
  /(?:^|[^\p{L}])(?:dni|nie|nif|bsn|pesel|niss|nino|ni number|national insurance|nhs|steuer-?id|passeport|passport|reisepass|pasaporte|passaporto|paspoort|cni|carte d['’]identit[ée]|registre national|titre de s[ée]jour|id card)[^\p{L}\d]{0,4}(?:n(?:o|r|um[ée]ro)?[°º.]?[^\p{L}\d]{0,3}|number |nummer )?((?=[A-Z0-9 .-]*\d[A-Z0-9 .-]*\d[A-Z0-9 .-]*\d[A-Z0-9 .-]*\d[A-Z0-9 .-]*\d)[A-Z0-9][A-Z0-9 .-]{5,18})/iu

/** A cheap look before the costly one. */
const mayBeNamed =
  /dni|nie|nif|bsn|pesel|niss|nino|ni number|national|nhs|steuer|passe?port|reisepass|pasaporte|passaporto|paspoort|cni|carte d|registre|titre de|id card/i

export function holdsFiscalCode(cell: string): boolean {
  const fiscal = fiscalCode.exec(cell)
  return fiscal !== null && codiceFiscale.validate(fiscal[0].toUpperCase()).isValid
}

/** A national number or a paper's number: by its own check, or by the word before it. */
export function holdsNationalNumber(cell: string): boolean {
  if (holdsFiscalCode(cell)) return true
  const swiss = swissNumber.exec(cell)
  if (swiss !== null && ahv.validate(compact(swiss[0])).isValid) return true
  if (britishNumber.test(cell)) return true
  return belgianNumber.test(cell) || holdsNamedNumber(cell)
}

/** "BSN 111222333": a number by the word before it. */
export function holdsNamedNumber(cell: string): boolean {
  return mayBeNamed.test(cell) && named.test(cell)
}

const streetInText =
  /(?<!\d)\d{1,4}\s?(?:bis|ter|quater|[a-d])?,?\s+(?:rue|avenue|av\.|boulevard|bd|all[ée]e|impasse|chemin|place|quai|route|square|cours|passage|faubourg|street|road|lane|drive|close|crescent)\s+\p{L}{2}|(?<!\p{L})\p{Lu}[\p{L}]+(?:stra(?:ße|sse|at)|gasse|weg|laan|gracht|platz) \d{1,4}(?!\d)|(?<!\p{L})(?:calle|avenida|via|viale|corso|piazza)\s\p{L}+(?:\s\p{L}+){0,3},?\s\d{1,4}(?!\d)/iu

/** A cheap look before the costly one. */
const mayHoldStreet =
  /rue|avenue|av\.|boulevard|bd|allee|impasse|chemin|place|quai|route|square|cours|passage|faubourg|street|road|lane|drive|close|crescent|stra(?:ss|at)|gasse|weg|laan|gracht|platz|calle|avenida|via|corso|piazza/

export function holdsStreet(cell: string, folded: string): boolean {
  return mayHoldStreet.test(folded) && streetInText.test(cell)
}

export const birthInText =
  /(?:^|[^\p{L}])(?:n[ée]e?(?:\(e\))? le|ddn|date de naissance|born(?: on)?|dob|geb(?:oren|\.)?(?: am)?|nacid[oa] el|nat[oa] il|geboren op)\s*:?\s*\d{1,2}[/.\- ]\d{1,2}[/.\- ](?:19|20)?\d{2}(?!\d)/iu

export const plateInText =
  /(?<![A-Z0-9-])(?!SS|WW)[A-HJ-NP-TV-Z]{2}-(?!000)\d{3}-(?!SS)[A-HJ-NP-TV-Z]{2}(?![A-Z0-9-])/

export const addressOfMachine =
  /(?<![\d.v])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])/

const ibanInText = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}(?![A-Z0-9])/
const cardInText = /(?<!\d)\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?!\d)/

export function holdsIban(cell: string): boolean {
  const found = ibanInText.exec(cell)
  return found !== null && isIban(compact(found[0]))
}

export function holdsCard(cell: string): boolean {
  const found = cardInText.exec(cell)
  return found !== null && isCard(compact(found[0]))
}

/** A cheap look before the costly ones. */
export const mayHoldTitle =
  /(?:^|[^a-z])(?:m\.|m(?:r|me|lle|onsieur|adame|ademoiselle|rs|s|iss|evrouw|eneer|evr|w)[. ]|d(?:r|octeur|hr|ottoressa|ottore|ott\.|okter)[. ]|ma[iî]tre |herrn? |hr\. |frau |fr\. |do[nñ]a? |se[nñ]or(?:a|ita)? |sr(?:t?a)?\.? |sig(?:nora?|na)?[. ])/i

/** "mevr. van den Berg", "Mme d'Ornano": what may stand between a civility and the capital. */
const beforeName =
  "(?:(?:van|von|zu|vom|zum|de|den|der|het|ten|ter|del|della|di|da|do|dos|du|des|el|al|ben|bin|['’]t) |[dlDL]['’]){0,3}"
const titledPerson = new RegExp(
  `(?:^|[^\\p{L}])(?:M\\.|[Mm]r\\.?|[Mm]me\\.?|[Mm]lle\\.?|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|[Mm]rs\\.?|[Mm]s\\.?|[Mm]iss|[Dd]r\\.?|[Dd]octeur|[Dd]ott\\.(?:ssa)?|[Dd]ottor(?:e|essa)|Maître|[Hh]errn?|[Hh]r\\.|[Ff]rau|Fr\\.|[Dd]oña|[Ss]e[ñn]or(?:a|ita)?|[Ss]r(?:t?a)?\\.?|[Ss]ignor[ae]?|[Ss]ig\\.(?:(?:ra|na)\\.?)?|[Mm]evrouw|[Mm]eneer|[Dd]hr\\.?|[Mm]evr\\.?|[Mm]w\\.?) ${beforeName}\\p{Lu}[\\p{L}'’-]+`,
  'u',
)
const titledLoosely = new RegExp(
  `(?:^|[^\\p{L}])(?:m\\.|(?:mr|mme|mlle|monsieur|madame|mademoiselle|mrs|ms|miss|herrn?|frau|dr|dhr|mevr|mevrouw|meneer|se[ñn]ora?|sra?|srta|signora?|sig|sig\\.ra)\\.?) ?${beforeName}([\\p{L}'’-]{3,})`,
  'iu',
)
/** "MRS P OKAFOR HALL HIRE", "Mr J. R. Hartley": initials between the title and the family. */
const titledInitials =
  /(?:^|[^\p{L}])(M(?:r|R|rs|RS|me|ME|lle|LLE|s|S|iss|ISS)|D[rR])\.? (?:\p{Lu}(?:\. ?| )){1,3}(\p{Lu}[\p{L}'’-]{2,})/u
/** "MS I Beam 100" is steel: after two letters the family must be a known one. */
function holdsTitledInitials(cell: string): boolean {
  const [, title = '', family = ''] = titledInitials.exec(cell) ?? []
  return title.length > 2 || (title !== '' && lastNames.has(fold(family)))
}
const notPersons =
  /(?:N(?:tra|uestra)\.?|N(?:uestr|oss)a) S(?:ra\.?|e[ñn](?:h)?ora) d|Frau Holle|Mr\.? Hyde|Madama Butterfly|(?:[Qq]ueso|[Vv]ino|[Jj]amón|[Aa]ceite|[Gg]alletas|[Mm]ermelada|[Tt]into|[Bb]lanco|[Rr]osado|[Cc]afé|[Tt]urrón|[Cc]hocolate|[Aa]ceitunas) D(?:on|oña) \p{Lu}|(?:Monsieur|Mr\.?|Madame|M\.|Miss|Dr\.?) (?:Bricolage|Pokora|Meuble|Propre|Figaro|Bean|Freeze|Cuisine|Dior|Muscle|Store|Patate|Price|Clown|Potato|Robot|Holmes|Ripley|Dalloway|Doubtfire|Smith et|Jardin|Proper|Clean|Bovary|Hyde|House|Who|Pepper|Oetker|Martens|Hauschka|Scholl|Martin Luther|Le|La|Les|Et|Ou)(?!\p{L})(?: \p{Lu}[\p{L}'’-]+)?/u

/** "Dott. Bruni snc": all of the cell is a firm, whoever it is called after. */
const firmOfSomebody =
  /^\s*(?:[^\s,;]+ ){2,5}(?:snc|s\.n\.c\.|sas|s\.a\.s\.|srl|s\.r\.l\.|sarl|eurl|selarl|gmbh|ohg|kg|e\.k\.|s\.l\.|slu|b\.v\.|bv|ltd|llp)\.?\s*$/i

/** "Rosier grimpant Madame Meilland": plants bear the names of people, title and all. */
const namedPlant = new RegExp(
  `^(?:[^\\p{L}]|x )*${plantWord}(?: (?:[\\p{L}-]*(?:grimpante?|buisson|tige|ancien|paysager|nain|climbing|bush|shrub|standard|patio|climber|trepador|arbustiv[oa]|rampicante)|${speciesWord}|x))* [«"'‘“]?(?:m\\.|(?:m(?:me|lle|r|rs|iss|onsieur|adame|ademoiselle)|d(?:r|octeur|oktor|octor|on|oña)|herrn?|frau|se[ñn]or(?:a|ita)?|mevrouw|signora?)\\.?) [\\p{L}'’-]+`,
  'iu',
)

/** "Mme Dupont", "monsieur durand": a civility before a name, or before a known one alone. */
export function holdsTitledPerson(cell: string, onlyKnown: boolean): boolean {
  if (!holdsTitled(cell, onlyKnown)) return false
  const plain = withoutNamesakePlaces(namedPlant.test(cell) ? cell.replace(namedPlant, ' ') : cell)
  return plain === cell || holdsTitled(plain, onlyKnown)
}

function holdsTitled(cell: string, onlyKnown: boolean): boolean {
  const plain = notPersons.test(cell) ? cell.replace(notPersons, ' ') : cell
  if (plain !== cell) return holdsTitled(plain, onlyKnown)
  if (holdsTitledInitials(cell)) return !firmOfSomebody.test(cell)
  if (!onlyKnown && titledPerson.test(cell)) return !firmOfSomebody.test(cell)
  const loosely = titledLoosely.exec(cell)
  if (loosely === null || !lastNames.has(fold(loosely[1] ?? ''))) return false
  // "Monsieur Jacques, eau de toilette": spelt out and not alone, it is a title of goods.
  return !onlyKnown || !saidInFull.test(cell) || /^\s*\S+ \S+\s*$/.test(cell)
}

/** All of a cell: a civility that goods do not bear, and one to three names. */
const titledAlone = new RegExp(
  `^\\s*(?:M\\.|Mr\\.?|Mme\\.?|Mlle\\.?|Monsieur|Madame|Mademoiselle|Mrs\\.?|Herrn?|Frau|Sr\\.?|Sra\\.?|Srta\\.?|Señora?|Sig\\.(?:(?:ra|na)\\.?)?|Signora?|Dhr\\.?|Mevr\\.?|Mevrouw|Meneer) ${beforeName}\\p{Lu}[\\p{L}'’-]{2,}(?: (?:\\p{Lu}[\\p{L}'’-]+|de|du|van|von|der|le)){0,3}\\s*$`,
  'u',
)

/** "Mme Kervadec" alone, in a column of goods, places or addresses of sites. */
export function isTitledPerson(cell: string, amongGoods: boolean): boolean {
  if (cell.length > 60 || !titledAlone.test(cell) || notPersons.test(cell)) return false
  return !amongGoods || !saidInFull.test(cell)
}

/** Roses, books and soaps are called "Madame Meilland" and "Mr Clean"; "Mme" is said of people. */
const saidInFull =
  /^\s*(?:M(?:r\.?|rs\.?|onsieur|adame|ademoiselle)|Herrn?|Frau|Se[ñn]ora?|Signora?) /

const twoCapitals =
  /(?<![\p{L}'’-])(\p{Lu}[\p{Ll}]+(?:-\p{Lu}\p{Ll}+)?) (\p{Lu}[\p{L}'’-]{2,})(?![\p{L}])/gu

/** People after whom streets, schools and rooms are named, and figures of books. */
const namesakes = lateList('namesake')
const placesBefore =
  /(?:rue|avenue|av|bd|boulevard|place|allee|quai|square|impasse|chemin|cours|pont|lycee|college|ecole|hopital|clinique|stade|gymnase|salle|residence|station|gare|arret|centre|espace|square|fondation|prix|street|road|school|via|piazza|calle|strasse|parking|passerelle|(?<![a-z])(?:ceip|ies|cdi)|colegio|instituto|scuola|istituto|liceo|grundschule|gymnasium|flughafen|aeroport|aeropuerto|aeroporto)[ .]*$/

const transfer =
  /(?:^|[^A-Z])(?:VIR|VIREMENT|VRT|PRLV|SEPA|INST|UEBERWEISUNG|ÜBERWEISUNG|GUTSCHRIFT|LASTSCHRIFT|BONIFICO|TRANSFERENCIA|BIZUM|OVERBOEKING|FPI|BACS|TIKKIE|CHEQUE|CHQ)[^A-Z]/

/** "CHQ 0044120 MME ROPARS": banks write in capitals. */
const titledPayer =
  /(?:^|[ /])(?:M|MR|MME|MLLE|MRS|MISS|MS|HERR|FRAU|SR|SRA|SIG|SIGRA|DHR|MEVR)\.? \p{Lu}[\p{Lu}'-]{2,}/u
/** What people are paid with, and companies hardly ever draw. */
const paidToPerson =
  /(?:^|[^A-Z])(?:VIR|VIREMENT|VRT|SALAIRE|LOYER|GUTSCHRIFT|LOHN|GEHALT|MIETE|BONIFICO|STIPENDIO|TRANSFERENCIA|NOMINA|BIZUM|OVERBOEKING|SALARIS|HUUR|TIKKIE|FPI|SALARY|RENT)[^A-Z]/
const bankWords =
  /^(?:vir|virement|sepa|inst|recu|emis|salaire|loyer|paie|aout|juillet|janvier|fevrier|mars|avril|mai|juin|septembre|octobre|novembre|decembre|ref|motif|facture|fact|remb|remboursement|caf|cpam|urssaf|impots?|dgfip|banque|credit|agricole|mutuel|postale|compte|livret|epargne|france|assurance|mutuelle|energie|services?|societe|sarl|sas|sci|sa|asso|club|gutschrift|lohn|gehalt|miete|bonifico|stipendio|favore|transferencia|nomina|favor|bizum|salary|rent|from|invoice|payment|ltd|gmbh|salaris|huur|van|naar)$/

function isUnknownFamily(word: string): boolean {
  return word.length > 3 && !bankWords.test(word) && !nouns.has(word) && !cities.has(word)
}

/** "VIR SEPA DURAND JEAN": a bank's line, and a known first name beside a known family name. */
export function holdsPayer(cell: string): boolean {
  if (!transfer.test(cell)) return false
  if (titledPayer.test(cell)) return true
  const words = fold(cell).split(/[^\p{L}-]+/u)
  const isPaid = paidToPerson.test(cell)
  return words.some((word, at) => {
    const next = words[at + 1] ?? ''
    const isPair = (first: string, last: string) => {
      return firstNames.has(first) && (lastNames.has(last) || (isPaid && isUnknownFamily(last)))
    }
    return word.length > 2 && next.length > 2 && (isPair(word, next) || isPair(next, word))
  })
}

/** "client : Ygouf Karim": a role, a colon, and two words of which one is a first name. */
const namedRole =
  /(?:^|[^\p{L}])(?:clients?|cliente|patiente?|contact|noms?|name|b[ée]n[ée]ficiaire|[ée]l[èe]ve|locataire|kunde|kundin|mieter|patientin|klant|pati[ëe]nt|paciente|paziente|alumno|alunno|tenant|customer|caller|demandeur|appelant)\s?[:=]\s?(\p{Lu}[\p{L}'’-]+) (\p{Lu}[\p{L}'’-]+)/iu

/** "rappeler Julie Velmorois", "spoke to Amelia Fairclough": what one does with a person. */
const spokenTo =
  /(?:^|[^\p{L}])(?:rappel(?:er|ez|é)|appel(?:er|ez|é)|contact(?:er|ez|é)?|joindre|voir avec|vu avec|prévenir|demander|de la part de|call(?:ed)?(?: back)?|phone|ring|spoke (?:to|with)|ask for|email|anrufen bei|rückruf(?: an| bei)?|gespräch mit|llamar a|hablar con|avisar a|telefonare a|chiamare|richiamare|parlare con|sentire|bellen met|gesproken met|terugbellen) (\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?) (\p{Lu}[\p{L}'’-]{2,})/iu

/** "Mariage Élodie Castagnède", "80. Geburtstag Sieglinde Hupfer": whom a hall is booked for. */
const celebrated =
  /(?:^|[^\p{L}])(?:mariages?|noces|retraite|anniv(?:ersaire)?\.?|\d ans|bapt[êe]me|obs[èe]ques|communion|wedding|birthday|retirement|funeral|christening|hochzeit|geburtstag|taufe|trauung|trauerfeier|boda|cumplea[ñn]os|bautizo|jubilaci[óo]n|matrimonio|compleanno|battesimo|pensionamento|bruiloft|verjaardag|uitvaart|doop)(?: (?:\d+ ans|d[eiu]|of|for|von|van|pour))* (\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?) (\p{Lu}[\p{L}'’-]+)/iu

/** "à Corentin Jézéquel", "for Niamh Achterberg": a known first name where a person is meant. */
const towards =
  /(?:^|[^\p{L}])(?:à|a|pour|par|avec|chez|de la part de|d[eu]|to|for|from|with|by|für|von|mit|an|bei|para|con|por|per|da|di|met|voor|van|door|NDF|note de frais|remboursement|cliente?|customer|klant|kunde) (\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?) (\p{Lu}[\p{L}'’-]{2,})(?![\p{L}])/u

/** "VELMOROIS Julie", as lists and offices write it. */
const capitalsThenFirst =
  /(?<!\p{L})(\p{Lu}{3,}(?:[-'’ ]\p{Lu}{2,})?) (\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)(?!\p{L})/u

/** "Jean Dupont" in a sentence: a known first name before a known family name, both capital. */
export function holdsKnownPerson(cell: string): boolean {
  for (const match of cell.matchAll(twoCapitals)) {
    const first = fold(match[1] ?? '')
    const last = fold(match[2] ?? '')
    if (!(firstNames.has(first) || first.split('-').every((part) => firstNames.has(part)))) continue
    if (!lastNames.has(last) || nouns.has(last) || namesakes.has(`${first} ${last}`)) continue
    const before = fold(cell.slice(Math.max(0, match.index - 24), match.index))
    const word =
      before
        .trim()
        .split(/[\s']+/)
        .pop() ?? ''
    if (placesBefore.test(before) || nouns.has(word) || isBeforeNamesake(before)) continue
    return true
  }
  return holdsPersonSpokenOf(cell)
}

/** Not "à Marine Land", "rue de Rosa Parks", "par Air France", nor a town. */
function holdsPersonMeant(cell: string): boolean {
  const found = towards.exec(cell)
  if (found === null || !isKnownFirst(found[1] ?? '')) return false
  const [first, last] = [fold(found[1] ?? ''), fold(found[2] ?? '')]
  if (cities.has(first) || cities.has(last) || nouns.has(last) || notFamilies.test(last))
    return false
  if (namesakes.has(`${first} ${last}`)) return false
  return !placesBefore.test(fold(cell.slice(Math.max(0, found.index - 24), found.index)))
}
const notFamilies =
  /^(?:land|france|paris|beach|street|express|edition|edt|edp|sport|store|shop|hotel|cafe|bar)$/

function isKnownFirst(word: string): boolean {
  if (!/^\p{Lu}/u.test(word)) return false
  const folded = fold(word)
  return firstNames.has(folded) || folded.split('-').every((part) => firstNames.has(part))
}

/** One first name is enough where the words beside it leave no doubt that a person is meant. */
function holdsPersonSpokenOf(cell: string): boolean {
  const role = /[:=]/.test(cell) ? namedRole.exec(cell) : null
  if (role !== null && [role[1], role[2]].some((word) => isKnownFirst(word ?? ''))) return true
  const spoken = spokenTo.exec(cell)
  if (spoken !== null && isKnownFirst(spoken[1] ?? '')) {
    return !namesakes.has(fold(`${spoken[1]} ${spoken[2]}`))
  }
  const feted = celebrated.exec(cell)
  if (feted !== null && isKnownFirst(feted[1] ?? '') && /^\p{Lu}/u.test(feted[2] ?? '')) {
    return !namesakes.has(fold(`${feted[1]} ${feted[2]}`))
  }
  if (holdsPersonMeant(cell)) return true
  const shouted = capitalsThenFirst.exec(cell)
  if (shouted === null || !isKnownFirst(shouted[2] ?? '')) return false
  const last = fold(shouted[1] ?? '')
  if (isDateOfCheck(fold(shouted[2] ?? ''), last)) return false
  return !nouns.has(last) && !placesBefore.test(last)
}

/** "PAT Mar", "MOT Jan", "TÜV Mai", "VGP Sam": what is checked, and in which month or on which day. */
function isDateOfCheck(first: string, last: string): boolean {
  if (!namesOfDates.has(first) || lastNames.has(last)) return false
  // "Mar" is a given name by the sea of Spain alone.
  return last.length <= 4 || first === 'mar'
}
const namesOfDates = lateList('name of a date')
