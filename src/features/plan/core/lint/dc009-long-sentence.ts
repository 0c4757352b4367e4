import type { Rule } from './finding.ts'

/** DC009: a sentence one cannot read in one breath. From 60 characters a hint, over 100 a warning. */
export const longSentence: Rule = {
  id: 'DC009',
  group: 'DC',
  severity: 'W',
  gate: 'G3',
  title: '1文が長い',
  rationale: '長い文は、読み上げても頭に入りません。',
  needs: [],
  thresholds: [100, 60],
  check: ({ texts }, _context, [most = 100, hint = 60]) =>
    texts.flatMap(({ subjectId, field, paragraphId, plain }) => {
      if (plain.length < hint) return []
      const lengths = plain.split(/[。！？!?\n]/).map((sentence) => [...sentence.trim()].length)
      const longest = Math.max(...lengths)
      if (longest < hint) return []
      return [
        {
          subjectId,
          field,
          ...(paragraphId ? { paragraphId } : {}),
          key: paragraphId ?? '',
          ...(longest > most ? {} : { severity: 'I' as const }),
          message: `1文が${longest}字あります。`,
          advice: '2つの文に分けられないか、考えてください。',
        },
      ]
    }),
}
