// Intake of a public comment on the embedded database: comments with sealed contact data and audit, each synced to disk.
// Baseline: the same number of writers, one comment at a time.

import { townFolder, writeComments } from '#test/comment-load.ts'
import { aim } from './measure.ts'

const town = await townFolder()
const rateOf = async (writers: number) => {
  const writing = { ...town, count: 1000, writers, round: '速さ' }
  const { acknowledged, milliseconds, processor } = await writeComments(writing)
  const count = acknowledged.length
  return { rate: (count / milliseconds) * 1000, processor: processor / count }
}
const { rate: alone } = await rateOf(1)
const { rate: together, processor } = await rateOf(8)
console.log(
  `comment intake: ${together.toFixed(0)} a second, eight at once (aim ≥ 100: ${aim(together >= 100)})`,
)
console.log(
  `processor: ${processor.toFixed(2)} ms a comment, which one free core does ${(1000 / processor).toFixed(0)} times a second`,
)
console.log(`one at a time: ${alone.toFixed(0)} a second; ratio ${(together / alone).toFixed(2)}`)
town.remove()
process.exit(together >= 100 ? 0 : 1)
