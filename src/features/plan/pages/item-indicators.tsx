import { z } from 'zod'
import { fiscalYearShort } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { ProblemSummary, TextField } from '#src/ui/field.tsx'
import { EmptyState, NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import { addIndicator, moveIndicator } from '../store/commands/indicators.ts'
import { indicatorAddress, itemAddress, planAddress } from './parts/addresses.ts'
import { type ItemFrame, itemFrame } from './parts/item-frame.tsx'
import { ItemHead } from './parts/item-tabs.tsx'

const acts = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('add'),
    name: z.string().trim().min(1, '指標名を書いてください').max(100, '指標名は100字以内にしてください'),
  }),
  z.object({ act: z.enum(['up', 'down']), indicatorId: z.string() }),
])

/** 成果指標 of one measure: the list, in order. */
export const itemIndicatorsPage = page('/staff/plans/:planId/items/:itemId/indicators', {
  audience: 'staff',
  show: async (context, { params }) => screen(await measureFrame(context, params)),
  async submit(context, { params }, form) {
    const { planId, itemId } = params
    const read = readForm(acts, form)
    if (read.problems) {
      const frame = await measureFrame(context, params)
      return { ...screen(frame, read.problems, read.entered['name']), status: 422 }
    }
    const { values } = read
    if (values.act === 'add') {
      const id = await addIndicator(context, { planId, itemId, name: values.name })
      return { seeOther: `${indicatorAddress(planId, id)}?notice=added` }
    }
    await moveIndicator(context, { indicatorId: values.indicatorId, towards: values.act })
    return { seeOther: `${itemAddress(planId, itemId)}/indicators?notice=moved` }
  },
})

async function measureFrame(context: Context, { planId, itemId }: { planId: string; itemId: string }) {
  const frame = await itemFrame(context, planId, itemId)
  if (frame.edited.item.kind !== 'measure') throw new Refusal('not-found', 'この項目に成果指標はありません')
  return frame
}

function screen(frame: ItemFrame, problems: Record<string, string> = {}, name?: string): Screen {
  const { item } = frame.edited
  const { planId, isInvented } = frame.plan
  return {
    title: `${frame.number} ${item.title}：成果指標`,
    crumbs: [...frame.crumbs, { label: `${frame.number} ${item.title}`, href: itemAddress(planId, item.id) }],
    facts: frame.facts,
    isInvented,
    body: <IndicatorList frame={frame} problems={problems} name={name} />,
  }
}

type ListProps = { frame: ItemFrame; problems: Record<string, string>; name: string | undefined }

function IndicatorList({ frame, problems, name }: ListProps) {
  const { plan, edited, mayEdit } = frame
  const own = plan.indicators.filter(({ itemId }) => itemId === edited.item.id)
  return (
    <>
      <ItemHead frame={frame} tab="/indicators" />
      {own.length === 0 && (
        <EmptyState title="まだ指標がありません。">
          <p>この施策で市民の暮らしがどう変わったかを測るものさしを、1〜3本決めます。</p>
        </EmptyState>
      )}
      {own.length > 0 && <IndicatorTable frame={frame} />}
      {mayEdit && (
        <form method="post" class="sb-form l-section">
          <ProblemSummary problems={problems} />
          <TextField
            name="name"
            label="追加する指標の名前"
            value={name}
            problem={problems['name']}
            required
          />
          <button class="dads-button" name="act" value="add" type="submit">
            指標を追加する
          </button>
        </form>
      )}
      {plan.items.length > 0 && (
        <p class="l-gap">
          <a href={`${planAddress(plan.planId)}/concept`}>総括的な目標（将来像の指標）を見る</a>
        </p>
      )}
    </>
  )
}

function IndicatorTable({ frame }: { frame: ItemFrame }) {
  const { plan, edited, mayEdit } = frame
  const own = plan.indicators.filter(({ itemId }) => itemId === edited.item.id)
  return (
    <ScrollFrame label="成果指標の表">
      <table class="dads-table dads-table--wide">
        <caption>
          <span class="vh">成果指標</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">指標名</th>
            <th scope="col">単位</th>
            <th scope="col" class="is-num">
              基準
            </th>
            <th scope="col" class="is-num">
              目標
            </th>
            {mayEdit && <th scope="col">順番</th>}
          </tr>
        </thead>
        <tbody>
          {own.map((indicator) => (
            <tr key={indicator.id}>
              <th scope="row">
                <a href={indicatorAddress(plan.planId, indicator.id)}>{indicator.name}</a>
              </th>
              <td>{indicator.unit || <NoValue words="単位なし" />}</td>
              <td class="is-num">
                <YearValue value={indicator.baseline.value} year={indicator.baseline.fiscalYear} />
              </td>
              <td class="is-num">
                <YearValue value={indicator.target?.value} year={indicator.target?.fiscalYear} />
              </td>
              {mayEdit && (
                <td>
                  <form method="post" class="l-cluster">
                    <input type="hidden" name="indicatorId" value={indicator.id} />
                    <MoveButton towards="up" name={indicator.name} />
                    <MoveButton towards="down" name={indicator.name} />
                  </form>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

function YearValue({ value, year }: { value: number | null | undefined; year: number | undefined }) {
  if (value === null || value === undefined || year === undefined)
    return <NoValue words="まだ決まっていません" />
  return (
    <>
      {value.toLocaleString('ja-JP')}
      <span class="sb-sub">（{fiscalYearShort(year)}）</span>
    </>
  )
}

function MoveButton({ towards, name }: { towards: 'up' | 'down'; name: string }) {
  return (
    <button
      class="dads-button dads-button--secondary dads-button--small"
      name="act"
      value={towards}
      type="submit"
    >
      {towards === 'up' ? '↑' : '↓'}
      <span class="vh">
        {towards === 'up' ? '1つ上へ' : '1つ下へ'}：{name}
      </span>
    </button>
  )
}
