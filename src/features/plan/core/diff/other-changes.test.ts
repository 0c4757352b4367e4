import { expect, test } from 'vitest'
import { planDocument } from '#src/formats/plan-document.ts'
import { changesOf, told } from './cases/plan-cases.ts'
import { hasFieldWord } from './field-words.ts'
import { isShown, type SubjectType } from './plan-change.ts'

test('the basic concept comes first, the plan itself last', () => {
  const changes = changesOf((plan) => {
    plan.concept.vision.title = '水とみどりのまち'
    plan.concept.principles.push({ id: 'gp_0000000002', title: '次の世代に', text: '' })
    plan.concept.principles.reverse()
    plan.concept.chapters.push({ heading: '計画の進め方', text: '毎年公表します。' })
    plan.concept.grandDesign = { id: 'gd_0000000001', text: '', zones: [], axes: [], hubs: [] }
    plan.title = '第3次みほん市総合計画'
    plan.period.end = '2029-03-31'
    plan.labels.measure = '節'
    plan.preface = { author: '市長', paragraphs: ['ごあいさつ'] }
    plan.version.label = '素案 第2版'
  })
  expect(told(changes)).toEqual([
    'renamed major: 将来像を「みんなで描く みほんの未来」から「水とみどりのまち」に改めました。',
    'added major: 基本理念「次の世代に」を追加しました。',
    'field-changed normal: 基本理念の順番を改めました。',
    'added normal: 基本構想の章「計画の進め方」を追加しました。',
    'added major: 土地利用構想を追加しました。',
    'renamed major: 計画名を「第2次みほん市総合計画 後期基本計画」から「第3次みほん市総合計画」に改めました。',
    'field-changed major: 計画の計画期間を「令和5年4月1日から令和10年3月31日まで」から「令和5年4月1日から令和11年3月31日まで」に改めました。',
    'version-changed minor: 版が「素案 第1版」から「素案 第2版」に変わりました。',
    'field-changed normal: 計画の施策の呼び名を「施策」から「節」に改めました。',
    'text-changed normal: 計画の前書きを書き改めました。',
  ])
})

test('a zone that changes shows its text', () => {
  const hub = {
    id: 'gf_0000000001',
    name: '複合産業拠点',
    kind: '複合産業拠点',
    text: '産業を集めます。',
    geometryRef: 'zones.geojson#z1',
    status: 'planned' as const,
  }
  const changes = changesOf(
    (plan) => Object.assign(plan.concept.grandDesign?.hubs[0] ?? {}, { text: '産業と研究を集めます。' }),
    (plan) => {
      plan.concept.grandDesign = { id: 'gd_0000000001', text: '', zones: [], axes: [], hubs: [hub] }
    },
  )
  expect(told(changes)).toEqual([
    'text-changed normal: 土地利用構想の「複合産業拠点」の本文を書き改めました。',
  ])
})

const point = {
  id: 'dp_0000000001',
  label: '0〜14歳人口',
  value: 7412,
  unit: '人',
  asOf: '2020-10-01',
  source: { kind: 'statistic', ref: '国勢調査 2020' },
}

test('a figure is updated as one thing, with its day', () => {
  const changes = changesOf(
    (plan) => Object.assign(plan.dataPoints[0] ?? {}, { value: 7105, asOf: '2025-10-01' }),
    (plan) => void plan.dataPoints.push(point),
  )
  expect(told(changes)).toEqual([
    'value-updated minor: 統計値「0〜14歳人口」を7,412人から7,105人に更新しました。',
  ])
})

