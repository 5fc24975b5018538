// ZIP archives and workbooks by hand, so that tests can make what no library would write.
import { deflateRawSync } from 'node:zlib'

export type Part = { name: string; text: string | Buffer }

export function zip(parts: readonly Part[]): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, text } of parts) {
    const plain = Buffer.from(text)
    const packed = deflateRawSync(plain)
    const label = Buffer.from(name)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(plain.length, 22)
    head.writeUInt16LE(label.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(plain.length, 24)
    entry.writeUInt16LE(label.length, 28)
    entry.writeUInt32LE(offset, 42)
    local.push(head, label, packed)
    central.push(entry, label)
    offset += head.length + label.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, end])
}

export function workbook(sheets: Readonly<Record<string, string>>, styles = ''): Part[] {
  const names = Object.keys(sheets)
  const rels = names.map((_, n) => `<Relationship Id="r${n}" Target="worksheets/sheet${n}.xml"/>`)
  const list = names.map((name, n) => `<sheet name="${name}" sheetId="${n + 1}" r:id="r${n}"/>`)
  return [
    {
      name: 'xl/workbook.xml',
      text: `<workbook xmlns:r="x"><sheets>${list.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', text: `<Relationships>${rels.join('')}</Relationships>` },
    ...(styles === '' ? [] : [{ name: 'xl/styles.xml', text: styles }]),
    ...names.map((name, n) => ({
      name: `xl/worksheets/sheet${n}.xml`,
      text: `<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`,
    })),
  ]
}

export const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
export const row = (...cells: string[]) => `<row>${cells.join('')}</row>`
