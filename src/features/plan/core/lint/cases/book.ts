import { indicatorId, measureId, planWith } from '#test/plan-fixture.ts'
import { smallPlan } from '#test/small-plan.ts'
import type { BookFacts, BookFigure, BookTable } from '../room-facts.ts'
import { type RuleCase, situation } from './changed-plans.ts'

const set = (facts: Partial<BookFacts>, pages?: number) => ({
  rendered: { of: () => ({ headings: [], tables: [], figures: [], ...facts }), pages },
})
const table = (changes: Partial<BookTable>): BookTable => ({
  subjectId: measureId,
  caption: '子育て環境の充実の指標',
  head: ['指標', '基準値', '目標値'],
  rows: [['保育所等の待機児童数\n4月1日現在', '18人（令和4年度）', '0人（令和9年度）']],
  ...changes,
})
const tables = (changes: Partial<BookTable> = {}) => set({ tables: [table(changes)] })
const figure = (changes: Partial<BookFigure>) => {
  const name = '待機児童数'
  const whole = { subjectId: indicatorId, name, alternative: `${name}の推移のグラフ。目標は0人。`, marks: [] }
  return set({ figures: [{ ...whole, ...changes }] })
}
const headings = (...levels: number[]) =>
  set({ headings: levels.map((level) => ({ subjectId: measureId, level, text: `見出し${level}` })) })
const parts = (total: string, unit = '人') =>
  tables({
    head: ['区分', '人数'],
    rows: [
      ['男', `40${unit}`],
      ['女', `58${unit}`],
      ['合計', total],
    ],
  })
const beside = (total: string) =>
  tables({ head: ['事業', '国', '市', '合計'], rows: [['保育', '1,000', '500', total]] })

const [link] = smallPlan().evidence as [
  (typeof smallPlan extends () => infer Plan ? Plan : never)['evidence'][number],
]
const links = (...others: { from?: string; stance?: typeof link.stance; ref?: string }[]) =>
  planWith({
    evidence: others.map(({ from = measureId, stance = 'supports', ref = '調査 問8' }, at) => ({
      ...link,
      id: `ev_000000000${at}`,
      from,
      stance,
      to: { ...link.to, ref },
    })),
  })
const three = [{}, { ref: '統計' }, { ref: '声' }]
const contrary = { from: 'me_0000000002', stance: 'contradicts' as const }
const rejected = { itemId: measureId, ref: 'deliberation/mt_0000000001#de_1', words: '審議会 第2回 否決' }

/** Rules that look at the set book, and the one on what speaks against a measure. */
export const bookCases: readonly RuleCase[] = [
  [
    'DC004',
    situation('保育所等の待機児童数の目標は5人です。'),
    situation('保育所等の待機児童数の目標は0人です。'),
    tables(),
  ],
  [
    'DC004',
    situation('保育所等の待機児童数は、令和4年度に8人でした。'),
    situation('保育所等の待機児童数は、令和3年度に8人でした。'),
    tables(),
  ],
  [
    'DC004',
    situation('保育所等の待機児童数の基準は28人。'),
    situation('保育所等の待機児童数の基準は約20人。'),
    tables(),
  ],
  ['DC005', smallPlan(), smallPlan(), figure({ alternative: '待機 児童数' }), 1, figure({})],
  ['DC005', smallPlan(), smallPlan(), figure({ alternative: 'chart.png' }), 1, figure({})],
  ['DC006', smallPlan(), smallPlan(), tables({ caption: ' ' }), 1, tables()],
  ['DC006', smallPlan(), smallPlan(), tables({ head: ['指標', '', '目標値'] }), 1, tables()],
  [
    'DC007',
    smallPlan(),
    smallPlan(),
    figure({
      marks: [
        { form: 'line', colour: '#c00' },
        { form: 'line', colour: '#00c' },
      ],
    }),
    1,
    figure({
      marks: [
        { form: 'line', colour: '#c00' },
        { form: 'line dashed', colour: '#00c' },
      ],
    }),
  ],
  ['DC008', smallPlan(), smallPlan(), headings(1, 2, 4), 1, headings(1, 2, 3, 2, 3, 4)],
  ['DC008', smallPlan(), smallPlan(), headings(1, 2, 1), 1, headings(1, 2, 2)],
  ['DC011', smallPlan(), smallPlan(), parts('100人'), 1, parts('98人')],
  ['DC011', smallPlan(), smallPlan(), parts('98.3％', '％'), 1, parts('98.2％', '％')],
  ['DC011', smallPlan(), smallPlan(), beside('1,600'), 1, beside('1,500')],
  [
    'DC012',
    situation('施策1-3を参照してください。'),
    situation('施策１－２と、施策3本を進めます。'),
    set({}),
  ],
  [
    'DC012',
    situation('施策1-2「防犯」に書きます。'),
    situation('施策1-2「学校教育の充実」に書きます。'),
    set({}),
  ],
  ['DC012', situation('図5のとおりです。'), situation('白書の図5、別表1、図5枚のとおりです。'), set({})],
  [
    'DC012',
    situation('表2のとおりです。'),
    situation('表2のとおりです。'),
    tables(),
    1,
    tables({ caption: '表2 人口' }),
  ],
  ['DC012', situation('121ページを参照。'), situation('120ページを参照。'), set({}, 120)],
  ['EV009', links(...three, contrary), links({}, {}, contrary)],
  ['EV009', links(...three, contrary), links(...three, { stance: 'contradicts' }, contrary)],
  ['EV009', links(...three), links(...three), { evidence: [rejected] }, 1, { evidence: [] }],
]
