// How the web app is built: React from src/web into dist/web, served by the server itself; for
// `npm run dev` it is served as it is being changed.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const { resolve } = createRequire(import.meta.url)
const vendor = /[\\/]node_modules[\\/](?:react|react-dom|react-router|scheduler|@tanstack)[\\/]/
const mantine = '@mantine/core/styles'

/** Of the library's styles, those of the components that a chunk holds come with it. */
function stylesOfComponents(): Plugin {
  const all = `${mantine}.layer.css`
  const always = ['baseline', 'default-css-variables', 'global']
  const styled = /[\\/]@mantine[\\/]core[\\/]esm[\\/].*\.module\.mjs$/
  return {
    name: 'styles-of-components',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source) => (source === all ? '\0mantine-styles' : null),
    load: (id) =>
      id === '\0mantine-styles'
        ? always.map((part) => `import '${mantine}/${part}.layer.css'`).join('\n')
        : null,
    transform(code, id) {
      if (!styled.test(id)) return null
      const sheet = `${mantine}/${basename(id, '.module.mjs')}.layer.css`
      resolve(sheet)
      return { code: `import '${sheet}'\n${code}`, map: null }
    },
  }
}

/** A file of words holds both languages; a reader is sent one, and the other when they switch. */
function oneLanguageAtOnce(): Plugin {
  return {
    name: 'one-language-at-once',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      const language = /[\\/]web[\\/]words[\\/](fr|en)\.ts$/.exec(importer ?? '')?.[1]
      if (language === undefined || !source.startsWith('./')) return null
      const found = await this.resolve(source, importer, { skipSelf: true })
      return found === null ? null : { ...found, id: `${found.id}?${language}` }
    },
  }
}

/** Only the signs that are used are read: the package's index names six thousand. */
function signsByName(): Plugin {
  const index = /import \{([^}]*)\} from '(@tabler\/icons-react)'/g
  return {
    name: 'signs-by-name',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || !code.includes('@tabler/icons-react')) return null
      const byName = (_all: string, names: string, from: string) =>
        names
          .split(',')
          .map((one) => one.trim())
          .filter((one) => one !== '' && !one.startsWith('type '))
          .map((one) => {
            const [name, as = name] = one.split(' as ')
            return `import ${as} from '${from}/icons/${name}';`
          })
          .join(' ')
      return { code: code.replace(index, byName), map: null }
    },
  }
}

/** The typeface is asked for at once, not when the styles have come that name it. */
function typefaceFirst(): Plugin {
  return {
    name: 'typeface-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const file = Object.keys(bundle ?? {}).find((name) => /inter-latin-wght-normal/.test(name))
        if (file === undefined) throw new Error('The build has no typeface to load first.')
        const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true }
        return [{ tag: 'link', attrs: { ...attrs, href: `/${file}` }, injectTo: 'head' }]
      },
    },
  }
}

/** Each text is written in the two ways that a browser takes compressed, once for all. */
function compressed(): Plugin {
  const brotli = promisify(brotliCompress)
  const zip = promisify(gzip)
  return {
    name: 'compressed',
    apply: 'build',
    async writeBundle({ dir }) {
      const entries = readdirSync(dir ?? '', { recursive: true, withFileTypes: true })
      const texts = entries.filter((one) => /\.(?:js|css|html|svg)$/.test(one.name))
      const write = async (file: string) => {
        const text = readFileSync(file)
        const params = { [constants.BROTLI_PARAM_SIZE_HINT]: text.length }
        writeFileSync(`${file}.br`, await brotli(text, { params }))
        writeFileSync(`${file}.gz`, await zip(text, { level: 9 }))
      }
      await Promise.all(texts.map((one) => write(join(one.parentPath, one.name))))
    },
  }
}

export default defineConfig({
  root: 'src/web',
  plugins: [
    react(),
    stylesOfComponents(),
    oneLanguageAtOnce(),
    signsByName(),
    typefaceFirst(),
    compressed(),
  ],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1200,
    // What a file needs of others; the test of the first screen's weight reads it.
    manifest: true,
    rolldownOptions: {
      output: {
        // What changes with its own releases alone stays in the browser's cache from one of ours to
        // the next.
        codeSplitting: { groups: [{ name: 'vendor', test: vendor }] },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    // What is no file of the web app: the API, the pages for people, the ledger, the health.
    proxy: {
      '^/(v1|p|f|ledger|health)/': process.env['ACCORD_DEV_SERVER'] ?? 'http://127.0.0.1:8470',
    },
  },
})
