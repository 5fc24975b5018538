// `accord classify` on the samples: the shape that others read, and a table for people.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newTestFolder, removeTestFolder } from '../../test/support/folder.ts'
import { programFile } from '../../test/support/program.ts'

type Classify = typeof import('./classify.ts')

/** From the build where there is one: the process that reads the file begins sooner. */
const { command } = (await import(programFile('cli/classify'))) as Classify

async function run(...args: string[]) {
  const out: string[] = []
  const errors: string[] = []
  const code = await command.run(args, {
    stdin: process.stdin,
    stdout: { write: (text: string | Uint8Array) => out.push(String(text)) },
    stderr: { write: (text: string | Uint8Array) => errors.push(String(text)) },
    language: 'fr',
  })
  return { code, out: out.join(''), errors: errors.join('') }
}

test('a file cannot give orders to the terminal it is shown on', async () => {
  const folder = newTestFolder()
  try {
    const file = join(folder, 'orders.csv')
    writeFileSync(file, 'Nom\u001b[31m\u0007;Mobile\nMartin;0639980001\n')
    const { code, out } = await run(file)
    expect(code).toBe(0)
    expect(out).toContain('Nom·[31m·')
    expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
  } finally {
    removeTestFolder(folder)
  }
})

test('numbers alone identify nobody by the rule, and are personal by law all the same', async () => {
  const folder = newTestFolder()
  try {
    const file = join(folder, 'numeros.csv')
    writeFileSync(file, 'Mobile\n0639980001\n0639980002\n')
    const { out, errors } = await run(file)
    expect(errors).toBe('')
    expect(out).toContain('Rien dans ce fichier n’identifie une personne.')
    expect(out).toContain('C’est pourtant une donnée personnelle au sens de la loi (RGPD, art. 4')
    // The shape is promised to whoever reads it: the sentence stands beside it.
    const json = await run(file, '--json')
    expect(JSON.parse(json.out).verdict).toBe('not_personal')
    expect(json.errors).toContain('donnée personnelle au sens de la loi')
  } finally {
    removeTestFolder(folder)
  }
})

test('prints JSON alone, in the shape that is promised', async () => {
  const { code, out, errors } = await run('samples/boutique.csv', '--json')
  expect({ code, errors }).toEqual({ code: 0, errors: '' })
  const found = JSON.parse(out)
  expect(Object.keys(found)).toEqual(['columns', 'verdict', 'row_verdicts'])
  expect(Object.keys(found.columns[0])).toEqual(['header', 'class', 'type', 'evidence'])
  expect(found.verdict).toBe('personal_by_itself')
  expect(found.row_verdicts).toMatch(/^S{220}$/)
  const types = found.columns.map((column: { type: string }) => column.type)
  expect(types).toEqual([
    'civility',
    'last_name',
    'first_name',
    'phone',
    'email',
    'postal_code',
    'city',
    'consent',
    'consent_date',
    'consent_source',
    'consent_wording',
    'date',
    'free_text',
  ])
})

test('a row of empty cells has its letter and is told apart; a line without cells is no row', async () => {
  const folder = newTestFolder()
  try {
    const file = join(folder, 'gaps.csv')
    const lines = ['Nom;Mobile', 'Anne Exemple;0639980001', ';', '', ' ; ', ';0639980002', '"";""']
    writeFileSync(file, `${lines.join('\n')}\n\n`)
    const { out } = await run(file, '--json')
    expect(JSON.parse(out).row_verdicts).toBe('SNNNN')
    const told = (await run(file)).out
    expect(told).toContain('5 fiches : 1 personnelles à elles seules (S), 0 par recoupement (C), 4')
    expect(told).toContain('Dont lignes vides : 3.')
  } finally {
    removeTestFolder(folder)
  }
})

test('finds illness and social-security numbers in a spreadsheet', async () => {
  const { columns } = JSON.parse((await run('samples/cabinet.xlsx', '--json')).out)
  const classes = columns.map((column: { class: string; type: string }) => [
    column.type,
    column.class,
  ])
  expect(classes.slice(0, 5)).toEqual([
    ['name', 'direct'],
    ['birth_date', 'linkable'],
    ['nir', 'direct'],
    ['phone', 'linkable'],
    ['health', 'special'],
  ])
})

test('shows people a table with its evidence', async () => {
  const { out } = await run('samples/ecole.csv')
  expect(out).toContain('numéro INE')
  expect(out).toContain('160 fiches')
})

test('says what to do about a file that is not there', async () => {
  await expect(run('samples/absent.csv')).rejects.toMatchObject({ code: 'intake.file_not_found' })
  expect((await run()).code).toBe(2)
})
