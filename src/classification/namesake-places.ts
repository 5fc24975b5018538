// Streets, bridges and schools called after people: "rue du Dr Roux", "Dr. Kuyperlaan".
import { fold } from './fold.ts'
import { firstNames, lastNames } from './name-lists.ts'

const titles =
  /(?<!\p{L})(?:m\.|(?:mr|mme|mlle|monsieur|madame|mademoiselle|mrs|ms|miss|dr|docteure?|do[ck]tor|dokter|dott|dottor|dottoressa|prof|professeure?|mgr|ma[iî]tre|herrn?|hr|frau|fr|do[nñ]a?|se[ñn]ora?|sra?|srta|sig|signora?|mevrouw|meneer|dhr|mevr|mw)\.?) /giu
const learned = /^(?:dr|doct|dokt|dott|prof)/

const link = "(?:d[ue]|des|de la|de l['’]|del|della|dello|do|da)"
const rank =
  '(?:general|gal|marechal|mal|amiral|colonel|commandant|cdt|capitaine|cne|lieutenant|sergent|president|abbe|pasteur)'
const street =
  'rue|r\\.|av(?:e|enue|da|enida)?\\.?|b(?:oulevar)?d\\.?|blv?d\\.?|pl(?:ace)?\\.?|allees?|all\\.|imp(?:asse)?\\.?|sq(?:uare)?\\.?|ecole|lycee|college|clg|groupe scolaire|gymnase|stade|calle|c/|p(?:la)?za\\.?|paseo|carrer|rua|praca|piazza(?:le)?|p\\.(?:za|le)|viale|v\\.le|largo'
/** In "route Dr Roux" somebody may be on the way; in "route du Dr Roux" nobody is. */
const way =
  'chemin|quai|esplanade|promenade|rond-point|sentier|voie|route|rte\\.?|faubourg|fg|pont|parvis|viaduc|tunnel|camino'
