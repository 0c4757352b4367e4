import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Judgement, Rule } from './finding.ts'

/** OW002: the owner no longer exists. */
export const ownerGone: Rule = {
  id: 'OW002',
  group: 'OW',
  severity: 'E',
  gate: 'G2',
  title: '担当課がすでに廃止されている',
  rationale: '組織改編の後、だれも見ていない施策ができます。',
  needs: ['today'],
  check: ({ plan, measures, nameOf }, { today = '' }) => {
    const units = new Map(plan.units.map((unit) => [unit.id, unit]))
    const gone = (subjectId: string, field: string, unitId: string | null, what: string): Judgement[] => {
      const unit = units.get(unitId ?? '')
      if (!unit?.validTo || unit.validTo >= today) return []
      const heirs = unit.successors.flatMap((successor) => units.get(successor.unitId)?.name ?? [])
      return [
        {
          subjectId,
          field,
          key: unit.id,
          message: `${what}の担当「${unit.name}」は、${eraDay(unit.validTo)}で廃止されました。`,
          advice:
            heirs.length > 0
              ? `後継の「${heirs.join('」か「')}」を選んでください。`
              : 'いまある課を選んでください。',
        },
      ]
    }
    return [
      ...measures.flatMap((measure) => gone(measure.id, 'lead', measure.lead, nameOf(measure))),
      ...plan.indicators.flatMap(({ id, ownerId, name }) => gone(id, 'ownerId', ownerId, `指標「${name}」`)),
      ...plan.projects.flatMap(({ id, ownerId, title }) => gone(id, 'ownerId', ownerId, `「${title}」`)),
    ]
  },
}
