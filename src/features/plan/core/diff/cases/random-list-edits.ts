import type { PlanDocument } from '#src/formats/plan-document.ts'
import { newId, type RandomEdit, shuffle, wordsOf } from './random.ts'

const listNames = [
  'items',
  'indicators',
  'projects',
  'dataPoints',
  'evidence',
  'units',
  'termNotes',
  'decisions',
  'waivers',
  'ledger',
  'roleSet',
] as const

/** Adds to a list, or takes one away. */
const grow =
  <List extends keyof PlanDocument>(
    list: List,
    make: (plan: PlanDocument, id: (prefix: string) => string, word: string) => unknown,
  ): RandomEdit =>
  (plan, random) => {
    const members = plan[list] as unknown[]
    if (members.length > 0 && random.below(3) === 0) members.splice(random.below(members.length), 1)
    else
      members.splice(
        random.below(members.length + 1),
        0,
        make(plan, (prefix) => newId(prefix, random), wordsOf(random)),
      )
  }

export const edgeEdits: RandomEdit[] = [
  (plan, random) => shuffle(plan[random.pick(listNames)] as unknown[], random),
  grow('evidence', (_, id, word) => ({
    id: id('ev'),
    from: 'me_0000000001/issues/p2',
    to: { kind: 'document', ref: word },
    stance: 'supports',
  })),
  (plan, random) => {
    for (const link of plan.evidence) if (random.below(2) === 0) link.note = wordsOf(random)
  },
  grow('dataPoints', (_, id, word) => ({
    id: id('dp'),
    label: word,
    value: word.length * 10,
    unit: '人',
    asOf: '2020-10-01',
    source: { kind: 'statistic', ref: '国勢調査' },
  })),
  (plan, random) => {
    for (const point of plan.dataPoints) if (random.below(2) === 0) point.value += random.below(5)
  },
  grow('units', (plan, id, word) => ({
    id: id('ou'),
    name: `${word}課`,
    kind: 'section',
    parentId: plan.units[0]?.id ?? null,
    validFrom: '2020-04-01',
  })),
  (plan, random) => {
    const [unit, heir] = plan.units
    if (unit && heir) unit.successors = random.below(2) === 0 ? [] : [{ unitId: heir.id, scope: 'all' }]
    if (unit) unit.name = wordsOf(random)
  },
  grow('projects', (plan, id, word) => ({
    id: id('pj'),
    parentId: plan.items[0]?.id ?? 'me_0000000001',
    title: word,
    budget: [budgetOf(2024, word.length), budgetOf(2025, 9)],
  })),
  (plan, random) => {
    for (const project of plan.projects) {
      project.priority = random.below(2) === 0
      shuffle(project.budget, random)
      const [year] = project.budget
      if (year) year.total = random.below(900)
    }
  },
  grow('waivers', (_, id, word) => ({
    id: id('wa'),
    ruleId: 'ST005',
    fingerprint: word,
    reason: word,
    grantedBy: 'ou_0000000001',
    grantedOn: '2026-04-01',
    expiresOn: '2027-03-31',
  })),
  grow('ledger', (_, id, word) => ({
    id: id('le'),
    kind: 'target-weakened',
    subjectId: 'in_0000000001',
    from: word,
    to: '0人',
    date: '2026-04-01',
    reason: word,
    versionId: 've_0000000001',
  })),
  grow('decisions', (_, id, word) => ({ id: id('de'), kind: '市長の確認', date: '2026-04-01', title: word })),
  grow('termNotes', (_, _id, word) => ({ term: word.slice(0, 3), text: word })),
  grow('relatedPlans', (_, id, word) => ({ id: id('rp'), name: word, tier: 'city' })),
  grow('logicModels', (_, id) => ({ id: id('lm'), measureId: 'me_0000000001', nodes: [], arrows: [] })),
  grow('taxonomies', (_, _id, word) => ({ id: word })),
  (plan, random) => {
    plan.title = wordsOf(random)
    plan.version.number += 1
    plan.version.label = `素案 第${plan.version.number}版`
    plan.labels.measure = random.pick(['施策', '節'])
    plan.period.end = random.pick(['2028-03-31', '2029-03-31'])
    plan.preface = random.pick([null, { author: '市長', paragraphs: [wordsOf(random)] }])
  },
  (plan, random) => {
    const { concept } = plan
    concept.vision.title = wordsOf(random)
    concept.chapters.splice(random.below(2), random.below(2), {
      heading: wordsOf(random).slice(0, 3),
      text: '',
    })
    concept.principles.push({ id: newId('gp', random), title: wordsOf(random), text: '' })
    shuffle(concept.principles, random)
    shuffle(concept.chapters, random)
    if (random.below(4) === 0) concept.grandDesign = null
    else concept.grandDesign ??= { id: 'gd_0000000001', text: '', zones: [], axes: [], hubs: [] }
    concept.grandDesign?.zones.push({
      id: newId('gf', random),
      name: wordsOf(random),
      kind: '住宅',
      text: '',
      geometryRef: '',
      status: 'planned',
    })
    if (concept.grandDesign) shuffle(concept.grandDesign.zones, random)
  },
  // A doubled id is a finding of the lint, not a reason to lose anything here.
  (plan, random) => {
    const [item] = plan.items
    if (item && random.below(4) === 0) plan.items.push({ ...structuredClone(item), title: wordsOf(random) })
  },
]

const budgetOf = (fiscalYear: number, total: number) => ({
  fiscalYear,
  national: 0,
  prefectural: 0,
  bond: 0,
  other: 0,
  general: total,
  total,
  certainty: 'estimate',
})
