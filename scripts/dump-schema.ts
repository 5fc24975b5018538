// npm run db:dump: writes docs/reference/schema.sql from a database that has just been migrated;
// with --check it compares instead.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { testDatabase } from '../test/support/database.ts'
import { schemaText } from './schema-text.ts'

const file = new URL('../docs/reference/schema.sql', import.meta.url)
const database = await testDatabase()
const text = await database.asOwner(schemaText)
await database.close()
if (!process.argv.includes('--check')) {
  mkdirSync(new URL('.', file), { recursive: true })
  writeFileSync(file, text)
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  console.error(
    'docs/reference/schema.sql is not what the migrations make. Run `npm run db:dump` and commit.',
  )
  process.exit(1)
}
process.exit(0)
