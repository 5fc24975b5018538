// The law of imports: the rooms stand in one line, and imports go left, through the door.
import { readdirSync, readFileSync } from 'node:fs'
import { posix, sep } from 'node:path'

/** The rooms in one line. */
// biome-ignore format: a line of rooms reads as a line
export const line = [
  'kernel', 'words',
  'wire', 'ledger', 'countries', 'classification',
  'observability', 'storage', 'vault', 'audit', 'jobs', 'files', 'http',
  'accounts', 'billing', 'governance', 'contacts', 'consent', 'receipts', 'sensitive',
  'intake',
  'routing', 'sending', 'preferences', 'campaigns', 'webhooks', 'privacy',
  'compat', 'sandbox', 'web', 'app', 'cli',
] as const
export type Room = (typeof line)[number]

const between = (first: Room, last: Room) => line.slice(line.indexOf(first), line.indexOf(last) + 1)
/** No packages and no node: modules, so that these also run in a browser or in an audit tool. */
export const pureRooms: readonly Room[] = between('kernel', 'classification')
const knowledge: readonly Room[] = between('wire', 'classification')
const machinery: readonly Room[] = ['words', ...between('observability', 'http')]
export const business: readonly Room[] = between('accounts', 'privacy')

/** Packages that a pure room may use: data and validators, each with its line in dependencies.md. */
export const pureRoomPackages: Partial<Record<Room, readonly string[]>> = {
  countries: ['libphonenumber-js'],
  classification: ['stdnum', 'ibantools'],
}

/** Every permitted edge besides kernel. A new edge is a line in a diff, so somebody says yes to it. */
export const mayImport: Record<Room, readonly Room[]> = {
  kernel: [],
  words: [],
  wire: [],
  ledger: [],
  countries: ['words'],
  classification: ['words', 'countries'],
  observability: [],
  storage: ['observability'],
  vault: ['storage', 'observability'],
  audit: ['words', 'ledger', 'storage', 'vault'],
  jobs: ['observability', 'storage'],
  files: ['words', 'storage'],
  http: ['words', 'observability'],
  accounts: machinery,
  billing: [...machinery, 'accounts'],
  governance: [...machinery, 'accounts'],
  contacts: [...machinery, ...knowledge, 'accounts'],
  consent: [...machinery, ...knowledge, 'accounts', 'contacts'],
  receipts: [...machinery, ...knowledge, 'accounts', 'contacts', 'consent'],
  sensitive: [...machinery, ...knowledge, 'accounts', 'contacts', 'consent'],
  intake: [...machinery, ...knowledge, 'accounts', 'contacts', 'consent', 'sensitive'],
  routing: [...machinery, 'wire', 'countries', 'accounts', 'billing', 'governance'],
  sending: [...machinery, ...knowledge, 'accounts', 'billing', 'contacts', 'consent', 'routing'],
  preferences: [
    ...machinery,
    ...knowledge,
    'accounts',
    'contacts',
    'consent',
    'receipts',
    'sending',
  ],
  campaigns: [
    ...machinery,
    ...knowledge,
    ...between('accounts', 'billing'),
    'contacts',
    'consent',
    'routing',
    'sending',
  ],
  webhooks: [...machinery, 'accounts'],
  privacy: [...machinery, 'accounts', 'contacts', 'consent'],
  compat: ['storage', 'http', 'words', ...business],
  sandbox: ['wire', 'observability'],
  web: ['words', ...knowledge, ...business],
  app: [...line.slice(0, line.indexOf('web'))],
  cli: ['words', ...knowledge, 'app', ...business],
}

const importPattern =
  /\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]/gm

/** What is wrong in the tree under `root`, one sentence each; empty when nothing is. */
export function breaches(root: string): string[] {
  const found: string[] = []
  for (const room of line) {
    for (const target of mayImport[room]) {
      if (line.indexOf(target) >= line.indexOf(room) && target !== room) {
        found.push(`law: ${room} -> ${target} does not go left`)
      }
    }
  }
  for (const file of sourceFiles(root)) {
    const from = file.split('/')[0] as Room
    if (!line.includes(from)) found.push(`${file}: '${from}' is not a room`)
    else for (const target of importsOf(root, file)) found.push(...judge(file, from, target))
  }
  return found
}

function judge(file: string, from: Room, target: string): string[] {
  const isTest = /\.test\.tsx?$/.test(file)
  // A contract that grew has parts beside it: `contract-words.ts`. They obey as it does.
  const isContract = /\/contract(?:-\w+)?\.ts$/.test(file)
  if (!target.startsWith('.')) return judgePackage({ file, from, target, isTest, isContract })
  const path = posix.join(posix.dirname(file), target)
  if (path.startsWith('../test/support/')) {
    return isTest ? [] : [`${file}: only tests may import ${path}`]
  }
  if (path.startsWith('../')) return [`${file}: ${path} is outside src`]
  const to = path.split('/')[0] as Room
  const door = path.slice(to.length + 1)
  const isPart = to === from && /^contract-\w+\.ts$/.test(door)
  if (isContract && door !== 'contract.ts' && !isPart && !pureRooms.includes(to)) {
    return [`${file}: a contract may import only contracts and pure rooms, not ${path}`]
  }
  if (to === from) return []
  if (to !== 'kernel' && !mayImport[from].includes(to)) {
    return [`${file}: '${from}' may not import '${to}'; imports go left`]
  }
  const contractOnly = (from === 'web' || from === 'cli') && business.includes(to)
  const doors = contractOnly ? ['contract.ts'] : ['index.ts', 'contract.ts']
  if (doors.includes(door)) return []
  return [`${file}: enter '${to}' by ${doors.join(' or ')}, not ${door}`]
}

type PackageImport = {
  file: string
  from: Room
  target: string
  isTest: boolean
  isContract: boolean
}

function judgePackage({ file, from, target, isTest, isContract }: PackageImport): string[] {
  if (isContract && target !== 'zod') return [`${file}: a contract may import no package but zod`]
  if (!pureRooms.includes(from) || isTest) return []
  const allowed = pureRoomPackages[from] ?? []
  if (allowed.some((name) => target === name || target.startsWith(`${name}/`))) return []
  return [`${file}: pure room '${from}' may not import '${target}'`]
}

export function importsOf(root: string, file: string): string[] {
  const text = readFileSync(`${root}/${file}`, 'utf8')
  return [...text.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

export function sourceFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => /\.tsx?$/.test(path))
    .sort()
}
