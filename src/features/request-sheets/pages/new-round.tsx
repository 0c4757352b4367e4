import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, entriesOf, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { CheckField, SelectField, TextField } from '#src/ui/field.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { permissions } from '../core/permissions.ts'
import { roundForm } from '../core/round-form.ts'
import { sheetTemplates } from '../core/sheet-templates.ts'
import { sheetTypeLabels } from '../core/sheets.ts'
import { makeRound } from '../store/commands.ts'
import { askedSheets, sectionsOf } from './parts/asked-sheets.ts'
import { roundAddress, sheetsCrumb } from './parts/sheet-state.tsx'

/** 依頼をつくる: type, deadline, who is asked. It is looked at before it is sent. */
export const newRoundPage = page('/staff/sheets/new', {
  audience: 'staff',
  show: (context) => screen(context, { entered: { sheetType: 'target' }, problems: {}, chosen: [] }),
  async submit(context, _visit, form) {
    authorize(context, permissions, 'make-round')
    const read = readForm(roundForm, form)
    const { entered } = read
    const chosen = entriesOf(form, 'units')
    if (read.problems)
      return { ...(await screen(context, { entered, problems: read.problems, chosen })), status: 422 }
    const sheets = await askedSheets(context, read.values.sheetType, chosen)
    if (sheets.length === 0) {
      const problems = {
        units:
          read.values.sheetType === 'target'
            ? '主管課の決まった施策が、計画にありません'
            : '依頼する課を選んでください',
      }
      return { ...(await screen(context, { entered, problems, chosen })), status: 422 }
    }
    const fields = [...sheetTemplates[read.values.sheetType]]
    const roundId = await makeRound(context, { ...read.values, fields, sheets })
    return { seeOther: `${roundAddress(roundId)}?notice=added` }
  },
})

type State = { entered: Entered; problems: Problems; chosen: readonly string[] }

async function screen(context: Context, { entered, problems, chosen }: State): Promise<Screen> {
  authorize(context, permissions, 'make-round')
  const units = await sectionsOf(context)
  const asked = await askedSheets(context, 'target', [])
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  const choices = Object.entries(sheetTypeLabels).map(([value, label]) => ({ value, label }))
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
          <SelectField {...field('sheetType')} label="シートの種類" choices={choices} />
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
              施策・目標値依頼シートは、計画の施策の主管課に{asked.length}
              枚送るため、選ぶ必要がありません。調査票とヒアリングシートのときに選びます。
            </p>
            {problems['units'] && <p class="dads-form__error">＊{problems['units']}</p>}
            <div class="l-cols l-cols--3">
              {units.map(({ id, name }) => (
                <CheckField key={id} name="units" value={id} label={name} isChecked={chosen.includes(id)} />
              ))}
            </div>
          </fieldset>
          <div class="l-cluster">
            <button class="dads-button" type="submit">
              つくる（まだ送りません）
            </button>
            <a href="/staff/sheets">やめる</a>
          </div>
        </form>
      </>
    ),
  }
}
