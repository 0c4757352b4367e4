import { applyChanges } from '#src/features/plan/core/diff/apply-changes.ts'
import { diffPlans } from '#src/features/plan/core/diff/diff-plans.ts'
import { textDiff } from '#src/features/plan/core/diff/text-diff.ts'
import { inventedPlan } from '#src/features/publication/core/invented-plan.ts'
import { canonicalJson } from '#src/formats/canonical-json.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { aim } from './measure.ts'

/** Times the comparison of two plans of 10,000 items: the same, with some changes, with a change in every item. */
const measuresOfField = 50
const before = inventedPlan({ fields: 50, measures: measuresOfField, indicators: 1 })

/** Every `step`-th item and indicator changed, some moved, some gone. */
function changedPlan(plan: PlanDocument, step: number): PlanDocument {
  const copy = structuredClone(plan)
  const policies = copy.items.filter(({ kind }) => kind === 'policy')
  for (const [index, item] of copy.items.entries()) {
    if (index % step > 0 || item.kind === 'policy') continue
    item.title = `${item.title}の推進`
    if (item.kind !== 'measure') continue
    const [situation] = item.situation
    if (situation) situation.text = situation.text.replace('増えています', '大きく増えました')
    if (index % 7 === 0) item.parentId = policies[index % policies.length]?.id ?? item.parentId
  }
  for (const [index, indicator] of copy.indicators.entries()) {
    if (index % step === 0 && indicator.target) indicator.target.value = (indicator.target.value ?? 0) - 1
  }
  copy.items = copy.items.filter((item, index) => item.kind !== 'program' || index % (step * 5) > 0)
  return copy
}

type Time = { clock: number; processor: number }

/** Middle of several runs, by the clock and by the processor, which others on the machine do not slow down. */
function median(run: () => unknown, rounds = 9): Time {
  const times = Array.from({ length: rounds }, () => {
    const [start, before] = [performance.now(), process.cpuUsage()]
    run()
    const { user, system } = process.cpuUsage(before)
    return { clock: performance.now() - start, processor: (user + system) / 1000 }
  })
  const middle = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN
  return {
    clock: middle(times.map(({ clock }) => clock)),
    processor: middle(times.map(({ processor }) => processor)),
  }
}

const line = (name: string, { clock, processor }: Time, note = '') =>
  console.log(`${name}: ${clock.toFixed(1)} ms, of processor time ${processor.toFixed(1)} ms ${note}`)

console.log(`${before.items.length} items, ${before.indicators.length} indicators`)
const same = structuredClone(before)
line(
  'no change',
  median(() => diffPlans(before, same)),
)
for (const step of [50, 1]) {
  const after = changedPlan(before, step)
  const changes = diffPlans(before, after)
  const name = step === 1 ? 'every item changed' : `one item in ${step} changed`
  const time = median(() => diffPlans(before, after))
  const judged = step === 1 ? `, aim ≤ 300 ms: ${aim(time.clock <= 300)}` : ''
  line(name, time, `(${changes.length} changes${judged})`)
  line(
    '  apply',
    median(() => applyChanges(before, changes)),
  )
  if (canonicalJson(applyChanges(before, changes)) !== canonicalJson(after)) throw new Error('apply differs')
}

const sentence = '駅の周りへの転入が続き、保育を必要とする家庭も増えています。'
const long = sentence.repeat(350).slice(0, 10_000)
const edited = long.replaceAll('保育', '学童保育').replace('駅の', '新しい駅の')
const other = Array.from(long).reverse().join('')
line(
  'text of 10,000 characters, some words',
  median(() => textDiff(long, edited)),
)
line(
  'text of 10,000 characters, nothing in common',
  median(() => textDiff(long, other)),
)
