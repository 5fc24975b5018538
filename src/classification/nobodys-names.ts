// Streets, brands and codes of schools: named after people or numbered like them, and nobody's.
import { byNeighbours, type Column } from './column-neighbours.ts'
import { classOfType } from './types-of-data.ts'

const bodies =
  'centro|colegio|instituto|etablissement|ecole|college|lycee|school|schule|dienststelle|scuola|istituto|plesso|instelling|ente|entidad|organismo|collectivite|mairie|commune|municipio|gemeinde|gemeente|comune|magasin|boutique|store|shop|tienda|negozio|winkel|filiale|agence|branch|sucursal|depot|entrepot|warehouse|almacen|magazzino|magazijn|lager|station|gare|bahnhof|estacion|stazione'
/** "COD_CENTRO", "Schulnummer", "code établissement": whose number it is stands in the title. */
const codeOfBody = new RegExp(
  `^(?:cod|code|codigo|codice|kode|id|n|nr|num|numero|number|kennziffer|nummer)(?: (?:d[eiu]l?|de la|of))?(?: l)? (?:${bodies})$|^(?:${bodies}) (?:code|id|n|nr|no|number|nummer|num)$`,
)
const streetTitle =
  /^(?:nom |name |naam |nombre )?(?:de (?:la )?|d |der )?(?:rue|voie|street|strasse|str|straat|calle|via|odonyme|straatnaam|strassenname|streetname|street name)$/

/** Numbers that pass a key by chance, and streets that bear a doctor's name. */
export function ofBodiesAndStreets(columns: Column[]) {
  for (const column of columns) {
    const { decision, words } = column
    const isNumber = classOfType[decision.type] === 'direct'
    if (isNumber && codeOfBody.test(words)) column.decision = byNeighbours('identifier')
    if (streetTitle.test(words) && classOfType[decision.type] !== 'direct') column.namesakes = true
  }
}

const brandSign = /[®™]/
const isBranded = (cell: string) => brandSign.test(cell)

/** "Catherine Deneuve®": where one cell in five is a trade mark, the others are goods as well. */
export function ofBrands(columns: Column[], rows: readonly (readonly string[])[]) {
  for (const [index, column] of columns.entries()) {
    const cells = rows.map((row) => row[index] ?? '').filter((cell) => cell !== '')
    const branded = cells.filter(isBranded).length
    if (branded === 0 || branded * 5 < cells.length) continue
    column.decision = byNeighbours('product')
    column.namesakes = true
  }
}
