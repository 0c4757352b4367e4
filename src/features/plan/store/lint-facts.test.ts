import { expect, test } from 'vitest'
import { onEveryDatabase } from '#test/context.ts'
import { smallPlan } from '#test/small-plan.ts'
import { lintPlan } from '../core/lint/lint-plan.ts'
import { importPlan } from './commands/import-plan.ts'
import { lintFacts } from './lint-facts.ts'
import { getPlanDocument } from './queries/plans.ts'

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')

  test('a related plan that is kept here too is compared with; any other plan is not', async () => {
    const name = '子ども・子育て支援事業計画'
    const related = {
      id: 'rp_0000000001',
      name,
      tier: 'city' as const,
      kind: '',
      legalBasis: '',
      ownerId: null,
    }
    const plan = { ...smallPlan(), relatedPlans: [{ ...related, period: null }] }
    const planId = await importPlan(context, { plan })
    expect(await lintFacts(context, planId)).toEqual({})

    const [indicator] = smallPlan().indicators
    const other = { ...smallPlan(), planId: 'pl_0000000002', items: [], evidence: [], title: '前期基本計画' }
    if (!indicator) throw new Error('the small plan has an indicator')
    const vision = { ...other.concept, vision: { ...other.concept.vision, id: 'vi_0000000002' } }
    const target = { fiscalYear: 2027, value: 7, comment: '', kind: 'value' as const }
    const indicators = [{ ...indicator, id: 'in_0000000002', itemId: 'vi_0000000002', target }]
    await importPlan(context, { plan: { ...other, concept: vision, indicators } })
    expect(await lintFacts(context, planId)).toEqual({})

    const again = { ...indicators[0], id: 'in_0000000003', itemId: 'vi_0000000003' } as typeof indicator
    await importPlan(context, {
      plan: {
        ...other,
        planId: 'pl_0000000003',
        title: name,
        concept: { ...vision, vision: { ...vision.vision, id: 'vi_0000000003' } },
        indicators: [again],
      },
    })
    const facts = await lintFacts(context, planId)
    expect(facts.registry).toMatchObject([{ title: name, indicators: [{ target: { value: 7 } }] }])
    const { findings } = lintPlan(await getPlanDocument(context, planId), facts)
    expect(findings.find(({ ruleId }) => ruleId === 'XP001')?.message).toContain('0人／7人')
  })
})