const beforeTitle = new RegExp(`(?:^|[^a-z])(?:(?:${street})(?: ${link})?|(?:${way}) ${link})$`)
const beforeName = new RegExp(
  `(?:^|[^a-z])(?:${street}|${way}) (?:${link} ?)?(?:${rank}|dr|docteur|prof|professeur)\\.?$`,
)
const italianStreet = /(?:^|[,;(–-] ?)Via $/
/** A lady and a lord stand straight behind the road: "square de Mme Roux" is where she lives. */
const ladiesAndLords = /^(?:mme|madame|monsieur|mgr|dona?)\.?$/
const roads =
  /(?:^|[^a-z])(?:rue|av(?:enue)?\.?|b(?:oulevar)?d\.?|quai|ceip|ies|calle|c\/|avda\.?|avenida|rua|piazza)$/

/** "Uylbrug", "Schaepmanlaan": unlike "Verlaan" and "Langestraat", whom such words name as well. */
const glued =
  /^(?!ver|van|ter|ten|op|uit|over|lang|nieu|oud|ho+ge?|lage|gro|korte|dwars|achter|voor|kerk|molen|dorp)[a-z'’-]{3,}(?:brug|bruggen|brucke|straat|strasse|laan|plein|platz|allee|gracht|kade|singel|tunnel|viaduct|sluis|schleuse|schule|school|gymnasium|stadion|ziekenhuis|krankenhaus|klinik|plantsoen|stiftung)$/
/** "Luther-Ring": behind a hyphen these are no family. */
const hyphened = /-(?:str|weg|gasse|ring|damm|ufer|steig|halle|saal|park|preis|turm)$/
const particles = new Set(
  'van von zu vom zum de den der het ten ter del della di da do dos du des la le el al'.split(' '),
)
const initials = /^(?:\p{L}\.-?)+$/u

/** The same text with blanks in their place: whoever else stands in it is there as before. */
export function withoutNamesakePlaces(cell: string): string {
  let rest = cell
  for (const { index, 0: title } of cell.matchAll(titles)) {
    const end = endOfPlace(cell, index, title)
    if (end > 0) rest = rest.slice(0, index) + ' '.repeat(end - index) + rest.slice(end)
  }
  return rest
}

/** "rue du Dr " before "Jean Martin", "avenue du général " before "Charles Martin". */
export function isBeforeNamesake(before: string): boolean {
  return beforeName.test(before)
}

const wordsMax = 5

/** Where the name of the place ends whose title begins at `start`; 0 where somebody is meant. */
function endOfPlace(cell: string, start: number, title: string): number {
  const isStreet = standsBehindStreet(cell.slice(Math.max(0, start - 24), start), fold(title))
  let end = start + title.length
  for (const word of cell.slice(end).split(' ', wordsMax)) {
    end += word.length + 1
    const plain = fold(word).replace(/[^a-z]+$/, '')
    if (isPlaceWord(plain)) return Math.min(end, cell.length)
    const mayGoOn = particles.has(plain) || initials.test(word)
    if (isStreet && !mayGoOn) return Math.min(end, cell.length)
    if (!mayGoOn && !firstNames.has(plain)) return 0
  }
  return 0
}

function standsBehindStreet(before: string, title: string): boolean {
  const folded = fold(before)
  if (!learned.test(title)) return ladiesAndLords.test(title) && roads.test(folded)
  return beforeTitle.test(folded) || (title.startsWith('dott') && italianStreet.test(before))
}

/** "Galenstraat", "Schumann-Ring": a folded word that says itself that it is a place. */
export function isPlaceWord(word: string): boolean {
  return (glued.test(word) || hyphened.test(word)) && !lastNames.has(word)
}

/** Whom streets, schools, stops and airports are called after, all of them dead: two words each. */
const greatNames: ReadonlySet<string> = new Set(
  (
    'victor hugo|jean jaures|marie curie|pierre curie|joliot curie|irene joliot|charles gaulle|general gaulle|jean moulin|jules ferry|louis pasteur|simone veil|simone beauvoir|albert camus|emile zola|paul eluard|georges pompidou|francois mitterrand|georges clemenceau|leon blum|leon gambetta|jean zay|lucie aubrac|louise michel|george sand|marcel pagnol|jacques prevert|antoine saint|saint exupery|jean monnet|robert schuman|aristide briand|mendes france|jules guesde|anatole france|romain rolland|henri barbusse|pierre semard|marcel paul|marcel cachin|gabriel peri|guy moquet|danielle casanova|pierre brossolette|estienne orves|marechal foch|marechal leclerc|general leclerc|marechal joffre|jean mermoz|helene boucher|guy maupassant|gustave flaubert|gustave eiffel|honore balzac|alphonse daudet|alphonse lamartine|jules verne|jules michelet|jules valles|jean racine|jean rostand|jean giono|jean cocteau|jean mace|jean bart|jacques rousseau|denis diderot|rene descartes|blaise pascal|claude bernard|claude monet|claude debussy|henri matisse|auguste renoir|auguste rodin|auguste delaune|auguste comte|paul cezanne|paul langevin|paul bert|paul doumer|paul valery|paul verlaine|arthur rimbaud|charles baudelaire|charles peguy|pierre ronsard|pierre corneille|pierre loti|pierre coubertin|francois rabelais|francois villon|joachim bellay|frederic mistral|frederic chopin|hector berlioz|maurice ravel|georges bizet|georges brassens|georges guynemer|roland garros|edouard herriot|edouard vaillant|edgar quinet|ernest renan|ferdinand buisson|marcelin berthelot|ambroise pare|ambroise croizat|camille claudel|camille desmoulins|edith piaf|leo lagrange|sedar senghor|aime cesaire|olympe gouges|rosa parks|rosa luxemburg|nelson mandela|martin luther|luther king|anne frank|jeanne arc|jeanne hachette|louis aragon|louis bleriot|louis braille|louise labe|raymond poincare|raymond queneau|rene cassin|rene char|vincent auriol|robert desnos|salvador allende|' +
    'george washington|abraham lincoln|thomas jefferson|benjamin franklin|john kennedy|robert kennedy|ronald reagan|theodore roosevelt|franklin roosevelt|walt whitman|betsy ross|john lennon|george best|george bush|florence nightingale|charles darwin|isaac newton|winston churchill|william shakespeare|charles dickens|jane austen|queen victoria|queen elizabeth|king george|alan turing|ada lovelace|rosalind franklin|emmeline pankhurst|horatio nelson|harriet tubman|amelia earhart|neil armstrong|albert einstein|alexander fleming|' +
    'theodor heuss|konrad adenauer|friedrich ebert|willy brandt|albert schweitzer|sophie scholl|geschwister scholl|heinrich heine|heinrich boll|wolfgang goethe|friedrich schiller|robert koch|max planck|kurt schumacher|ludwig erhard|gustav stresemann|gustav heinemann|clara zetkin|clara schumann|karl marx|karl liebknecht|ernst thalmann|ernst reuter|rudolf virchow|rudolf diesel|otto lilienthal|werner siemens|johannes gutenberg|johannes kepler|johannes brahms|sebastian bach|richard wagner|amadeus mozart|immanuel kant|alexander humboldt|wilhelm humboldt|justus liebig|carl benz|carl orff|bertolt brecht|thomas mann|gerhart hauptmann|kathe kollwitz|paul klee|hans sachs|franz schubert|franz liszt|ferenc liszt|josef strauss|edith stein|dietrich bonhoeffer|maximilian kolbe|erich kastner|wilhelm busch|georg buchner|' +
    'giuseppe garibaldi|giuseppe mazzini|giuseppe verdi|giacomo puccini|giacomo leopardi|giacomo matteotti|dante alighieri|galileo galilei|leonardo vinci|marco polo|cristoforo colombo|amerigo vespucci|alessandro manzoni|alessandro volta|guglielmo marconi|antonio gramsci|aldo moro|nazario sauro|cesare battisti|enrico fermi|enrico mattei|enrico berlinguer|giosue carducci|giovanni pascoli|gabriele annunzio|ugo foscolo|torquato tasso|ludovico ariosto|vittorio emanuele|sandro pertini|giovanni falcone|paolo borsellino|maria montessori|don bosco|don minzoni|don milani|' +
    'miguel cervantes|garcia lorca|antonio machado|ramon cajal|lope vega|calderon barca|perez galdos|pablo picasso|pablo neruda|salvador dali|simon bolivar|francisco goya|cristobal colon|hernan cortes|isabel catolica|reyes catolicos|doctor fleming|gregorio maranon|doctor maranon|severo ochoa|clara campoamor|rosalia castro|miguel unamuno|adolfo suarez|' +
    'willem oranje|prins claus|prins bernhard|prins hendrik|prins maurits|koningin wilhelmina|koningin juliana|koningin emma|michiel ruyter|johan witt|piet hein|maarten tromp|jan galen|vincent gogh|jeroen bosch|antoni leeuwenhoek|frans hals|johannes vermeer|joost vondel|rembrandt rijn|hugo groot|christiaan huygens|fryderyk chopin|jozef pilsudski|jan pawel|tadeusz kosciuszko|adam mickiewicz|henryk sienkiewicz'
  ).split('|'),
)

/** "parking jean jaures", "john f. kennedy": one of them stands in a folded cell. */
export function holdsGreatName(folded: string): boolean {
  const words = folded.split(/[^a-z]+/).filter((word) => word.length > 1 && !particles.has(word))
  return words.some((word, at) => at > 0 && greatNames.has(`${words[at - 1]} ${word}`))
}
