import { type CodableText, tryCodingRule } from '#src/lib/text/rules/apply-coding-rules.ts'
import type { CodingRule } from '#src/lib/text/rules/coding-rule.ts'
import type { Token } from '#src/lib/text/token.ts'
import { type Channel, channelLabels } from './labels.ts'

/** An opinion as rules look at it: its words, and how it came. */
export type Saying = {
  id: string
  submissionId: string
  verbatim: string
  district: string
  ageBand: string
  channel: Channel
}

type Met = { saying: Saying; because: { start: number; end: number }[] }

/** What a rule that is not saved meets and by which words, and what it does not; or what is wrong with it. */
export type RuleTrial =
  | { met: Met[]; others: Saying[]; problem?: undefined }
  | { problem: string; met?: undefined }

/** An opinion with its tokens, and its attributes by the names rules use. */
export const codable = (saying: Saying, tokens: readonly Token[]): CodableText => ({
  id: saying.id,
  text: saying.verbatim,
  tokens,
  attributes: { 地区: saying.district, 経路: channelLabels[saying.channel], 年代: saying.ageBand },
})

type Asked = {
  sayings: readonly Saying[]
  tokens: ReadonlyMap<string, readonly Token[]>
  tried: CodingRule
  others: readonly CodingRule[]
}

/** Tries a rule on all opinions (保存せずに試す). `tokens` are by verbatim. Newest opinions first, as they were handed in. */
export function tryRule({ sayings, tokens, tried, others }: Asked): RuleTrial {
  const texts = sayings.map((saying) => codable(saying, tokens.get(saying.verbatim) ?? []))
  const { result, problem } = tryCodingRule(texts, tried, others)
  if (!result) return { problem: problem ?? '' }
  const matches = new Map(result.matches.map(({ id, because }) => [id, because]))
  return {
    met: sayings.flatMap((saying) => {
      const because = matches.get(saying.id)
      return because ? [{ saying, because }] : []
    }),
    others: sayings.filter(({ id }) => !matches.has(id)),
  }
}
