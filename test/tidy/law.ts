// The law of imports: the rooms stand in one line, and imports go left, through the door.
import { readdirSync, readFileSync } from 'node:fs'
import { posix, sep } from 'node:path'

/** The rooms in one line. */
// biome-ignore format: a line of rooms reads as a line
export const line = [
  'kernel', 'words',
  'wire', 'ledger', 'countries', 'classification',
  'observability', 'storage', 'vault', 'audit', 'jobs', 'files', 'paper', 'outgoing', 'http',
  'accounts', 'notifications', 'webhooks', 'backup', 'retention', 'links', 'billing', 'governance', 'contacts',
  'consent', 'receipts', 'sensitive', 'intake',
  'routing', 'sending', 'preferences', 'campaigns', 'privacy', 'disclosure', 'overview', 'checkup',
  'accountability',
  'compat', 'sandbox', 'web', 'app', 'cli',
] as const
export type Room = (typeof line)[number]

const between = (first: Room, last: Room) => line.slice(line.indexOf(first), line.indexOf(last) + 1)
/** No packages and no node: modules, so that these also run in a browser or in an audit tool. */
export const pureRooms: readonly Room[] = between('kernel', 'classification')
const knowledge: readonly Room[] = between('wire', 'classification')
const machinery: readonly Room[] = ['words', ...between('observability', 'http')]
export const business: readonly Room[] = between('accounts', 'accountability')

/**
 * Packages that a pure room may use: data and validators, each with its line in dependencies.md.
 */
export const pureRoomPackages: Partial<Record<Room, readonly string[]>> = {
  countries: ['libphonenumber-js'],
  classification: ['stdnum', 'ibantools'],
}

/**
 * Every permitted edge besides kernel. A new edge is a line in a diff, so somebody says yes to it.
 */
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
  paper: ['words'],
  outgoing: [],
  http: ['words', 'observability'],
  accounts: machinery,
  notifications: [...machinery, 'accounts'],
  webhooks: [...machinery, 'accounts', 'notifications'],
  backup: [...machinery, 'accounts', 'notifications'],
  retention: [...machinery, 'countries', 'accounts'],
  links: [...machinery, 'accounts'],
  billing: [...machinery, 'accounts'],
  governance: [...machinery, 'countries', 'accounts', 'notifications'],
  contacts: [...machinery, ...knowledge, 'accounts'],
  consent: [...machinery, ...knowledge, 'accounts', 'notifications', 'webhooks', 'contacts'],
  receipts: [...machinery, ...knowledge, 'accounts', 'contacts', 'consent'],
  sensitive: [...machinery, ...knowledge, 'accounts', 'contacts', 'consent'],
  intake: [
    ...machinery,
    ...knowledge,
    'accounts',
    'notifications',
    'webhooks',
    'retention',
    'contacts',
    'consent',
    'sensitive',
  ],
  routing: [
    ...machinery,
    'wire',
    'countries',
    'accounts',
    'notifications',
    'billing',
    'governance',
  ],
  sending: [
    ...machinery,
    ...knowledge,
    ...between('accounts', 'billing'),
    'contacts',
    'consent',
    'routing',
  ],
  preferences: [
    ...machinery,
    ...knowledge,
    'accounts',
    'notifications',
    'contacts',
    'consent',
    'receipts',
    'webhooks',
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
  privacy: [...machinery, 'ledger', ...between('accounts', 'webhooks'), 'contacts', 'consent'],
  disclosure: [
    ...machinery,
    'countries',
    'classification',
    'accounts',
    'notifications',
    'webhooks',
    'retention',
    'governance',
    'contacts',
    'consent',
    'sensitive',
    'intake',
    'routing',
    'sending',
    'preferences',
    'campaigns',
  ],
  overview: [
    ...machinery,
    'countries',
    'accounts',
    'notifications',
    'contacts',
    'consent',
    'routing',
    'sending',
    'preferences',
    'campaigns',
  ],
  checkup: [...machinery, 'accounts', 'notifications', 'retention', 'governance', 'routing'],
  accountability: [
    ...machinery,
    'countries',
    'accounts',
    'notifications',
    'sensitive',
    'disclosure',
    'checkup',
  ],
  compat: ['storage', 'http', 'words', ...business],
  sandbox: ['wire', 'observability'],
  web: ['words', ...knowledge, ...business],
  app: [...line.slice(0, line.indexOf('web'))],
  cli: ['words', ...knowledge, 'app', ...business],
}

