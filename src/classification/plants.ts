// Plants that gardens sell by the name of a person: "Rosier Pierre de Ronsard", "Dahlia Thomas Edison".
import { fold } from './fold.ts'
import { firstNames } from './name-lists.ts'

const roses =
  'rosiers?|rosal(?:es)?|rosai[oa]|rosaler|(?:strauch|kletter|beet|edel|stamm|rambler|bodendecker)rosen?|rosenstock|(?:klim|struik|stam|tros|park)ro(?:os|zen)'
const flowers =
  '[ck]l[eé]m[aá]ti(?:tes?|s|des?)|dahli(?:en|as|e)|dalias?|pivoines?|peon(?:y|ies|ia|ias|ie)|paeonia|pfingstrosen?|pioen(?:roos|en|rozen)?|kamelien?|hydrangeas?|hortensi(?:as|en|e|a)|lilas|flieder|seringen?|syringa|lila comune|lilla|rhododendrons?|rododendr(?:on|o)s?|azal[eé](?:es?|as?|en|ee)|pelargonium|pelargonie|geraniums?|g[eé]raniums?|geranio|fuchsias?|fucsia|tulipes?|tulips?|tulp(?:en?)?|tulipan(?:es|i|o)?|tulipán|narcisses?|narzisse|narcis|daffodil|magnolias?|camellias?|cam[eé]lias?|lavandes?|lavandula|lavendel|lavender|lavanda|iris germanica|h[eé]m[eé]rocalle|hemerocallis|taglilie|daylily|philadelphus|photinia|buddleia|weigelia|spir[eé]e|glycine|wisteria|glicine|pommiers?|poiriers?|cerisiers?|pruniers?|apfelbaum|birnbaum|kirschbaum|manzano|peral|cerezo|ciliegio|melo|appelboom|perenboom|kersenboom|menthe|thym|buis|chrysanth[eè]mes?|chrysanthemum|chrysantheme|crisantemo|phlox|delphinium|aster|heuchera|hosta'
/** Flowers that people are called after, and that are called after people. */
const alsoNames = 'ros[ae]s?|roos|rosen|rozen|dahlia|iris|camelia|camellia|lila|viola'

/** For a pattern that ignores capitals: the plant that stands before the name of its kind. */
export const plantWord = `(?:${roses}|${flowers}|${alsoNames})`
/** "Hydrangea paniculata": what stands between a plant and its name. */
export const speciesWord =
  '(?:paniculata|macrophylla|arborescens|montana|lactiflora|suffruticosa|vulgaris|japonica|viticella)'

const begins = (words: string) => new RegExp(`^(?:${words}) .*[\\p{L}'’"]{2}`, 'iu')
const plant = begins(`${roses}|${flowers}`)
const plantOrName = begins(alsoNames)

/**
 * Whether so many cells begin with a plant that the others are plants as well. Nobody lists only
 * women called Rosa; of such names all cells must be, and of plants alone a few different ones.
 */
export function arePlants(cells: readonly string[]): boolean {
  const first = (cell: string) => cell.slice(0, cell.indexOf(' ')).toLowerCase()
  // "Rosier Jean", "Tulp Jan": families are called so too.
  const isFamily = (cell: string) => firstNames.has(fold(cell.slice(cell.indexOf(' ') + 1)))
  const sure = cells.filter((cell) => plant.test(cell) && !isFamily(cell))
  const maybe = cells.filter((cell) => plantOrName.test(cell))
  const all = sure.length + maybe.length
  if (all >= 3 && all >= cells.length * 0.8) return true
  return new Set(sure.map(first)).size >= 2 && all >= cells.length * 0.25
}
