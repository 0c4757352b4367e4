import { normalForm } from '#src/lib/text/normal-form.ts'
import type { Rule } from './finding.ts'

/** XP004: two plans have indicators whose names are almost the same. */
export const similarName: Rule = {
  id: 'XP004',
  group: 'XP',
  severity: 'W',
  gate: 'G3',
  title: 'よく似た名前の指標がある',
  rationale: '同じものか別のものかを決めておかないと、数が合わなくなります。',
  needs: ['registry'],
  thresholds: [0.8],
  check: ({ plan }, { registry = [] }, [least = 0.8]) => {
    const others = registry.flatMap(({ relatedId, title, indicators }) =>
      indicators.map(({ name }) => ({ relatedId, title, name, grams: bigrams(name) })),
    )
    const withGram = new Map<string, number[]>()
    for (const [at, { grams }] of others.entries())
      for (const gram of grams) withGram.set(gram, [...(withGram.get(gram) ?? []), at])
    return plan.indicators.flatMap(({ id, name, sharedWith }) => {
      const grams = bigrams(name)
      const common = new Map<number, number>()
      for (const gram of grams)
        for (const at of withGram.get(gram) ?? []) common.set(at, (common.get(at) ?? 0) + 1)
      return [...common].flatMap(([at, count]) => {
        const other = others[at]
        if (!other || (2 * count) / (grams.size + other.grams.size) < least) return []
        if (normalForm(other.name) === normalForm(name)) return []
        if (sharedWith.some(({ planId }) => planId === other.relatedId)) return []
        return [
          {
            subjectId: id,
            field: 'name',
            relatedIds: [other.relatedId],
            key: normalForm(other.name),
            message: `「${name}」は、「${other.title}」の「${other.name}」とよく似た名前です。`,
            advice: '同じものなら名前をそろえ、別のものなら違いの分かる名前にしてください。',
          },
        ]
      })
    })
  },
}

/** Pairs of neighbouring characters, for Sørensen–Dice. */
function bigrams(name: string): ReadonlySet<string> {
  const letters = [...normalForm(name)]
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`))
}
