import { eraDay } from '#src/lib/japanese/fiscal-year.ts'

export const bodyKindLabels = {
  council: '審議会',
  committee: '策定委員会',
  subcommittee: '専門部会',
  'working-group': '補助員（ワーキング）',
  assembly: '議会',
  other: 'そのほか',
} as const
export type BodyKind = keyof typeof bodyKindLabels
export const bodyKinds = Object.keys(bodyKindLabels) as [BodyKind]

/** 定足数: how many members must be there for the body to meet and decide. */
export const quorumLabels = {
  half: '委員の半数以上',
  majority: '委員の過半数',
  none: '定めなし',
} as const
export type QuorumRule = keyof typeof quorumLabels
export const quorumRules = Object.keys(quorumLabels) as [QuorumRule]

/** 議決: how the body decides. */
export const decisionRuleLabels = {
  majority: '出席した委員の過半数（可否同数のときは、議長が決める）',
  'two-thirds': '出席した委員の3分の2以上',
  consensus: '協議して決める（採決しない）',
} as const
export type DecisionRule = keyof typeof decisionRuleLabels
export const decisionRules = Object.keys(decisionRuleLabels) as [DecisionRule]

/** Whether published minutes name the speakers, or call them 委員A, 委員B. */
export const minutesStyleLabels = { names: '氏名を載せる', letters: '委員A、委員Bとする' } as const
export type MinutesStyle = keyof typeof minutesStyleLabels
export const minutesStyles = Object.keys(minutesStyleLabels) as [MinutesStyle]

/** 定数: how many seats a category of members has (公募の市民 4). */
export type Seats = { category: string; count: number }

/** Where each rule of a body stands (第6条第2項), and how long its members serve; empty where it was not written down. */
export type RuleArticles = {
  quorumArticle: string
  decisionArticle: string
  opennessArticle: string
  term: string
  termArticle: string
}

export const noArticles: RuleArticles = {
  quorumArticle: '',
  decisionArticle: '',
  opennessArticle: '',
  term: '',
  termArticle: '',
}

/** A rule with the article it stands in. */
export const withArticle = (rule: string, article: string) => (article ? `${rule}（${article}）` : rule)

/** 会議体: who deliberates, on which legal basis, by which rules. */
export type Body = RuleArticles & {
  id: string
  kind: BodyKind
  name: string
  role: string
  legalBasis: string
  quorum: QuorumRule
  decisionRule: DecisionRule
  minutesStyle: MinutesStyle
  isOpenByDefault: boolean
  /** The body above it; none where it stands as its kind usually does. */
  parentId: string | undefined
  seats: Seats[]
  order: number
  /** 解散: the last day on which it sat, and why; undefined while it does. */
  endedOn: string | undefined
  endReason: string
  revision: number
}

/** 委員: a seat held from a day to a day. `affiliation` is 所属・職. */
export type Membership = {
  id: string
  bodyId: string
  name: string
  affiliation: string
  category: string
  /** 会長, 副会長, 部会長, or empty for an ordinary member. */
  office: string
  /** 委嘱・任命した人 (市長); empty where it was not written down. */
  appointedBy: string
  validFrom: string
  validTo: string | undefined
  leavingReason: string
  order: number
  revision: number
}

/** Members as a roster lists them: the chair, the deputies, then the others as they were appointed. */
export function inRosterOrder(members: readonly Membership[]): Membership[] {
  return [...members].sort((a, b) => rankOf(a) - rankOf(b) || a.order - b.order || (a.id < b.id ? -1 : 1))
}

/** 令和8年9月30日に解散しました（任期満了のため） */
export const endWords = ({ endedOn, endReason }: Pick<Body, 'endedOn' | 'endReason'>) =>
  endedOn ? `${eraDay(endedOn)}に解散${endReason && `（${endReason}）`}` : ''

/** Whether the body still sits on a day. */
export const sits = ({ endedOn }: Pick<Body, 'endedOn'>, day: string) =>
  endedOn === undefined || day <= endedOn

const rankOf = ({ office }: Membership) => (office === '' ? 2 : office.startsWith('副') ? 1 : 0)

/** The members of an assembly are elected: where nobody is entered, its seats are not open. */
export const isElected = ({ kind }: Pick<Body, 'kind'>) => kind === 'assembly'

export const sitsOn = ({ validFrom, validTo }: Membership, day: string) =>
  validFrom <= day && (validTo === undefined || validTo >= day)

export type SeatsOfCategory = { category: string; count: number; taken: number; open: number }

/** Seats of each category, taken and open on a day. More members than seats leave none open, and are not hidden. */
export function seatsOn(
  body: Pick<Body, 'seats'>,
  members: readonly Membership[],
  day: string,
): SeatsOfCategory[] {
  const sitting = members.filter((member) => sitsOn(member, day))
  return body.seats.map(({ category, count }) => {
    const taken = sitting.filter((member) => member.category === category).length
    return { category, count, taken, open: Math.max(0, count - taken) }
  })
}

/** Members whose term ends within so many days. */
export function endingSoon(members: readonly Membership[], today: string, until: string): Membership[] {
  return members.filter(
    (member) => sitsOn(member, today) && member.validTo !== undefined && member.validTo <= until,
  )
}
