import type { Rule } from './finding.ts'
import type { BookTable } from './room-facts.ts'

/** DC006: a table without a caption, or with a column that has no head. */
export const bareTable: Rule = {
  id: 'DC006',
  group: 'DC',
  severity: 'E',
  gate: 'G3',
  title: '表に見出しがない',
  rationale: '見出しのない表は、読み上げで意味が分かりません。',
  needs: ['rendered'],
  check: ({ plan }, { rendered }) =>
    (rendered?.of(plan).tables ?? []).filter(isBare).map(({ subjectId, caption }) => ({
      subjectId,
      key: caption,
      message: caption.trim() ? `表「${caption}」に、見出しのない列があります。` : '表の題名がありません。',
      advice: '表に題名と、列ごとの見出しを付けてください。',
    })),
}

const isBare = ({ caption, head, rows }: BookTable) =>
  caption.trim() === '' ||
  head.length < Math.max(...rows.map((row) => row.length), 1) ||
  head.some((cell) => cell.trim() === '')
