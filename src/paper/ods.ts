// A workbook as OpenDocument spreadsheet (OASIS ODF 1.3): three XML parts and a ZIP of them.
import { strToU8, type Zippable, zipSync } from 'fflate'
import type { Cell, Sheet, Workbook } from './workbook.ts'

export const odsMediaType = 'application/vnd.oasis.opendocument.spreadsheet'

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
const namespaces = [
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'office:version="1.3"',
].join(' ')

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** What XML 1.0 does not know is left out, halves of characters too: a name may hold anything. */
const unknown = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu
const xml = (text: string): string =>
  text.replace(unknown, '').replace(/[&<>"]/g, (character) => escapes[character] ?? '')

const columnWidth = '7cm'
const columnsMax = 12

const cellProperties = 'fo:wrap-option="wrap" style:vertical-align="top"'
const styles = [
  '<office:automatic-styles>',
  '<style:style style:name="wide" style:family="table-column">',
  `<style:table-column-properties style:column-width="${columnWidth}"/></style:style>`,
  '<style:style style:name="cell" style:family="table-cell">',
  `<style:table-cell-properties ${cellProperties}/></style:style>`,
  '<style:style style:name="heading" style:family="table-cell">',
  `<style:table-cell-properties ${cellProperties} fo:background-color="#e8edf3"/>`,
  '<style:text-properties fo:font-weight="bold"/></style:style>',
  '</office:automatic-styles>',
].join('')

function cellXml({ text, isHeading, number }: Cell): string {
  const style = isHeading ? 'heading' : 'cell'
  const paragraphs = text.split('\n').map((line) => `<text:p>${xml(line)}</text:p>`)
  const type = number === undefined ? '"string"' : `"float" office:value="${number}"`
  return `<table:table-cell table:style-name="${style}" office:value-type=${type}>${paragraphs.join('')}</table:table-cell>`
}

/** A row without a cell is none. */
const rowXml = (cells: readonly Cell[]): string =>
  `<table:table-row>${cells.map(cellXml).join('') || '<table:table-cell/>'}</table:table-row>`

/** The signs that a spreadsheet refuses in the name of a sheet. */
const sheetName = (name: string): string => xml(name.replace(/[[\]*?:/\\']/g, ' ').slice(0, 31))

const sheetXml = ({ name, rows }: Sheet): string =>
  `<table:table table:name="${sheetName(name)}"><table:table-column table:style-name="wide" table:number-columns-repeated="${columnsMax}"/>${rows.map(rowXml).join('\n')}</table:table>`

function contentXml({ sheets, title, note }: Workbook): string {
  const named = sheets.map((sheet, index) =>
    index === 0
      ? {
          ...sheet,
          rows: [
            [{ text: title, isHeading: true }],
            [{ text: note, isHeading: false }],
            [],
            ...sheet.rows,
          ],
        }
      : sheet,
  )
  return `${declaration}<office:document-content ${namespaces}>${styles}<office:body><office:spreadsheet>${named.map(sheetXml).join('\n')}</office:spreadsheet></office:body></office:document-content>`
}

const metaXml = ({ title }: Workbook): string =>
  `${declaration}<office:document-meta ${namespaces}><office:meta><meta:generator>Accord</meta:generator><dc:title>${xml(title)}</dc:title></office:meta></office:document-meta>`

const manifestXml = [
  `${declaration}<manifest:manifest manifest:version="1.3"`,
  ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">',
  '<manifest:file-entry manifest:full-path="/" manifest:version="1.3"',
  ` manifest:media-type="${odsMediaType}"/>`,
  ...['content.xml', 'meta.xml'].map(
    (path) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="text/xml"/>`,
  ),
  '</manifest:manifest>',
].join('')

/** The oldest day that a ZIP can name: the same register makes the same octets. */
const mtime = new Date('1980-01-01T12:00:00')

/** The kind of file comes first and uncompressed, so that it can be told by its first octets. */
export function odsOf(workbook: Workbook): Uint8Array {
  const parts: Zippable = {
    mimetype: [strToU8(odsMediaType), { level: 0, mtime }],
    'content.xml': [strToU8(contentXml(workbook)), { mtime }],
    'meta.xml': [strToU8(metaXml(workbook)), { mtime }],
    'META-INF/manifest.xml': [strToU8(manifestXml), { mtime }],
  }
  return zipSync(parts)
}
