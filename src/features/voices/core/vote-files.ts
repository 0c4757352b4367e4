import { heading, paragraph, type TextBlock, type TextTable } from '#src/lib/document/text-document.ts'
import type { WriteSheet } from '#src/lib/table/table.ts'
import {
  type Ballot,
  ballotLines,
  countingRuleLabels,
  countingRules,
  type Statement,
  type VoteSheet,
} from './ballots.ts'
import { agreeShare, isHidden, type Tally, type VoteResult } from './statement-votes.ts'
import { hiddenMark } from './voice-report-files.ts'

export const percentWords = (share: number) => `${Math.round(share * 100)}％`
export const tallyCells = (tally: Tally): (number | string)[] =>
  isHidden(tally)
    ? [hiddenMark, hiddenMark, hiddenMark, hiddenMark]
    : [tally.agree, tally.disagree, tally.pass, tally.n]
/** 「83％（n＝12）」, or X. */
export const shareWords = (tally: Tally | undefined) =>
  !tally || isHidden(tally) ? hiddenMark : `${percentWords(agreeShare(tally))}（n＝${tally.n}）`

/** Ways of counting that differ: one where everybody voted once. */
export const rulesOf = ({ sizes }: Pick<VoteResult, 'sizes'>) =>
  sizes.length > 1 ? countingRules : (['latest'] as const)

/** How the figures come about: who voted, how often, and how the groups were made. */
export function methodWords({ voters, sizes, groups, inNoGroup, choices, explained }: VoteResult): string[] {
  const often =
    sizes.length > 1
      ? `${sizes.length}回（${sizes.map((size, at) => `${at + 1}回目 ${size}人`).join('、')}）。数え方で合計が変わるので、どちらの数え方かを表に書いています。`
      : '1回。'
  const chosen = choices.find(({ groups: count }) => count === groups.length)
  return [
    `投票した人 n＝${voters}人、投票は${often}会に来た人の投票で、市民全体の割合ではありません。`,
    groups.length > 0
      ? `グループは、答え方の似た人を計算で分けたものです（主成分2つとk平均法。分かれ方のよさ ${chosen?.silhouette.toFixed(2) ?? ''}、2つの主成分が表す違い ${percentWords(explained)}）。5人に満たないグループはつくりません。${inNoGroup > 0 ? `半分より多くの考えに答えていない${inNoGroup}人は、どのグループにも入れていません。` : ''}`
      : '答え方で人を分けることは、していません（5人に満たないグループができるか、分かれ方がはっきりしません）。',
  ]
}

const numbered = (result: VoteResult, number: number) => {
  const text = result.statements.find((one) => one.number === number)?.text ?? ''
  return `${number}　${text}`
}

/** The statements all groups support, and those one supports more than the others, in sentences. */
export function findingLines(result: VoteResult): { title: string; lines: string[] }[] {
  if (result.groups.length === 0) return []
  return [
    {
      title: 'どのグループでも半分より多くの人が賛成した考え',
      lines: result.sharedByAll.map((number) => numbered(result, number)),
    },
    ...result.groups.map(({ name, size, supportsMore }) => ({
      title: `${name}（${size}人）が、ほかより多く賛成した考え`,
      lines: supportsMore.map((number) => numbered(result, number)),
    })),
  ]
}

/** The result as part of a report. */
export function voteBlocks(result: VoteResult): TextBlock[] {
  return [
    heading(1, '考えへの賛否'),
    ...methodWords(result).map((words) => paragraph(words)),
    ...rulesOf(result).map(
      (rule): TextTable => ({
        kind: 'table',
        caption: `考えごとの答え（${countingRuleLabels[rule]}）`,
        widths: [56, 11, 11, 11, 11],
        head: ['考え', '賛成', '反対', 'わからない', 'n'],
        numeric: [1, 2, 3, 4],
        rows: result.statements.map(({ number, text, tallies }) => [
          [`${number}　${text}`],
          ...tallyCells(tallies[rule]).map((cell) => [String(cell)]),
        ]),
      }),
    ),
    ...findingLines(result).flatMap(({ title, lines }) => [
      heading(2, title),
      paragraph(lines.join('／') || 'ありません。'),
    ]),
  ]
}