/**
 * Of a large room, its folders in one line: one imports from those on its left. `.` stands for the
 * files of the room's own level. These may import what is to the left of `.`; a folder may import
 * those of them that rest on nothing but folders to its own left.
 */
// biome-ignore format: a line of folders reads as a line
export const inside: Partial<Record<Room, readonly string[]>> = {
  storage: ['wire', 'embedded', '.', 'installation', 'copies'],
  http: ['body', 'answers', 'openapi', '.'],
  contacts: ['custom-fields', 'status', 'lists', 'segments', 'rights', 'held', 'journal', '.'],
  consent: ['store', 'ledger', 'wording', 'gate', 'revoke', 'record', 'lifecycle', 'http', '.'],
  intake: ['reading', 'mapping', 'analyse', 'run', 'after', '.'],
  sending: ['store', 'gate', 'outcome', 'view', 'accept', 'replies', 'retention', 'dispatch', '.'],
  campaigns: ['told', 'picked', 'approvals', 'templates', 'bill', 'trials', '.', 'asking', 'moving', 'moderation', 'recurring', 'watch', 'results'],
  checkup: ['checks', 'measure', '.'],
  disclosure: ['facts', 'notice', 'register', 'breaches', '.'],
  accountability: ['impact', 'training', 'reviews', '.'],
  app: ['api', 'answer', 'threads', 'reading', 'journal', 'webhooks', '.', 'programs', 'reference'],
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
    if (from === 'web') found.push(...loadedBy(root, file))
  }
  for (const [room, folders] of Object.entries(inside)) found.push(...within(root, room, folders))
  return found
}

/**
 * A screen takes the types of routes and nothing else of them: their schemas would be loaded by
 * every browser.
 */
function loadedBy(root: string, file: string): string[] {
  const text = readFileSync(`${root}/${file}`, 'utf8')
  return [
    ...text.matchAll(/^(?:import|export) (?!type\b)[^'"]*['"]([^'"]+contract-api\.ts)['"]/gm),
  ].map(([, target]) => `${file}: import only types of ${target}`)
}

const isTestFile = (file: string) => /\.test\.tsx?$/.test(file)

/** What is wrong between the folders of one room; a test may look into all of them. */
function within(root: string, room: string, folders: readonly string[]): string[] {
  const found: string[] = []
  const own = sourceFiles(root).filter((file) => file.startsWith(`${room}/`) && !isTestFile(file))
  const folderOf = (file: string) => {
    const [, first = '', ...rest] = file.split('/')
    return rest.length === 0 ? '.' : first
  }
  const targetsOf = (file: string) =>
    importsOf(root, file)
      .filter((target) => target.startsWith('.'))
      .map((target) => posix.join(posix.dirname(file), target))
      .filter((target) => target.startsWith(`${room}/`))
  const level = folders.indexOf('.')
  /** The rightmost folder that a file of the room's own level rests on, by itself or by another. */
  const ranks = new Map<string, number>()
  const rankOf = (file: string): number => {
    const known = ranks.get(file)
    if (known !== undefined) return known
    ranks.set(file, -1)
    const rests = targetsOf(file).map((target) => {
      const to = folders.indexOf(folderOf(target))
      return to === level ? rankOf(target) : to
    })
    const rank = Math.max(-1, ...rests)
    ranks.set(file, rank)
    return rank
  }
  for (const file of own) {
    const from = folders.indexOf(folderOf(file))
    if (from === -1) found.push(`${file}: '${folderOf(file)}' is no folder of '${room}'`)
    if (from === -1 || file === `${room}/index.ts`) continue
    for (const target of targetsOf(file)) {
      const to = folders.indexOf(folderOf(target))
      if (to === from || to === -1) continue
      const isRight = to === level && from < level ? rankOf(target) >= from : to > from
      if (isRight) found.push(`${file}: ${target} is to the right`)
    }
  }
  return found
}

function judge(file: string, from: Room, target: string): string[] {
  const isTest = isTestFile(file)
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
  if (from === 'web') doors.push('contract-api.ts')
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
