import { expect, test } from 'vitest'
import { smallPlan } from '#test/small-plan.ts'
import { lintPlan } from '../lint/lint-plan.ts'
import { lintDocument } from './lint-document.ts'

test('the report counts what is open and says how much could not be looked at', () => {
  const plan = smallPlan()
  const report = lintPlan(plan, { today: '2026-09-01' })
  const { blocks } = lintDocument({ plan, report, today: '2026-09-01', city: '' })
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
  expect(rows).toHaveLength(report.findings.filter(({ waivedBy }) => !waivedBy).length)
  expect(JSON.stringify(blocks[0])).toContain(`点検していない規則が${report.notRun.length}あります`)
})
