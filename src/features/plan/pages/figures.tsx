import { z } from 'zod'
import { hashOf } from '#src/formats/canonical-json.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { DataPoint } from '#src/formats/plan-parts.ts'
import { decimalNumber } from '#src/lib/form/decimal-number.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { permissions } from '../core/permissions.ts'
import { addDataPoint } from '../store/commands/parts.ts'
import { removeDataPoint, saveDataPoint } from '../store/commands/registers.ts'
import { planFacts } from '../store/queries/facts.ts'
import { findPrimaryPlan, getPlanDocument } from '../store/queries/plans.ts'
import { dataPointsAddress } from './parts/addresses.ts'
import { FiguresView } from './parts/figures-view.tsx'

const typed = z.object({
  label: z
    .string()
    .trim()
    .min(1, '名前を書いてください（例：0〜14歳人口）')
    .max(100, '名前は100字以内にしてください'),
  value: decimalNumber('値は数で書いてください').refine((value) => value !== null, '値を書いてください'),
  unit: z.string().trim().max(20, '単位は20字以内にしてください'),
  asOf: z.string().trim().min(1, 'いつの値かを書いてください（例：2020-10-01）').max(50),
  source: z.string().trim().min(1, '出典を書いてください（例：国勢調査 2020）').max(200),
  cell: z.string().trim().max(200).default(''),
  url: z
    .union([
      z.literal(''),
      z.url({ protocol: /^https?$/, error: 'https:// で始まるアドレスを書いてください' }),
    ])
    .default(''),
})

export const figuresDoor = page('/staff/figures', {
  audience: 'staff',
  async show(context) {
    const plan = await findPrimaryPlan(context)
    return { seeOther: plan ? dataPointsAddress(plan.id) : '/staff/plans/all' }
  },
})

/** 統計値: the figures that texts quote, each in one place. */
export const figuresPage = page('/staff/figures/:planId', {
  audience: 'staff',
  show: (context, { params, url }) =>
    screen(context, params.planId, { opened: url.searchParams.get('open') ?? '' }),
  async submit(context, { params }, form) {
    const { planId } = params
    const here = dataPointsAddress(planId)
    const { act = '', pointId = '', seen = '' } = enteredIn(form)
    if (act === 'remove') {
      await removeDataPoint(context, { planId, pointId })
      return { seeOther: `${here}?notice=removed` }
    }
    const read = readForm(typed, form)
    const opened = act === 'save' ? pointId : ''
    if (read.problems) return { ...(await screen(context, planId, { ...read, opened })), status: 422 }
    const point = pointOf(read.values, tokyoDay(context.now))
    if (act !== 'save') {
      const id = await addDataPoint(context, { planId, point })
      return { seeOther: `${here}?notice=added#${id}` }
    }
    const saving = saveDataPoint(context, { planId, part: { ...point, id: pointId }, seen })
    if (!(await unlessStale(saving)).isStale) return { seeOther: `${here}?notice=saved#${pointId}` }
    const problems = {
      label: 'ほかの人が先に保存しました。いまの値は一覧にあります。よければ、もう一度保存してください',
    }
    return { ...(await screen(context, planId, { opened, entered: read.entered, problems })), status: 409 }
  },
})

function pointOf(
  { source, cell, url, ...values }: z.infer<typeof typed>,
  day: string,
): Omit<DataPoint, 'id'> {
  return {
    ...values,
    value: values.value ?? 0,
    source: { kind: 'statistic', ref: source, ...(cell ? { cell } : {}), ...(url ? { url } : {}) },
    retrievedOn: day,
  }
}

type Typed = { opened: string; entered?: Entered; problems?: Problems }

async function screen(
  context: Context,
  planId: string,
  { opened, entered, problems = {} }: Typed,
): Promise<Screen> {
  const plan: PlanDocument = await getPlanDocument(context, planId)
  const point = plan.dataPoints.find(({ id }) => id === opened)
  return {
    title: '統計値',
    facts: await planFacts(context, planId),
    isInvented: plan.isInvented,
    body: (
      <FiguresView
        plan={plan}
        opened={point}
        seen={point ? hashOf(point) : ''}
        entered={entered ?? (point ? enteredOf(point) : {})}
        problems={problems}
        mayChange={mayDo(context.actor, permissions, 'edit-concept')}
      />
    ),
  }
}

const enteredOf = ({ label, value, unit, asOf, source }: DataPoint): Entered => ({
  label,
  value: String(value),
  unit,
  asOf,
  source: source.ref,
  cell: source.cell ?? '',
  url: source.url ?? '',
})
