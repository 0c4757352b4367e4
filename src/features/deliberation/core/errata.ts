import { z } from 'zod'
import { needed } from './form-fields.ts'

/** 会議録の正誤: what published minutes should have said, why, and from which day. The minutes themselves stay as they were. */
export type Erratum = {
  id: string
  agendaItemId: string
  oldWords: string
  newWords: string
  reason: string
  correctedOn: string
}

const putRight = {
  oldWords: needed('誤', 1000),
  newWords: needed('正', 1000),
  erratumReason: needed('訂正の理由', 200),
}

export const erratumForm = z.object({
  erratumItemId: z.string().min(1, '議題を選んでください'),
  ...putRight,
})

/** The same of a letter, by the part it is in. */
export const letterErratumForm = <Part extends string>(parts: readonly [Part, ...Part[]]) =>
  z.object({ part: z.enum(parts, 'どこの訂正かを選んでください'), ...putRight })

/** The minutes of an item as they read with its errata, in the order they were made. */
export const corrected = (
  minutes: string,
  errata: readonly Pick<Erratum, 'oldWords' | 'newWords'>[],
): string => errata.reduce((text, { oldWords, newWords }) => text.replace(oldWords, () => newWords), minutes)

/** Why words cannot be put right: they must stand there, once, and the new ones must be others. */
export function erratumProblem(
  text: string,
  { oldWords, newWords }: Pick<Erratum, 'oldWords' | 'newWords'>,
  where = 'この議題の会議録',
) {
  if (oldWords === newWords) return '正が、誤と同じです'
  const count = text.split(oldWords).length - 1
  if (count === 0) return `この言葉は、${where}（訂正した後の言葉）にありません`
  return count > 1
    ? `この言葉は、${where}に何度もあります。前後の言葉も入れて、1つに決まるように書いてください`
    : undefined
}
