// npm run db:new <room> <what>: an empty migration, named after today's minute.
import { existsSync, writeFileSync } from 'node:fs'

const [room, ...words] = process.argv.slice(2)
const what = words.join('_').replaceAll(/[^a-z0-9]+/g, '_')
if (!room || !/^[a-z]+$/.test(room) || what === '' || !existsSync(`src/${room}`)) {
  console.error('Say which room and what changes: npm run db:new consent reason')
  process.exit(2)
}
const minute = new Date().toISOString().slice(0, 16).replaceAll(/[-:]/g, '')
const file = `src/storage/migrations/${minute}_${room}_${what}.sql`
writeFileSync(file, `-- What changes, and why.\n`, { flag: 'wx' })
console.log(file)
