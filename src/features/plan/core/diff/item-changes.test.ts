import { expect, test } from 'vitest'
import { planDocument } from '#src/formats/plan-document.ts'
import { changesOf, measureOf, measureWith, told } from './cases/plan-cases.ts'
import { isOnlyNumber, isShown } from './plan-change.ts'

const safety = planDocument.shape.items.parse([
  { id: 'po_0000000003', kind: 'policy', parentId: 'vi_0000000001', order: 3, title: '安全' },
])

test('a new measure is added, and what comes below it says so', () => {
  const changes = changesOf((plan) => {
    plan.items.push(measureWith({}))
    plan.projects.push({ ...projectOf('pj_0000000001'), parentId: 'me_0000000009' })
  })
  expect(told(changes)).toEqual([
    'added major: 施策「空き家対策の推進」を追加しました。',
    'added normal: 事務事業「空き家調査事業」を追加しました。',
  ])
  expect(changes[1]).toMatchObject({ partOf: 'me_0000000009', subject: { policyId: 'po_0000000001' } })
})

const projectOf = (id: string) => ({
  id,
  parentId: 'me_0000000001',
  order: 1,
  title: '空き家調査事業',
  summary: '',
  ownerId: null,
  legalBasis: '',
  category: '',
  period: null,
  budget: [],
  hours: [],
  activityIndicators: [],
  priority: false,
})

test('removing a subtree names all that goes, in reading order', () => {
  const changes = changesOf((plan) => {
    plan.items = plan.items.filter(({ id }) => id !== 'me_0000000001' && id !== 'pr_0000000001')
    plan.indicators = []
    plan.evidence = []
  })
  expect(told(changes)).toEqual([
    'removed major: 施策「子育て環境の充実」を削除しました。',
    'removed major: 指標「保育所等の待機児童数」を削除しました。',
    'removed normal: 基本事業「保育の受入れ拡大」を削除しました。',
    'evidence-changed normal: 施策「子育て環境の充実」の課題の根拠「市民意向調査2021 問8（架空）」を外しました。',
  ])
})

test('moving a measure with all below it is one move; who only got another number is kept apart', () => {
  const changes = changesOf((plan) => {
    const measure = measureOf(plan)
    measure.parentId = 'po_0000000002'
    for (const item of plan.items) if (item.id === 'me_0000000002') item.order = 1
  })
  expect(told(changes.filter(isShown))).toEqual([
    'moved major: 施策「子育て環境の充実」を政策「こども・教育」から政策「都市・環境」へ移しました。',
  ])
  expect(told(changes.filter(isOnlyNumber))).toEqual([
    'renumbered minor: 番号だけが変わりました（1-2 → 1-1）。',
  ])
})

test('a sibling that came in between renumbers, it does not reorder', () => {
  const changes = changesOf((plan) => {
    for (const item of plan.items) if (item.id === 'me_0000000002') item.order = 3
    plan.items.push(measureWith({ order: 2 }))
  })
  expect(changes.map(({ kind }) => kind)).toEqual(['added', 'renumbered'])
})

test('measures that changed places are reordered, as few as possible', () => {
  const changes = changesOf(
    (plan) => {
      for (const item of plan.items) if (item.kind === 'policy') item.order = (item.order % 3) + 1
    },
    (plan) => void plan.items.push(...safety),
  )
  expect(told(changes.filter(isShown))).toEqual([
    'reordered minor: 政策「安全」の順番を変えました（3 → 1）。',
  ])
  expect(changes.filter(isOnlyNumber)).toHaveLength(2)
})

test('one measure that passes others which keep their numbers is reordered', () => {
  const changes = changesOf((plan) => {
    measureOf(plan).order = 5
  })
  expect(told(changes)).toEqual([
    'reordered minor: 施策「子育て環境の充実」の順番を変えました（1-1 → 1-5）。',
  ])
})

test('ids decide: two measures that swap titles are both renamed', () => {
  const changes = changesOf((plan) => {
    for (const item of plan.items) {
      if (item.id === 'me_0000000001') item.title = '学校教育の充実'
      if (item.id === 'me_0000000002') item.title = '子育て環境の充実'
    }
  })
  expect(told(changes)).toEqual([
    'renamed normal: 施策名を「子育て環境の充実」から「学校教育の充実」に改めました。',
    'renamed normal: 施策名を「学校教育の充実」から「子育て環境の充実」に改めました。',
  ])
})

test('the labels of the city are used', () => {
  const changes = changesOf(
    (plan) => void plan.items.push(measureWith({})),
    (plan) => Object.assign(plan.labels, { measure: '節' }),
  )
  expect(told(changes)).toEqual(['added major: 節「空き家対策の推進」を追加しました。'])
})

test('a measure split in two is one change', () => {
  const succeeds = [{ id: 'me_0000000002', kind: 'split' as const }]
  const changes = changesOf((plan) => {
    plan.items = plan.items.filter(({ id }) => id !== 'me_0000000002')
    plan.items.push(measureWith({ title: '学校施設', succeeds }))
    plan.items.push(measureWith({ id: 'me_0000000010', title: '学びの支援', succeeds }))
  })
  expect(told(changes)).toEqual([
    'split major: 施策「学校教育の充実」を「学校施設」と「学びの支援」に分けました。',
  ])
})

test('a split that leaves the old measure standing is told too', () => {
  const changes = changesOf((plan) => {
    plan.items.push(measureWith({ title: '学校施設', succeeds: [{ id: 'me_0000000002', kind: 'split' }] }))
  })
  expect(told(changes)).toEqual([
    'split major: 施策「学校教育の充実」を「学校教育の充実」と「学校施設」に分けました。',
  ])
})

