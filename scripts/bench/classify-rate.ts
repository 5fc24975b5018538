// How many records a second `accord classify` judges, every cell counted, beside a bare reading.
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { classifyFile } from '../../src/app/reading/classify-file.ts'

export type ClassifyRate = {
  rows: number
  /** By the processor's time, columns typed and a letter kept for each record. */
  perSecond: number
  /** Records a second that are read, decoded and cut at their delimiters, and nothing else. */
  reference: number
  /** Records in which an identifier was planted in a note: one in 100,000. */
  planted: number
  found: number
}

const goods = ['Chaise', 'Table', 'Lampe', 'Étagère', 'Tapis']
const remarks = ['', 'RAS', 'livrée le 12/03/2024', 'à rappeler en mai', 'rayon 12, palette 3']
const every = 100_000
const rounds = 3

/** Ten columns about things: nothing but the planted notes identifies anybody. */
function lineOf(index: number): string {
  const note =
    index % every === every - 1
      ? 'n° sécu 2 95 10 99 126 111 93'
      : `${remarks[index % remarks.length]} ${index % 9_973}`
  const price = `${index % 500},${String(index % 100).padStart(2, '0')}`
  return [
    index,
    `${goods[index % goods.length]} modèle ${index % 700}`,
    `REF-${index}`,
    String(3_017_620_000_000 + index),
    price,
    index % 40,
    'Maison',
    'Meubles du Port SARL',
    `2024-0${(index % 9) + 1}-12`,
    note,
  ].join(';')
}

async function write(path: string, rows: number): Promise<void> {
  const stream = createWriteStream(path)
  stream.write('id;produit;référence;EAN;prix;stock;rayon;fournisseur;date maj;note\n')
  for (let from = 0; from < rows; from += 5_000) {
    const count = Math.min(5_000, rows - from)
    const lines = Array.from({ length: count }, (_, at) => lineOf(from + at))
    if (!stream.write(`${lines.join('\n')}\n`)) {
      await once(stream, 'drain')
    }
  }
  stream.end()
  await finished(stream)
}

async function readBarely(path: string): Promise<number> {
  let cells = 0
  let rest = ''
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 262_144 })) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) cells += line.split(';').length
  }
  return cells
}

async function perSecond(rows: number, work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const used = process.cpuUsage(before)
  return rows / ((used.user + used.system) / 1e6)
}

const middle = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Both in turn; the middle of three rounds. `folder` is emptied by whoever made it. */
export async function classifyRate(folder: string, rows: number): Promise<ClassifyRate> {
  const path = join(folder, 'classify.csv')
  await write(path, rows)
  const ours: number[] = []
  const bare: number[] = []
  let found = 0
  for (let round = 0; round < rounds; round += 1) {
    ours.push(
      await perSecond(rows, async () => {
        found = (await classifyFile(path, null)).rowCounts.S
      }),
    )
    bare.push(await perSecond(rows, () => readBarely(path)))
  }
  const planted = Math.floor(rows / every)
  return { rows, perSecond: middle(ours), reference: middle(bare), planted, found }
}
