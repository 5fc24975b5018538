// npm run db:dump: writes docs/reference/schema.sql from a database that has just been migrated.
import { mkdirSync, writeFileSync } from 'node:fs'
import { testDatabase } from '../test/support/database.ts'
import { schemaText } from './schema-text.ts'

const file = new URL('../docs/reference/schema.sql', import.meta.url)
const database = await testDatabase()
const text = await database.asOwner(schemaText)
await database.close()
mkdirSync(new URL('.', file), { recursive: true })
writeFileSync(file, text)
process.exit(0)
