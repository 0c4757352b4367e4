import { findMunicipality } from '#src/features/organization/store/queries.ts'
import { planDocument } from '#src/formats/plan-document.ts'
import { Refusal } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems } from '#src/platform/form.ts'
import { page } from '#src/platform/page.ts'
import { ProblemSummary, TextField } from '#src/ui/field.tsx'
import { readPeriod } from '../core/forms/concept-form.ts'
import { versionLabel } from '../core/labels.ts'
import { importPlan } from '../store/commands/import-plan.ts'
import { conceptAddress } from './parts/addresses.ts'

/** Begins an empty plan: its name, its years and its vision. */
export const newPlanPage = page('/staff/plans/new', {
  audience: 'staff',
  show: async () => screen(),
  async submit(context, _visit, form) {
    const entered = enteredIn(form)
    const problems: Problems = {}
    const title = (entered['title'] ?? '').trim()
    if (!title) problems['title'] = '計画の名前を書いてください'
    const period = readPeriod(entered, problems)
    if (Object.keys(problems).length > 0) return { ...screen(entered, problems), status: 422 as const }
    const city = await findMunicipality(context)
    if (!city) throw new Refusal('conflict', '先に、市町村の名前とコードを登録してください')
    const plan = planDocument.parse({
      schema: 'shirube-plan/1',
      planId: context.newId('pl'),
      municipalityCode: city.code,
      municipalityName: city.name,
      kind: 'comprehensive',
      title,
      period,
      version: {
        id: context.newId('ve'),
        stage: 'outline-draft',
        number: 1,
        label: versionLabel('outline-draft', 1),
      },
      concept: { vision: { id: context.newId('vi'), title: (entered['visionTitle'] ?? '').trim() } },
      taxonomies: [{ id: 'sdgs-2030', validTo: '2030-12-31' }],
    })
    await importPlan(context, { plan })
    return { seeOther: `${conceptAddress(plan.planId)}?notice=added` }
  },
})

const screen = (entered: Entered = {}, problems: Problems = {}) => ({
  title: '計画を新しく始める',
  crumbs: [{ label: '計画の一覧', href: '/staff/plans/all' }],
  isInvented: false,
  body: <NewPlan entered={entered} problems={problems} />,
})

function NewPlan({ entered, problems }: { entered: Entered; problems: Problems }) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <>
      <h1>計画を新しく始める</h1>
      <form method="post" class="sb-form l-gap">
        <ProblemSummary problems={problems} />
        <TextField
          {...field('title')}
          label="計画の名前"
          support="例：第3次〇〇市総合計画 前期基本計画"
          required
        />
        <TextField
          {...field('firstYear')}
          label="始めの年度（西暦）"
          support="例：2028（令和10年度）"
          inputMode="numeric"
          width="short"
          required
        />
        <TextField
          {...field('lastYear')}
          label="終わりの年度（西暦）"
          inputMode="numeric"
          width="short"
          required
        />
        <TextField {...field('visionTitle')} label="将来像" support="あとから直せます。" optional />
        <button class="dads-button" type="submit">
          始める
        </button>
      </form>
    </>
  )
}
