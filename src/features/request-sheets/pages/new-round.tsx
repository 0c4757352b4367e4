import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, entriesOf, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { CheckField, SelectField, TextField } from '#src/ui/field.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { type AskedSheet, measureSheets, unitSheets } from '../core/asked-sheets.ts'
import { permissions } from '../core/permissions.ts'
import { roundForm } from '../core/round-form.ts'
import { askedOfLabels, type SheetTemplate } from '../core/sheet-templates.ts'
import { makeRound } from '../store/commands.ts'
import { getGround, listSections } from '../store/queries-ground.ts'
import { listTemplates } from '../store/queries-templates.ts'
import { roundAddress, sheetsAddress, sheetsCrumb, templatesAddress } from './parts/addresses.ts'

/** 依頼をつくる: template, deadline, who is asked. It is looked at before it is sent. */
export const newRoundPage = page('/staff/sheets/new', {
  audience: 'staff',
  show: (context, { url }) => {
    const template = url.searchParams.get('template') ?? 'target'
    return screen(context, { entered: { template }, problems: {}, chosen: [] })
  },
  async submit(context, _visit, form) {
    authorize(context, permissions, 'make-round')
    const read = readForm(roundForm, form)
    const { entered } = read
    const chosen = entriesOf(form, 'units')
    const back = async (problems: Problems) => ({
      ...(await screen(context, { entered, problems, chosen })),
      status: 422 as const,
    })
    if (read.problems) return back(read.problems)
    const templates = await listTemplates(context)
    const template = templates.find(({ id }) => id === read.values.template)
    if (!template) return back({ template: 'シートのひな形を選んでください' })
    if (template.fields.length === 0) return back({ template: 'このひな形には、まだ項目がありません' })
    const sheets = await askedSheets(context, template, chosen)
    if (sheets.length === 0) return back(nobody(template, chosen))
    const { template: _, ...values } = read.values
    const { fields, sheetType } = template
    const roundId = await makeRound(context, { ...values, sheetType, fields, sheets })
    return { seeOther: `${roundAddress(roundId)}?notice=added` }
  },
})

const nobody = ({ askedOf }: SheetTemplate, chosen: readonly string[]): Problems => ({
  units:
    askedOf === 'unit'
      ? '依頼する課を選んでください'
      : chosen.length > 0
        ? '選んだ課が主管する施策が、計画にありません'
        : '主管課の決まった施策が、計画にありません',
})

async function askedSheets(
  context: Context,
  template: SheetTemplate,
  chosen: readonly string[],
): Promise<AskedSheet[]> {
  const ground = await getGround(context, template)
  if (template.askedOf === 'measure')
    return measureSheets(ground).filter(({ unitId }) => chosen.length === 0 || chosen.includes(unitId))
  const sections = (await listSections(context)).filter(({ id }) => chosen.includes(id))
  return unitSheets(
    ground,
    sections.map(({ id }) => id),
  )
}

type State = { entered: Entered; problems: Problems; chosen: readonly string[] }

async function screen(context: Context, { entered, problems, chosen }: State): Promise<Screen> {
  authorize(context, permissions, 'make-round')
  const sections = await listSections(context)
  const templates = await listTemplates(context)
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  const choices = templates.map(({ id, title, askedOf, fields }) => ({
    value: id,
    label: `${title}（${askedOfLabels[askedOf]}、${fields.length}項目）`,
  }))
  return {
    title: '依頼をつくる',
    crumbs: [sheetsCrumb],
    body: (
      <>
        <FormHead problems={problems} />
        <h1>依頼をつくる</h1>
        <form method="post" class="sb-form l-gap" aria-label="依頼をつくる" action="#error-summary">
          <TextField
            {...field('title')}
            label="依頼の名前"
            support="例：施策・目標値依頼シート 第1回"
            required
          />
          <SelectField {...field('template')} label="シートのひな形" choices={choices} />
          <p>
            <a href={templatesAddress}>ひな形を見る・つくる</a>
          </p>
          <TextField
            {...field('usedFor')}
            label="回答の使いみち"
            support="例：12月の審議会に出す素案と、来年度の予算の資料"
            required
          />
          <TextField
            {...field('dueOn')}
            label="回答期限"
            support="例：令和9年1月29日"
            width="short"
            required
          />
          <fieldset class="l-flow" id="units">
            <legend class="dads-form__label">依頼する課</legend>
            <p class="dads-form__support">
              「課ごとに1枚」のひな形は、選んだ課に送ります。「施策ごとに1枚」のひな形は、選ばなければ、計画のすべての施策の主管課に送ります。先に1〜2課で試すときは、その課だけを選びます。
            </p>
            {problems['units'] && <p class="dads-form__error">＊{problems['units']}</p>}
            <div class="l-cols l-cols--3">
              {sections.map(({ id, name }) => (
                <CheckField key={id} name="units" value={id} label={name} isChecked={chosen.includes(id)} />
              ))}
            </div>
          </fieldset>
          <div class="l-cluster">
            <button class="dads-button" type="submit">
              つくる（まだ送りません）
            </button>
            <a href={sheetsAddress}>やめる</a>
          </div>
        </form>
      </>
    ),
  }
}
