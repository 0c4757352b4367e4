import { z } from 'zod'
import { prefectureNameOf, readAreaCode } from './areas.ts'

/**
 * 比較グループ: the cities one is compared with. It is declared with a reason and a day before the figures are looked
 * at, and never changed afterwards: another choice is another group.
 */
export type PeerGroup = {
  id: string
  name: string
  reason: string
  decidedOn: string | undefined
  rule: PeerRule
}

/** Named cities, those of the same prefecture, or those of similar size. */
export type PeerRule =
  | { kind: 'list'; codes: readonly string[] }
  | { kind: 'prefecture' }
  | { kind: 'size'; percent: number }

/** Groups that follow from the city itself. */
export const builtInGroups = (areaCode: string): PeerGroup[] => [
  {
    id: 'prefecture',
    name: `${prefectureNameOf(areaCode)}内の市区町村`,
    reason: '同じ県の制度と地域のなかでの位置を見るため',
    decidedOn: undefined,
    rule: { kind: 'prefecture' },
  },
  {
    id: 'size',
    name: '人口が同じくらいの市区町村（±20％）',
    reason: '人口規模が近く、事務の量や施設の数をくらべやすいため',
    decidedOn: undefined,
    rule: { kind: 'size', percent: 20 },
  },
]

/** How many residents a municipality has, by the latest SSDSE-A. */
export type AreaSize = { areaCode: string; residents: number }

/** The cities of a group for one city, in the order of codes; the city itself is always among them. */
export function membersOf(rule: PeerRule, ownCode: string, sizes: readonly AreaSize[]): string[] {
  const chosen = codesOf(rule, ownCode, sizes)
  return [...new Set([ownCode, ...chosen])].sort()
}

function codesOf(rule: PeerRule, ownCode: string, sizes: readonly AreaSize[]): readonly string[] {
  if (rule.kind === 'list') return rule.codes
  if (rule.kind === 'prefecture') {
    return sizes.filter(({ areaCode }) => areaCode.slice(0, 2) === ownCode.slice(0, 2)).map(codeOf)
  }
  const own = sizes.find(({ areaCode }) => areaCode === ownCode)?.residents
  if (own === undefined) return []
  const room = (own * rule.percent) / 100
  return sizes.filter(({ residents }) => Math.abs(residents - own) <= room).map(codeOf)
}

const codeOf = ({ areaCode }: AreaSize) => areaCode

const mostPeers = 200

/** What is entered for a group: codes parted by blank, comma or line. */
export const peerGroupForm = z.object({
  name: z.string().trim().min(1, 'グループの名前を書いてください').max(60, '名前は60字以内で書いてください'),
  reason: z
    .string()
    .trim()
    .min(1, 'このグループにする理由を書いてください')
    .max(400, '理由は400字以内で書いてください'),
  codes: z.string().transform((typed, context) => {
    const words = typed
      .normalize('NFKC')
      .split(/[\s,、]+/)
      .filter(Boolean)
    const read = words.map((word) => ({ word, ...readAreaCode(word) }))
    const wrong = read.find((one) => 'problem' in one)
    if (wrong && 'problem' in wrong) {
      context.addIssue({ code: 'custom', message: `「${wrong.word}」：${wrong.problem}` })
      return z.NEVER
    }
    const codes = [...new Set(read.flatMap((one) => ('code' in one ? [one.code] : [])))]
    if (codes.length < 2 || codes.length > mostPeers) {
      context.addIssue({ code: 'custom', message: `市区町村のコードを2から${mostPeers}まで書いてください` })
      return z.NEVER
    }
    return codes
  }),
})
