import type { Rule } from './finding.ts'
import type { BookFigure } from './room-facts.ts'

/** DC007: marks of a figure that differ in nothing but their colour. */
export const colourOnly: Rule = {
  id: 'DC007',
  group: 'DC',
  severity: 'E',
  gate: 'G3',
  title: '色だけで区別している',
  rationale: '色の見分けにくい人や白黒の印刷では、分からなくなります。',
  needs: ['rendered'],
  check: ({ plan }, { rendered }) =>
    (rendered?.of(plan).figures ?? []).filter(isByColourOnly).map(({ subjectId, name }) => ({
      subjectId,
      key: name,
      message: `図「${name}」に、色だけで区別しているものがあります。`,
      advice: '線や印の形、模様、言葉でも区別してください。',
    })),
}

function isByColourOnly({ marks }: BookFigure): boolean {
  const colourOf = new Map<string, string>()
  return marks.some(({ form, colour }) => {
    const known = colourOf.get(form) ?? colour
    colourOf.set(form, known)
    return known !== colour
  })
}
