// "Shameful, my bin was not emptied": what is badly done is complained of, and no message.

import { dictionaryOf, stems } from './dictionary.ts'
import { isEverydayThing } from './everyday-things.ts'
import { latePattern } from './late-pattern.ts'
import { ideasOf } from './overheard.ts'

/** Who serves, where, and what with, besides the things of every day; `%` ends a stem. */
const served = dictionaryOf({
  served:
    'bezorger%|koerier%|couriers?|livreurs?|coursiers?|facteur%|boten?|kurier%|zusteller%|postbot%|repartidor%|cartero%|mensajero%|corrier[ei]|fattorin[oi]|postin[oi]|postbode%|postman|neighbou?rs?|voisins?|nachbarn?|vecin[oa]s?|vicin[oi]|buren|noise|bruit|larm|ruido|rumore|lawaai|dogs?|chiens?|hunde?|perros?|can[ei]|honden?|fiets|velo|bike|fahrrad|bici|bicicleta|bicicletta|lunettes|glasses|brille|gafas|occhiali|bril|chaussur%|shoes|schuhe|zapatos|scarpe|schoenen|protes%|prothese%|horgerat|audifonos?|bus|buses|busse|autobus|train|trains|zug|zuge|tren|trenes|treno|treni|trein%|tram|metro|drivers?|chauffeurs?|fahrer|conductor|autista|bedienung|waiters?|waitress|serveu%|camarer[oa]|cameriere|ober|staff|personal|personnel|personeel|plat|plats|dish|gericht|plato|piatto|schotel|frikandel%|kroket%|kebab|schnitzel|pizza|pizzas|burgers?|frites|pommes|menage|proprete|cleanliness|sauberkeit|escaliers?|stairs|treppe%|toilet%|vestiaires?|changing|umkleide%|vestuarios?|spogliatoi[o]?|kleedkamers?|parc|park|parque|parco|waiting|wartezimmer|warteschlange|attente|wachtkamer|wachtrij|cola|fila|queue|paire|pair|repas|bestellung|commande|orders?|pedido|ordine|bestelling|livraison|lieferung|delivery|rue|street|strasse|calle|strada|straat|hopital|hospital|krankenhaus|ospedale|ziekenhuis|piscine|pool|schwimmbad|piscina|zwembad|playground%|parcheggi%|parkplatz|spielplatz|speeltuin|trottoir|pavement|gehweg|acera|marciapiede|stoep|room|zimmer|habitacion|camera|kamer|haircut|coupe|frisur|corte|taglio|kapsel',
})

/** Who serves, what with, and what they leave behind. */
export const isServed = (word: string): boolean => served(word).length > 0

const shame = latePattern(
  ` (?:${stems(
    'honteu%|scandal%|inadmissible|inacceptable|lamentable|pitoyable|nul|nulle|disgrace%|disgusting|shame%|outrageous|unacceptable|ridiculous|rubbish|useless|pathetic|unverschamt%|frechheit|schande|skandal%|unmoglich|verguenza|vergonzos%|inaceptable|vergogn%|schifo|schifoso|indecente|inaccettabile|schandalig|schande|belachelijk|waardeloos|ongelofelijk|schon wieder|alweer|otra vez|(?:nooit|nie|noch nie|jamais|never|nunca|mai)(?: meer| wieder)? (?:[a-z]+ ){0,3}(?:zo n|zulke|so ein%|so schlecht%|aussi|such|tan|cosi)',
  )})(?= )`,
  'g',
)

const ofOurs = new Set(
  'mesage number list send receive consent remove cease peace law threat bother refuse'.split(' '),
)

/** A reply's words without the shame of something that is served or repaired. */
export function withoutShame(sentence: string): string {
  if (sentence.search(shame) < 0) return sentence
  const words = sentence.replace(shame, ' _').split(' ')
  const isOfThing = words.some((word) => isEverydayThing(word) || served(word).length > 0)
  const isOfOurs = words.some((word) => ideasOf(word).some((idea) => ofOurs.has(idea)))
  return isOfThing && !isOfOurs ? words.join(' ') : sentence
}
