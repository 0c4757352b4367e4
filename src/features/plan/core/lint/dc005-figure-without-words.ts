import { normalForm } from '#src/lib/text/normal-form.ts'
import type { Rule } from './finding.ts'

/** DC005: a figure that says nothing, or only its name, to those who cannot see it. */
export const figureWithoutWords: Rule = {
  id: 'DC005',
  group: 'DC',
  severity: 'E',
  gate: 'G3',
  title: '図に代わりの文がない',
  rationale: '図を見られない人にも、同じことを伝えるためです。',
  needs: ['rendered'],
  check: ({ plan }, { rendered }) =>
    (rendered?.of(plan).figures ?? [])
      .filter(({ name, alternative }) => saysNoMore(normalForm(alternative), normalForm(name)))
      .map(({ subjectId, name }) => ({
        subjectId,
        key: name,
        message: `図「${name}」に、代わりの文がありません。`,
        advice: '図が示すことを、値とともに文で書いてください。',
      })),
}

const saysNoMore = (alternative: string, name: string) =>
  alternative === '' || alternative === name || /\.(png|jpe?g|svg|gif|webp)$/.test(alternative)
