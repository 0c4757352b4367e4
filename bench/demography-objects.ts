// The same projection as people write it first: one object a cell, arrays grown by push, a total asked where
// it is needed. Kept as the baseline of bench/demography.ts; its results are compared with the engine's
// there.
import type { ProjectionInputs, Sex } from '#src/lib/demography/projection-inputs.ts'

export type Cell = { year: number; sex: Sex; group: number; persons: number }

/** Net rates or none, with a child–woman ratio and a pooled open group. */
export function projectWithObjects(inputs: ProjectionInputs): Cell[] {
  const groups = inputs.base.M.length
  let cells: Cell[] = []
  for (const sex of ['M', 'F'] as const) {
    for (let group = 0; group < groups; group += 1) {
      cells.push({ year: inputs.periods[0]?.from ?? 0, sex, group, persons: inputs.base[sex][group] ?? 0 })
    }
  }
  const all = [...cells]
  for (const { to, survival, migration, fertility } of inputs.periods) {
    const next: Cell[] = []
    const find = (sex: Sex, group: number) => cells.find((cell) => cell.sex === sex && cell.group === group)
    for (const sex of ['M', 'F'] as const) {
      for (let group = 1; group < groups; group += 1) {
        let source = find(sex, group - 1)?.persons ?? 0
        if (group === groups - 1) source += find(sex, group)?.persons ?? 0
        const rate = migration.kind === 'net-rate' ? (migration[sex][group] ?? 0) : 0
        next.push({ year: to, sex, group, persons: source * ((survival[sex][group] ?? 0) + rate) })
      }
    }
    if (fertility.kind !== 'cwr') throw new RangeError('the baseline knows only child–woman ratios')
    const [first, last] = [15 / inputs.ages.width, 50 / inputs.ages.width]
    const women = next
      .filter(({ sex, group }) => sex === 'F' && group >= first && group < last)
      .reduce((sum, { persons }) => sum + persons, 0)
    const children = women * fertility.cwr
    const { sexRatio04 } = fertility
    next.push({ year: to, sex: 'M', group: 0, persons: (children * sexRatio04) / (1 + sexRatio04) })
    next.push({ year: to, sex: 'F', group: 0, persons: children / (1 + sexRatio04) })
    cells = next
    all.push(...next)
  }
  return all
}
