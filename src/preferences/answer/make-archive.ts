// Packs an answer into one ZIP: to read, for programs, proofs with the program that checks them.
import { buffer } from 'node:stream/consumers'
import { makeZip } from 'client-zip'
import type { Language } from '../../kernel/index.ts'
import { pdfOf, readPage } from '../../paper/index.ts'
import { answerWords } from '../../words/index.ts'
import { answerHtml, waitingLine } from './answer-html.ts'
import { answerJson } from './answer-json.ts'
import type { PersonAnswer } from './gather-answer.ts'
import { portableCsv } from './portable-csv.ts'

/** Signs of a page that becomes a PDF, some 1,000 sheets; more rows than that nobody prints. */
const printedMax = 3_000_000

export async function makeArchive(
  answer: PersonAnswer,
  { language, verifier }: { language: Language; verifier: Buffer },
): Promise<Buffer> {
  const page = answerHtml(answer, language)
  const printed = page.length <= printedMax ? page : answerHtml(answer, language, false)
  const pdf = pdfOf(readPage(printed), answer.copy.madeAt)
  const files: { name: string; input: string | Buffer | AsyncIterable<Buffer> }[] = [
    { name: 'answer.html', input: page },
    { name: 'answer.pdf', input: pdf },
    { name: 'answer.json', input: answerJson(answer, language) },
    { name: 'receipts.json', input: JSON.stringify(answer.receipts, null, 2) },
    { name: 'contact.csv', input: portableCsv(answer, language) },
    { name: 'README.txt', input: readmeOf(answer, language) },
    ...proofFiles(answer, verifier),
  ]
  const lastModified = new Date(answer.copy.madeAt)
  const dated = files.map((one) => ({ ...one, lastModified }))
  return buffer(makeZip(dated) as unknown as AsyncIterable<Uint8Array>)
}

function readmeOf({ proofs }: PersonAnswer, language: Language): string {
  const { readme, proofs: words } = answerWords[language]
  const without = proofs.isDamaged ? words.damaged : words.none
  const parts = proofs.files.length === 0 ? [without] : [words.files, words.check]
  return `${[readme, ...parts, ...waitingLine(proofs, language)].join('\n\n')}\n`
}

/** The person's own entries, and beside them the program that checks them. */
function proofFiles({ proofs }: PersonAnswer, verifier: Buffer) {
  if (proofs.files.length === 0) return []
  const files = proofs.files.map(({ path, bytes }) => ({
    name: `ledger/${path}`,
    input: Buffer.from(bytes),
  }))
  return [{ name: 'verify.mjs', input: verifier }, ...files]
}