test('evidence comes, goes and changes with what it speaks for', () => {
  const link = {
    id: 'ev_0000000002',
    to: { kind: 'statistic' as const, ref: '国勢調査' },
    note: '',
    level: 2,
  }
  const changes = changesOf((plan) => {
    plan.evidence.push({ ...link, from: 'in_0000000001', stance: 'supports' })
    for (const one of plan.evidence) if (one.id === 'ev_0000000001') one.level = 1
  })
  expect(told(changes)).toEqual([
    'evidence-changed normal: 施策「子育て環境の充実」の課題の根拠「市民意向調査2021 問8（架空）」を改めました。',
    'evidence-changed normal: 指標「保育所等の待機児童数」の根拠「国勢調査」を加えました。',
  ])
})

test('registers are told too, and the order they are kept in only on request', () => {
  const changes = changesOf((plan) => {
    plan.units.reverse()
    plan.termNotes.push({ term: '協働', kana: 'きょうどう', text: '力を合わせること。' })
    plan.relatedPlans.push({
      id: 'rp_0000000001',
      name: '子ども・子育て支援事業計画',
      tier: 'city',
      kind: '',
      legalBasis: '',
      period: null,
      ownerId: null,
    })
  })
  expect(told(changes.filter(isShown))).toEqual([
    'added normal: 関連計画「子ども・子育て支援事業計画」を追加しました。',
    'added minor: 用語「協働」を追加しました。',
  ])
  expect(told(changes.filter((change) => !isShown(change)))).toEqual([
    'stored-order-changed minor: 組織の並びだけが変わりました。',
  ])
})

test('a project tells its budget by year, and its owner and priority', () => {
  const budget = { national: 0, prefectural: 0, bond: 0, other: 0, certainty: 'estimate' as const }
  const project = {
    id: 'pj_0000000001',
    parentId: 'me_0000000001',
    title: '保育士確保対策事業',
    budget: [{ ...budget, fiscalYear: 2024, general: 2500, total: 10_000 }],
  }
  const changes = changesOf(
    (plan) => {
      const [own] = plan.projects
      if (!own) return
      Object.assign(own.budget[0] ?? {}, { general: 4500, total: 12_000 })
      own.priority = true
      own.parentId = 'me_0000000002'
      own.legalBasis = '児童福祉法'
    },
    (plan) => void plan.projects.push(...planDocument.shape.projects.parse([project])),
  )
  expect(told(changes)).toEqual([
    'moved major: 事務事業「保育士確保対策事業」を施策「子育て環境の充実」から施策「学校教育の充実」へ移しました。',
    'field-changed normal: 事務事業「保育士確保対策事業」の根拠法令を「記載なし」から「児童福祉法」に改めました。',
    'field-changed normal: 事務事業「保育士確保対策事業」の事業費（令和6年度）を「10,000千円」から「12,000千円」に改めました。',
    'priority-changed major: 事務事業「保育士確保対策事業」を重点事業に位置付けました。',
  ])
})

test('every field of the format has a Japanese name', () => {
  const { shape } = planDocument
  const lists: [SubjectType, { shape: object }][] = [
    ['plan', { shape }],
    ...shape.items.unwrap().element.options.map((one): [SubjectType, { shape: object }] => ['item', one]),
    ['indicator', shape.indicators.unwrap().element],
    ['project', shape.projects.unwrap().element],
    ['dataPoint', shape.dataPoints.unwrap().element],
    ['evidence', shape.evidence.unwrap().element],
    ['relatedPlan', shape.relatedPlans.unwrap().element],
    ['logicModel', shape.logicModels.unwrap().element],
    ['unit', shape.units.unwrap().element],
    ['taxonomy', shape.taxonomies.unwrap().element],
    ['termNote', shape.termNotes.unwrap().element],
    ['decision', shape.decisions.unwrap().element],
    ['waiver', shape.waivers.unwrap().element],
    ['ledgerEntry', shape.ledger.unwrap().element],
  ]
  const nameless = lists.flatMap(([type, { shape: fields }]) =>
    Object.keys(fields).filter(
      (field) => !hasFieldWord(type, field) && !/^(id|to|from|concept)$/.test(field),
    ),
  )
  expect(nameless).toEqual([])
})
