import type { Rule } from './finding.ts'

const dayMilliseconds = 86_400_000

/** OW008: a section owns a part of the plan and nobody of it has been here for months. */
export const silentOwner: Rule = {
  id: 'OW008',
  group: 'OW',
  severity: 'W',
  gate: 'G5',
  title: '担当課の利用がない',
  rationale: '名前だけの担当では、計画が進みません。',
  needs: ['usage', 'today'],
  thresholds: [90],
  check: ({ plan, measures }, { usage, today = '' }, [most = 90]) => {
    const owners = new Set([
      ...measures.map(({ lead }) => lead),
      ...plan.indicators.map(({ ownerId }) => ownerId),
    ])
    return plan.units.flatMap(({ id, name }) => {
      const last = usage?.[id]
      if (!owners.has(id) || last === undefined) return []
      const days = Math.round((Date.parse(today) - Date.parse(last)) / dayMilliseconds)
      if (days <= most) return []
      return [
        {
          subjectId: id,
          message: `${name}の利用が${days}日ありません（名ばかり担当）。`,
          advice: '担当者が代わっていないか確かめ、アカウントを整えてください。',
        },
      ]
    })
  },
}
