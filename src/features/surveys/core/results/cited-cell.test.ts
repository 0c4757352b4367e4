import { expect, test } from 'vitest'
import { dataPoint, evidenceLink } from '#src/formats/plan-parts.ts'
import { citationOf } from './cited-cell.ts'
import { publication } from './publication-format.ts'

const published = publication.parse({
  title: '市民意向調査',
  universe: '18歳以上の市民',
  period: { start: '2026-06-01', end: '2026-06-30' },
  design: '層化無作為抽出',
  sent: 1000,
  valid: 400,
  isWeighted: true,
  marginPoints: 4.8,
  notes: [],
  tables: [
    {
      key: 'q6_1',
      number: '問6',
      text: '取組について',
      item: '子育て支援（満足度）',
      banner: '地区',
      columns: [
        { label: '北', base: 120 },
        { label: '全体', base: 400 },
      ],
      lines: [
        { label: '満足', counts: [null, 65], shares: [null, 0.1625] },
        { label: '不満', counts: [40, 80], shares: [1 / 3, 0.2] },
      ],
    },
  ],
  dataHash: 'ab',
})
const at = (line: number, column: number, key = 'q6_1') => ({ key, line, column })

test('a published cell is cited with its number, its n, its day, and the reference that finds it again', () => {
  const cited = citationOf(published, 'sv_aaaaaaaaaa', at(0, 1))
  expect(cited?.words).toBe(
    '「市民意向調査」問6 子育て支援（満足度）／全体 「満足」16.3％（n＝400、令和8年（2026年）6月30日まで） [surveys/sv_aaaaaaaaaa#q6_1]',
  )
  expect(cited?.point).toMatchObject({
    value: 16.3,
    unit: '％',
    asOf: '2026-06-30',
    population: '18歳以上の市民',
  })
  expect(cited?.to).toMatchObject({
    kind: 'survey-cell',
    n: 400,
    column: '満足',
    row: '子育て支援（満足度）／全体',
  })
  const id = 'dp_aaaaaaaaaa'
  expect(dataPoint.parse({ ...cited?.point, id }).value).toBe(16.3)
  const link = { id: 'ev_aaaaaaaaaa', from: 'me_aaaaaaaaaa', to: cited?.to, stance: 'supports' }
  expect(evidenceLink.parse(link).to.n).toBe(400)
})

test('a group is named with its variable; a hidden cell and one that is not there cannot be cited', () => {
  expect(citationOf(published, 'sv_aaaaaaaaaa', at(1, 0))?.to.row).toBe('子育て支援（満足度）／地区：北')
  expect(citationOf(published, 'sv_aaaaaaaaaa', at(0, 0))).toBeUndefined()
  expect(citationOf(published, 'sv_aaaaaaaaaa', at(5, 0))).toBeUndefined()
  expect(citationOf(published, 'sv_aaaaaaaaaa', at(0, 0, ''))).toBeUndefined()
})
