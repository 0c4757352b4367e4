// Intake of a public comment on the embedded database: comments with sealed contact data and audit, each synced to disk.
// Baseline: the same number of writers, one comment at a time.

import { townFolder, writeComments } from '#test/comment-load.ts'
import { aim } from './measure.ts'

const town = await townFolder()
const rateOf = async (writers: number) => {
  const { acknowledged, milliseconds } = await writeComments({ ...town, count: 1000, writers, round: '速さ' })
  return (acknowledged.length / milliseconds) * 1000
}
const alone = await rateOf(1)
const together = await rateOf(8)
console.log(
  `comment intake: ${together.toFixed(0)} a second, eight at once (aim ≥ 100: ${aim(together >= 100)})`,
)
console.log(`one at a time: ${alone.toFixed(0)} a second; ratio ${(together / alone).toFixed(2)}`)
town.remove()
process.exit(together >= 100 ? 0 : 1)
