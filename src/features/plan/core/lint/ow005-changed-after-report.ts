import { canonicalJson } from '#src/formats/canonical-json.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Rule } from './finding.ts'

/** OW005: what was reported or resolved stands otherwise now, and nobody decided that. */
export const changedAfterReport: Rule = {
  id: 'OW005',
  group: 'OW',
  severity: 'E',
  gate: 'G4',
  title: '答申・議決のあとに変わった',
  rationale: '決めたものと違う計画は、決めた人たちとの約束を破ります。',
  needs: ['previous'],
  check: ({ plan, nameOf }, { previous }) => {
    if (!previous || !isDecided(previous) || coveredBy(plan, previous)) return []
    const before = new Map([...previous.items, ...previous.indicators].map((one) => [one.id, one]))
    const advice = '変更を決めた会議や決裁を「決定」に加えるか、もとに戻してください。'
    const items = plan.items.flatMap((item) => {
      const old = before.get(item.id)
      if (!old || !('kind' in old) || textOf(old) === textOf(item)) return []
      return [
        {
          subjectId: item.id,
          message: `${nameOf(item)}の本文が、${previous.version.label}のあとに変わっています。`,
          advice,
        },
      ]
    })
    const indicators = plan.indicators.flatMap((indicator) => {
      const old = before.get(indicator.id)
      if (!old || !('target' in old) || canonicalJson(old.target) === canonicalJson(indicator.target))
        return []
      return [
        {
          subjectId: indicator.id,
          field: 'target',
          message: `「${indicator.name}」の目標が、${previous.version.label}のあとに変わっています。`,
          advice,
        },
      ]
    })
    return [...items, ...indicators]
  },
}

const isDecided = ({ version }: PlanDocument) => ['draft', 'adopted', 'revised'].includes(version.stage)

/** A decision after the version was frozen covers what changed since. */
const coveredBy = ({ decisions }: PlanDocument, { version }: PlanDocument) =>
  decisions.some(({ date }) => date >= (version.frozenOn ?? ''))

const fields = ['desiredState', 'summary', 'situation', 'issues', 'directions', 'text'] as const

function textOf(item: object): string {
  const all = item as Record<string, unknown>
  return canonicalJson(fields.map((field) => all[field] ?? null))
}
