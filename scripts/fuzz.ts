// npm run fuzz: at the codec by default; `npm run fuzz -- http`, at the whole server.
export {}

const [what] = process.argv.slice(2)
if (what === 'http') {
  process.argv.splice(2, 1)
  await import('./fuzz-http.ts')
} else {
  await import('./fuzz-codec.ts')
}
