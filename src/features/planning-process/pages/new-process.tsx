import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { permissions } from '../core/permissions.ts'
import { newProcessForm } from '../core/task-form.ts'
import { templateLabels } from '../core/template.ts'
import { makeProcess } from '../store/commands.ts'
import { findSchedule } from '../store/queries.ts'
import { processCrumb } from './parts/process-tabs.tsx'

/** 工程をつくる: from the two-year template, empty, or from the one in use. */
export const newProcessPage = page('/staff/process/new', {
  audience: 'staff',
  async show(context) {
    authorize(context, permissions, 'make-process')
    return screen(
      context,
      { template: 'two-year', startsOn: `${tokyoDay(context.now).slice(0, 4)}-04-01` },
      {},
    )
  },
  async submit(context, _visit, form) {
    const read = readForm(newProcessForm, form)
    if (read.problems) return { ...(await screen(context, read.entered, read.problems)), status: 422 }
    const hasEarlier = (await findSchedule(context)) !== undefined
    if (read.values.template === 'earlier' && !hasEarlier) {
      const problems = { template: '写すもとになる工程がまだありません' }
      return { ...(await screen(context, read.entered, problems)), status: 422 }
    }
    await makeProcess(context, read.values)
    return { seeOther: '/staff/process?notice=added' }
  },
})

async function screen(context: Context, entered: Entered, problems: Problems): Promise<Screen> {
  const earlier = await findSchedule(context)
  const choices = Object.entries(templateLabels)
    .filter(([value]) => value !== 'earlier' || earlier)
    .map(([value, label]) => ({ value, label }))
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return {
    title: '工程をつくる',
    crumbs: [processCrumb],
    body: (
      <>
        <FormHead problems={problems} />
        <h1>工程をつくる</h1>
        {earlier && (
          <p class="l-gap">
            つくると、いま使っている「{earlier.process.title}」に代わって、新しい工程が表示されます。
          </p>
        )}
        <form method="post" class="sb-form l-gap" aria-label="工程をつくる" action="#error-summary">
          <TextField {...field('title')} label="工程の名前" support="例：後期基本計画の策定" required />
          <TextArea
            {...field('lead')}
            label="説明"
            rows={3}
            support="公開するページのはじめに載ります。"
            optional
          />
          <SelectField {...field('template')} label="ひな形" choices={choices} required />
          <TextField
            {...field('startsOn')}
            label="開始の日"
            support="ひな形の作業は、この日の属する年度に合わせて並びます。例：令和8年4月1日"
            width="short"
            required
          />
          <div class="l-cluster">
            <button class="dads-button" type="submit">
              つくる
            </button>
            <a href="/staff/process">やめる</a>
          </div>
        </form>
      </>
    ),
  }
}
