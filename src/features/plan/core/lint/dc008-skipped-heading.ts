import type { Judgement, Rule } from './finding.ts'

/** DC008: a heading more than one level below the one before it, or a second title. */
export const skippedHeading: Rule = {
  id: 'DC008',
  group: 'DC',
  severity: 'W',
  gate: 'G3',
  title: '見出しの段がとんでいる',
  rationale: '見出しでたどる人が、迷います。',
  needs: ['rendered'],
  check: ({ plan }, { rendered }) => {
    const headings = rendered?.of(plan).headings ?? []
    return headings.flatMap(({ subjectId, level, text }, at): Judgement[] => {
      const before = headings[at - 1]?.level ?? 0
      const isSecondTitle = level === 1 && at > 0
      if (level <= before + 1 && !isSecondTitle) return []
      return [
        {
          subjectId,
          key: text,
          message: isSecondTitle
            ? `見出し「${text}」が、文書の題名と同じ段にあります。`
            : `見出しがh${before}からh${level}へとんでいます（${text}）。`,
          advice: '見出しの段を、上から1つずつ下げてください。',
        },
      ]
    })
  },
}
