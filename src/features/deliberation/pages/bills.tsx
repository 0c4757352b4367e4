import { findPrimaryPlan } from '#src/features/plan/store/queries/plans.ts'
import { listVersions } from '#src/features/plan/store/queries/versions.ts'
import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { Badge, EmptyState, Section } from '#src/ui/parts.tsx'
import { sessionAhead, sessionDaysWords } from '../core/assembly-session.ts'
import { type Bill, billStanding } from '../core/bill.ts'
import type { Body } from '../core/bodies.ts'
import { billForm } from '../core/forms.ts'
import { permissions } from '../core/permissions.ts'
import { submitBill } from '../store/commands-bills.ts'
import { listBodies } from '../store/queries.ts'
import { listBills } from '../store/queries-bills.ts'
import { listSessions } from '../store/queries-sessions.ts'
import { DeliberationTabs, meetingsCrumb } from './parts/deliberation-tabs.tsx'
import { assembliesOf } from './sessions.tsx'

const here = '/staff/bills'

/** 議会: the bills on the plan, from their submission to the resolution. */
export const billsPage = page(here, {
  audience: 'staff',
  show: (context) => screen(context, { submittedOn: tokyoDay(context.now) }, {}),
  async submit(context, _visit, form) {
    const read = readForm(billForm, form)
    if (read.problems) return { ...(await screen(context, read.entered, read.problems)), status: 422 }
    const billId = await submitBill(context, read.values)
    return { seeOther: `${here}/${billId}?notice=added` }
  },
})

async function screen(context: Context, entered: Entered, problems: Problems): Promise<Screen> {
  authorize(context, permissions, 'read-meetings')
  const assemblies = assembliesOf(await listBodies(context))
  const ahead = sessionAhead(await listSessions(context), tokyoDay(context.now))
  const bills = await listBills(context)
  return {
    title: '議会',
    crumbs: [meetingsCrumb],
    body: (
      <>
        <FormHead problems={problems} />
        <div class="sb-title">
          <h1>議会</h1>
        </div>
        <DeliberationTabs current={here} />
        <div class="l-gap l-flow">
          <p>
            {ahead
              ? `${ahead.startsOn > tokyoDay(context.now) ? '次の会期' : 'いまの会期'}：${ahead.name}（${sessionDaysWords(ahead)}）　`
              : '先の会期は、まだ登録されていません。　'}
            <a href="/staff/bills/sessions">会期の一覧</a>
          </p>
          {bills.length === 0 ? (
            <EmptyState title="まだ議案がありません。">
              <p>計画を議会に提出すると、付託、修正案、議決を記録できます。</p>
            </EmptyState>
          ) : (
            <BillTable bills={bills} />
          )}
        </div>
        {mayDo(context.actor, permissions, 'keep-bills') && (
          <Section id="submit" title="議案を提出する">
            <NewBill
              assemblies={assemblies}
              versions={await versionChoices(context)}
              entered={entered}
              problems={problems}
            />
          </Section>
        )}
      </>
    ),
  }
}

export async function versionChoices(context: Context) {
  const plan = await findPrimaryPlan(context)
  const versions = plan ? await listVersions(context, plan.id) : []
  return versions.map(({ id, label }) => ({ value: id, label }))
}

function BillTable({ bills }: { bills: readonly Bill[] }) {
  return (
    <table class="dads-table dads-table--cards">
      <caption>議案（{bills.length}件）</caption>
      <thead>
        <tr>
          <th scope="col">議案</th>
          <th scope="col">提出</th>
          <th scope="col">いま</th>
          <th scope="col">議決</th>
        </tr>
      </thead>
      <tbody>
        {bills.map((bill) => (
          <tr key={bill.id}>
            <th scope="row">
              <a href={`${here}/${bill.id}`}>
                {bill.number} {bill.title}
              </a>
            </th>
            <td data-label="提出">{eraDay(bill.submittedOn)}</td>
            <td data-label="いま">
              <span>
                <Badge tone={bill.outcome ? 'ok' : 'info'}>{billStanding(bill)}</Badge>
              </span>
            </td>
            <td data-label="議決">{bill.resolvedOn ? eraDay(bill.resolvedOn) : 'まだ'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type NewBillProps = {
  assemblies: readonly Body[]
  versions: readonly { value: string; label: string }[]
  entered: Entered
  problems: Problems
}

function NewBill({ assemblies, versions, entered, problems }: NewBillProps) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  if (assemblies.length === 0)
    return (
      <p>
        先に、種類が「議会」の<a href="/staff/bodies/new">会議体を加えます</a>。
      </p>
    )
  if (versions.length === 0)
    return (
      <p>
        先に、<a href="/staff/versions">計画の版をつくります</a>。
      </p>
    )
  return (
    <form method="post" class="sb-form" aria-label="議案" action="#error-summary">
      <SelectField
        {...field('bodyId')}
        label="議会"
        choices={assemblies.map(({ id, name }) => ({ value: id, label: name }))}
        width="mid"
      />
      <TextField {...field('number')} label="議案番号" support="例：議案第12号" width="mid" required />
      <TextField {...field('title')} label="件名" support="例：後期基本計画の策定について" required />
      <TextField {...field('submittedOn')} label="提出の日" width="short" required />
      <SelectField {...field('versionId')} label="提出する計画の版" choices={versions} width="mid" />
      <TextField {...field('committee')} label="付託先" support="例：総務委員会" width="mid" optional />
      <button class="dads-button" type="submit">
        議案を記録する
      </button>
    </form>
  )
}
