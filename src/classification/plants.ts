// Plants that gardens sell by the name of a person: "Rosier Pierre de Ronsard",
// "Dahlia Thomas Edison".
import { fold } from './fold.ts'
import { firstNames } from './name-lists.ts'
import { latePattern } from './patterns.ts'

const plant = latePattern('begins_as_plant')
/** Flowers that people are called after, and that are called after people. */
const plantOrName = latePattern('begins_as_flower_or_name')

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