test('merging and replacing are one change each', () => {
  const without = (ids: string[]) => (plan: Parameters<Parameters<typeof changesOf>[0]>[0]) => {
    plan.items = plan.items.filter(({ id }) => !ids.includes(id))
  }
  const merged = changesOf((plan) => {
    without(['me_0000000001', 'me_0000000002'])(plan)
    const kind = 'merged' as const
    plan.items.push(
      measureWith({
        title: 'こども',
        succeeds: [
          { id: 'me_0000000001', kind },
          { id: 'me_0000000002', kind },
        ],
      }),
    )
  })
  expect(told(merged)).toContain(
    'merged major: 「子育て環境の充実」と「学校教育の充実」を施策「こども」にまとめました。',
  )
  expect(merged.some(({ kind }) => kind === 'added' || kind === 'removed')).toBe(false)

  const replaced = changesOf((plan) => {
    without(['me_0000000002'])(plan)
    plan.items.push(measureWith({ title: '学び', succeeds: [{ id: 'me_0000000002', kind: 'replaced' }] }))
  })
  expect(told(replaced)).toEqual(['replaced major: 施策「学校教育の充実」を「学び」に置き換えました。'])
})

test('another lead is told apart from a reorganization', () => {
  const toRoads = changesOf((plan) => Object.assign(measureOf(plan), { lead: 'ou_0000000002', support: [] }))
  expect(told(toRoads)).toEqual([
    'owner-changed normal: 施策「子育て環境の充実」の主管課がこども課から道路課に変わりました。',
    'owner-changed normal: 施策「子育て環境の充実」の関係課から道路課を外しました。',
  ])
  const reorganized = changesOf((plan) => {
    const [children, roads] = plan.units
    if (!children || !roads) return
    children.successors = [{ unitId: 'ou_0000000003', scope: 'all' }]
    plan.units.push({ ...roads, id: 'ou_0000000003', name: 'みらいこども課', successors: [] })
    measureOf(plan).lead = 'ou_0000000003'
  })
  expect(told(reorganized)).toEqual([
    'owner-changed minor: 施策「子育て環境の充実」の主管課がこども課からみらいこども課に変わりました（組織改編）。',
    'field-changed minor: 組織「こども課」の継承先を改めました。',
    'added minor: 組織「みらいこども課」を追加しました。',
  ])
})

test('texts are told paragraph by paragraph', () => {
  const changes = changesOf((plan) => {
    const measure = measureOf(plan)
    measure.desiredState = 'だれもが安心して子どもを育て、育つ。'
    measure.situation.push({ id: `${measure.id}/situation/p9`, text: '転入が続いています。' })
    measure.issues = []
    for (const direction of measure.directions) {
      direction.text = '保育士の確保と定着を進めます。'
      direction.addresses = []
    }
    measure.roles = { ...measure.roles, public: '相談の場と保育の場を整えます。' }
  })
  expect(told(changes)).toEqual([
    'text-changed normal: 施策「子育て環境の充実」のめざす姿を書き改めました。',
    'text-changed normal: 施策「子育て環境の充実」の現状の第2段落を加えました。',
    'text-changed normal: 施策「子育て環境の充実」の課題の第1項を削除しました。',
    'text-changed normal: 施策「子育て環境の充実」の施策の方向の第1項を書き改めました。',
    'field-changed normal: 施策「子育て環境の充実」の施策の方向が応える課題を改めました。',
    'text-changed normal: 施策「子育て環境の充実」の役割（公助）を書き改めました。',
  ])
})

test('paragraphs in another order are told once', () => {
  const paragraphs = ['一', '二', '三'].map((text, index) => ({
    id: `me_0000000001/situation/p${index + 1}`,
    text,
  }))
  const changes = changesOf(
    (plan) => void measureOf(plan).situation.reverse(),
    (plan) => Object.assign(measureOf(plan), { situation: paragraphs }),
  )
  expect(told(changes)).toEqual([
    'text-changed minor: 施策「子育て環境の充実」の現状の段落の順番を変えました。',
  ])
})

test('tags, goals and principles tell what came and went', () => {
  const changes = changesOf((plan) => {
    const measure = measureOf(plan)
    measure.tags = ['こども']
    measure.sdgs = [{ taxonomy: 'sdgs-2030', goal: 5, reason: '', primary: true }]
    measure.principles = { efficiency: { applies: true, text: '申込み事務を減らします。' } }
  })
  expect(told(changes)).toEqual([
    'tag-changed normal: 施策「子育て環境の充実」のタグに「こども」を加えました。',
    'tag-changed normal: 施策「子育て環境の充実」のSDGsに「目標5」を加え、「目標4（4.2）」を外しました。',
    'tag-changed normal: 施策「子育て環境の充実」の策定方針の原則に「行財政運営の効率化」を加えました。',
  ])
})

test('priority is taken up and dropped', () => {
  const flag = (flagged: boolean) => (plan: Parameters<typeof measureOf>[0]) =>
    Object.assign(measureOf(plan), { priority: { flagged, reason: '重要度が高い' } })
  expect(told(changesOf(flag(true), flag(false)))).toEqual([
    'priority-changed major: 施策「子育て環境の充実」を重点施策に位置付けました。',
  ])
  expect(told(changesOf(flag(false), flag(true)))).toEqual([
    'priority-changed major: 施策「子育て環境の充実」の重点施策としての位置付けを外しました。',
  ])
})
