// npm run classification: scores the classifier on the labelled files, counts what its rules decide
// there, and writes the page of both where its bars hold.
import { writeFileSync } from 'node:fs'
import { madeFrom } from '../test/classification-set/made-from.ts'
import { breachesOf, classificationSetPage } from '../test/classification-set/page.ts'
import { reportOfRules, rulesTable } from '../test/classification-set/rules-report.ts'
import { scoreHalves } from '../test/classification-set/score.ts'

const from = madeFrom()
const scores = await scoreHalves()
const report = reportOfRules()
const breaches = breachesOf(scores, report)
if (breaches.length > 0) {
  console.error(`The bars do not hold, and the page is left as it was:\n${breaches.join('\n')}`)
  process.exit(1)
}
const page = `${classificationSetPage(from, scores)}\n${rulesTable(report)}`
writeFileSync(new URL('../docs/reference/classification-set.md', import.meta.url), page)
console.log('Wrote docs/reference/classification-set.md')