type Workbook = {
  title: string
  statements: readonly Statement[]
  sheets: readonly VoteSheet[]
  result: VoteResult
}

const text = (header: string, width: number) => ({ header, width, format: 'text' as const })
const whole = (header: string) => ({ header, width: 10, format: 'whole' as const })

/** The result and the ballots as sheets, for the office. */
export const voteSheets = (workbook: Workbook): WriteSheet[] => [
  answerSheet(workbook),
  ...(workbook.result.groups.length > 0 ? [groupSheet(workbook)] : []),
  ballotSheet(workbook),
]

const answerSheet = ({ title, result }: Workbook): WriteSheet => ({
  name: '考えごとの答え',
  title: `${title}　考えへの賛否`,
  guidance: methodWords(result).join(''),
  columns: [
    whole('番号'),
    text('考え', 50),
    text('数え方', 26),
    ...['賛成', '反対', 'わからない', 'n', '無記入'].map(whole),
  ],
  rows: result.statements.flatMap((statement) =>
    rulesOf(result).map((rule) => [
      statement.number,
      statement.text,
      countingRuleLabels[rule],
      ...tallyCells(statement.tallies[rule]),
      statement.tallies[rule].blank,
    ]),
  ),
})

const groupSheet = ({ title, result }: Workbook): WriteSheet => ({
  name: 'グループごとの賛成',
  title: `${title}　グループごとの賛成の割合`,
  guidance: methodWords(result)[1] ?? '',
  columns: [
    whole('番号'),
    text('考え', 50),
    ...result.groups.map(({ name, size }) => text(`${name}（${size}人）`, 18)),
    text('ほかより多く賛成', 20),
    text('どのグループも賛成', 20),
  ],
  rows: result.statements.map((statement, at) => [
    statement.number,
    statement.text,
    ...result.groups.map(({ tallies }) => shareWords(tallies[at])),
    result.groups
      .filter(({ supportsMore }) => supportsMore.includes(statement.number))
      .map(({ name }) => name)
      .join('、'),
    result.sharedByAll.includes(statement.number) ? '○' : '',
  ]),
})

const ballotSheet = ({ title, statements, sheets }: Workbook): WriteSheet => ({
  name: '投票用紙',
  title: `${title}　投票用紙（庁内用）`,
  guidance: '用紙の番号です。氏名はありません。○ 賛成、× 反対、△ わからない・パス。',
  columns: [whole('回'), whole('用紙'), ...statements.map(({ number }) => text(String(number), 5))],
  rows: sheets.flatMap(({ turn, ballots }) =>
    ballots.map((ballot) => [turn, ballot.voter, ...signsOn(ballot, statements.length)]),
  ),
})

const signsOn = (ballot: Ballot, width: number) => {
  const signs = [...(ballotLines([ballot]).split(' ')[1] ?? '')]
  return Array.from({ length: width }, (_, at) => (signs[at] ?? '・').replace('・', ''))
}

/** 投票用紙 to print: a number to write in, and a box for each answer. */
export const ballotBlocks = (statements: readonly Statement[]): TextBlock[] => [
  paragraph('名前は書かないでください。用紙の番号：　　　　　（2回目も、同じ番号で書いてください）'),
  paragraph(
    'それぞれの考えについて、あてはまるところ1つに ○ を付けてください。答えたくないところは、空けておきます。',
  ),
  {
    kind: 'table',
    caption: '考えへの賛否',
    widths: [8, 56, 12, 12, 12],
    head: ['番号', '考え', '賛成', '反対', 'わからない'],
    rows: statements.map(({ number, text }) => [[String(number)], [text], ['　'], ['　'], ['　']]),
  },
]
