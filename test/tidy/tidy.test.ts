// House style, held by a test: each rule says what to do instead.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { business, line as rooms } from './law.ts'
import { isData, isTest, readTree, type TreeFile } from './tree.ts'

const tree = readTree()
const source = tree.filter((file) => /^src\/.*\.tsx?$/.test(file.path))
const production = source.filter((file) => !isTest(file.path))
const server = production.filter((file) => !file.path.startsWith('src/web/'))

const folderFilesMax = 40
const fileLinesMax = 500
const functionLinesMax = 70
const componentLinesMax = 200
const columnsMax = 100

/** Sentences about the lines that match, with their place. */
function offending(files: readonly TreeFile[], pattern: RegExp, say: string): string[] {
  return files.flatMap((file) =>
    file.lines.flatMap((text, index) => {
      const code = text.replace(/\/\/.*$|^\s*\*.*$/, '')
      return pattern.test(code) ? [`${file.path}:${index + 1}: ${say}`] : []
    }),
  )
}

describe('files', () => {
  test('every source file begins with a sentence that says what it is for', () => {
    const without = source.filter((file) => !/^\/\/ .{12,}/.test(file.text))
    expect(without.map((file) => file.path)).toEqual([])
  })

  test('file names are kebab-case, and none is a place where long files grow', () => {
    const forbidden = /^(?:utils?|helpers?|common|types|service|manager|misc)$/
    const bad = source.filter((file) => {
      const name = (file.path.split('/').pop() ?? '').replace(/(?:\.test|\.d)?\.tsx?$/, '')
      return !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) || forbidden.test(name)
    })
    expect(bad.map((file) => file.path)).toEqual([])
  })

  test('no folder of the program holds more than can be looked over', () => {
    const counts = new Map<string, number>()
    for (const file of tree) {
      if (!file.path.startsWith('src/') || file.path.startsWith('src/storage/migrations/')) continue
      const folder = dirname(file.path)
      counts.set(folder, (counts.get(folder) ?? 0) + 1)
    }
    const full = [...counts].filter(([, count]) => count > folderFilesMax)
    expect(full.map(([folder, count]) => `${folder}: ${count} files; make folders in it`)).toEqual(
      [],
    )
  })

  test('no file grows two purposes', () => {
    const long = production.filter((file) => file.lines.length > fileLinesMax && !isData(file))
    expect(long.map((file) => `${file.path}: ${file.lines.length} lines; split it`)).toEqual([])
  })

  test('lines fit 100 columns', () => {
    const written = tree
      .filter((file) => !isData(file))
      .filter(({ path }) => /^(?:src|test|scripts)\/.*\.(?:ts|tsx|mjs)$/.test(path))
    const long = written.flatMap((file) => {
      const isAllowed =
        isTest(file.path) || file.path.startsWith('scripts/') ? isNoComment : isOneLiteral
      return file.lines.flatMap((text, index) =>
        text.length > columnsMax && !isAllowed(text) ? [`${file.path}:${index + 1}`] : [],
      )
    })
    expect(long).toEqual([])
  })

  test('of long lines a literal alone may stand, and no comment', () => {
    const words = 'a sentence of many words '.repeat(5)
    const allowed = [
      `'${words}',`,
      `  title: '${words}',`,
      `\`${words}\`,`,
      `  /${words}/gi,`,
      `// ${'a'.repeat(101)}`,
    ]
    const refused = [
      `// ${words}`,
      ` * ${words}`,
      `/** ${words} */`,
      `'${words}', '${words}',`,
      `'${words}' +`,
      `const x = '${words}'`,
      `call('${words}')`,
    ]
    expect(allowed.filter((text) => !isOneLiteral(text))).toEqual([])
    expect(refused.filter(isOneLiteral)).toEqual([])
    expect(refused.filter(isNoComment)).toEqual(refused.slice(3))
  })

  test('a function fits a screen', () => {
    const found = production.filter((file) => !isData(file)).flatMap(longFunctions)
    expect(found).toEqual([])
  })

  test('every room has a page that says what it promises', () => {
    const present = rooms.filter((room) =>
      production.some((file) => file.path.startsWith(`src/${room}/`)),
    )
    const without = present.filter((room) => !existsSync(`src/${room}/README.md`))
    expect(without).toEqual([])
  })
})

