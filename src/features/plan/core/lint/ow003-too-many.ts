import type { Rule } from './finding.ts'

/** OW003: one unit answers for more indicators than it can follow. */
export const tooMany: Rule = {
  id: 'OW003',
  group: 'OW',
  severity: 'W',
  gate: 'G4',
  title: '1つの課に指標が集まりすぎている',
  rationale: '多すぎる指標は、だれも追いかけられません。',
  needs: [],
  thresholds: [15],
  check: ({ plan }, _context, [most = 15]) => {
    const counts = new Map<string, number>()
    for (const { ownerId } of plan.indicators) {
      if (ownerId) counts.set(ownerId, (counts.get(ownerId) ?? 0) + 1)
    }
    const names = new Map(plan.units.map(({ id, name }) => [id, name]))
    return [...counts]
      .filter(([, count]) => count > most)
      .map(([unitId, count]) => ({
        subjectId: unitId,
        message: `${names.get(unitId) ?? unitId}が${count}指標を担当しています。`,
        advice: '指標を絞るか、担当を分けてください。',
      }))
  },
}