/** A comment can be broken anywhere but in an address. */
const isNoComment = (text: string) =>
  !/^\s*(?:\/\/|\/?\*)/.test(text) || /^\s*(?:\/\/|\*) \S+$/.test(text) || /biome-ignore/.test(text)

/** A string or a pattern, with a key before it and a comma behind: what no formatter can break. */
const oneLiteral =
  /^\s*(?:(?:[\w.]+|'[^']*')\??: |[?:] |return )?(?:(['"`])(?:\\.|(?!\1)[^\\])*\1|\/(?:\\.|[^\\])*\/[a-z]*)[,;)\]}]*$/
const isOneLiteral = (text: string) =>
  isNoComment(text) && (/^\s*(?:\/\/|\*) /.test(text) || oneLiteral.test(text))

const functionStart =
  /^(\s*)(?:export )?(?:default )?(?:async )?(?:function\b|(?:static |private |override )?(?:async )?\w+\([^)]*\)[^=;]*\{$)/

/** A function starts at a line that opens a body and ends at the brace of the same indentation. */
function longFunctions(file: TreeFile): string[] {
  const found: string[] = []
  const max = file.path.endsWith('.tsx') ? componentLinesMax : functionLinesMax
  file.lines.forEach((text, index) => {
    const match = functionStart.exec(text)
    if (!match || /^\s*(?:if|for|while|switch|return|catch)\b/.test(text)) return
    const indent = match[1] ?? ''
    const end = file.lines.findIndex((later, at) => at > index && later.startsWith(`${indent}}`))
    const length = end - index + 1
    if (end !== -1 && length > max) found.push(`${file.path}:${index + 1}: ${length} lines`)
  })
  return found
}

describe('calls', () => {
  // The sandbox is a process of its own, with a clock of its own.
  const clocks = ['src/app/clock.ts', 'src/sandbox/clock.ts']
  const timed = server.filter((file) => !clocks.includes(file.path))
  test('time comes in by the door', () => {
    const bad = [
      ...offending(timed, /\bDate\.now\(|\bnew Date\(\)/, 'take a Clock instead'),
      ...offending(timed, /\b(?:setTimeout|setInterval)\(/, 'take Timers instead'),
      ...offending(server, /\bMath\.random\(/, 'take Randomness instead'),
    ]
    expect(bad).toEqual([])
  })

  test('the environment is read in one file', () => {
    const files = server.filter((file) => file.path !== 'src/app/config.ts')
    expect(offending(files, /\bprocess\.env\b/, 'read it in app/config.ts')).toEqual([])
  })

  test('only the command line prints', () => {
    const files = server.filter((file) => !file.path.startsWith('src/cli/'))
    expect(offending(files, /\bconsole\./, 'use the logger')).toEqual([])
  })

  test('no rule is switched off and nothing is left open', () => {
    const bad = [
      ...offending(production, /biome-ignore lint|@ts-ignore|@ts-expect-error/, 'mend it instead'),
      // Weights are letters by chance, and spell what they like.
      ...source.flatMap((file) =>
        !isData(file) && /\b(?:FIXME|XXX|TODO)\b/.test(file.text) ? [file.path] : [],
      ),
    ]
    expect(bad).toEqual([])
  })

  test('no country code stands in a condition outside countries', () => {
    const files = server.filter((file) => !/^src\/(?:countries|classification)\//.test(file.path))
    const codes = 'FR|BE|CH|LU|DE|AT|ES|IT|PT|NL|IE|GB|UK|PL|RE|GP|MQ|GF|YT|PM'
    const pattern = new RegExp(`(?:===|!==)\\s*'(?:${codes})'`)
    expect(offending(files, pattern, 'ask countries')).toEqual([])
  })

  test('nothing is removed but what a test made', () => {
    const removals = tree.filter((file) => file.path.endsWith('.ts') && isTest(file.path))
    const climbs = /rmSync\([^)]*['"]\.\.?['"]/
    expect(offending(removals, climbs, 'remove only what mkdtemp returned')).toEqual([])
  })
})

describe('doors of a room', () => {
  const inBusiness = production.filter((file) =>
    business.some((room) => file.path.startsWith(`src/${room}/`)),
  )
  const isStore = (file: TreeFile) => /(?:^|[/-])(?:store|statements)\.ts$/.test(file.path)

  test('SQL stands in stores, migrations and the storage room', () => {
    const sql =
      /[`'"]\s*(?:select\s[\s\S]*\bfrom\b|insert into\s|update\s+\w+\.\w+\s+set|delete from\s|with \w+ as \()/i
    const files = inBusiness.filter((file) => !isStore(file))
    expect(offending(files, sql, 'move the statement to the room’s store.ts')).toEqual([])
  })

  test('a store names only its own room’s tables', () => {
    const bad = inBusiness.filter(isStore).flatMap((file) => {
      const room = file.path.split('/')[1]
      return file.lines.flatMap((text, index) =>
        [...text.matchAll(/\b(?:from|join|into|update)\s+(\w+)\.(\w+)/gi)]
          .filter(
            ([, schema = '', table = '']) =>
              business.some((known) => known === schema) &&
              schema !== room &&
              !table.startsWith('shared_'),
          )
          .map(([whole]) => `${file.path}:${index + 1}: ${whole}`),
      )
    })
    expect(bad).toEqual([])
  })

  test('routes are the only ones that make routes', () => {
    const files = inBusiness.filter((file) => !/routes\.ts$/.test(file.path))
    expect(offending(files, /\bdefineRoute\(/, 'move it to routes.ts')).toEqual([])
  })
})

describe('looks', () => {
  /** A sheet that came with one screen stays when the reader goes on to another. */
  test('no screen’s stylesheet gives another look to a class of another sheet', () => {
    const sheets = tree.filter(({ path }) => /^src\/web\/.*\.css$/.test(path))
    const styledIn = new Map<string, Set<string>>()
    for (const { path, text } of sheets) {
      const rules = text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{/g)
      for (const [, selector = ''] of rules) {
        // A class that stands for a place, before others, is not what is styled.
        const last = selector.split(',').map(
          (one) =>
            one
              .trim()
              .split(/[\s>+~]+/)
              .at(-1) ?? '',
        )
        for (const [, name = ''] of last.join(' ').matchAll(/\.(accord-[a-z-]+)/g)) {
          styledIn.set(name, (styledIn.get(name) ?? new Set()).add(path))
        }
      }
    }
    expect(styledIn.size).toBeGreaterThan(20)
    const twice = [...styledIn].filter(([, paths]) => paths.size > 1)
    expect(twice.map(([name, paths]) => `${name}: ${[...paths].join(', ')}`)).toEqual([])
  })
})

describe('dependencies', () => {
  test('each runtime dependency has its line, and no other has one', () => {
    const packages = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>
      optionalDependencies: Record<string, string>
    }
    const wanted = [
      ...Object.keys(packages.dependencies),
      ...Object.keys(packages.optionalDependencies).map((name) => name.split('/')[0] ?? name),
    ]
    const page = readFileSync('docs/decisions/dependencies.md', 'utf8')
    const listed = [...page.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1])
    expect([...new Set(listed)].sort()).toEqual([...new Set(wanted)].sort())
  })
})

describe('pages', () => {
  const pages = tree.filter((file) => file.path.endsWith('.md'))
  test('each has one title', () => {
    const bad = pages.filter((file) => {
      const outside = file.text.replace(/^```[\s\S]*?^```/gm, '')
      return [...outside.matchAll(/^# /gm)].length !== 1
    })
    expect(bad.map((file) => file.path)).toEqual([])
  })

  test('no link inside the repository is dead', () => {
    const dead = pages.flatMap((file) =>
      [...file.text.matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/g)]
        .map((match) => normalize(join(dirname(file.path), match[1] ?? '')))
        .filter((target) => !existsSync(target))
        .map((target) => `${file.path} -> ${target}`),
    )
    expect(dead).toEqual([])
  })
})
