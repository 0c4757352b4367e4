import { z } from 'zod'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { ProblemSummary, SelectField, TextField } from '#src/ui/field.tsx'
import { AboutScreen, Badge, Banner, EmptyState, NoValue, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { addCode, changeCode } from '../store/commands/frame.ts'
import { type ItemChoice, listItemChoices } from '../store/queries/plan-items.ts'
import { type Code, listCodes, listGivenCodes } from '../store/queries/sorting.ts'
import { VoiceTabs, voicesCrumb } from './parts/voice-tabs.tsx'

const newCode = z.object({
  label: z
    .string()
    .trim()
    .min(1, '分類の名前を書いてください')
    .max(60, '分類の名前は60字以内で書いてください'),
  planItemId: z
    .string()
    .regex(/^([a-z]{2}_[0-9a-z]{10})?$/, '一覧から選んでください')
    .default(''),
})

/** 分類の枠組み: codes, each bound to a measure of the plan. */
export const codesPage = page('/staff/voices/codes', {
  audience: 'staff',
  show: (context) => screen(context, {}),
  async submit(context, _visit, form) {
    authorize(context, permissions, 'edit-codes')
    const { act, codeId = '', revision } = enteredIn(form)
    if (act === 'retire' || act === 'revive') {
      const code = (await listCodes(context)).find(({ id }) => id === codeId)
      if (!code) return screen(context, {})
      const { label, planItemId } = code
      const change = { codeId, revision: Number(revision), label, planItemId, isRetired: act === 'retire' }
      const outcome = await unlessStale(changeCode(context, change))
      return outcome.isStale
        ? { ...(await screen(context, { isStale: true })), status: 409 }
        : { seeOther: '/staff/voices/codes?notice=saved' }
    }
    const read = readForm(newCode, form)
    const problems = read.problems ?? (await knownProblem(context, read.values.label))
    if (read.problems || problems)
      return { ...(await screen(context, { entered: read.entered, problems: problems ?? {} })), status: 422 }
    await addCode(context, read.values)
    return { seeOther: '/staff/voices/codes?notice=added' }
  },
})

async function knownProblem(context: Context, label: string): Promise<Problems | undefined> {
  const isKnown = (await listCodes(context)).some((code) => code.label === label && !code.isRetired)
  return isKnown ? { label: '同じ名前の分類があります' } : undefined
}

type State = { entered?: Entered; problems?: Problems; isStale?: boolean }

async function screen(
  context: Context,
  { entered = {}, problems = {}, isStale = false }: State,
): Promise<Screen> {
  authorize(context, permissions, 'edit-codes')
  const [codes, given, items] = await Promise.all([
    listCodes(context),
    listGivenCodes(context),
    listItemChoices(context),
  ])
  const counts = new Map<string, number>()
  for (const { codeId } of given) counts.set(codeId, (counts.get(codeId) ?? 0) + 1)
  return {
    title: '分類の枠組み',
    crumbs: [voicesCrumb],
    body: (
      <>
        <ProblemSummary problems={problems} />
        {isStale && <Banner tone="warn" title="ほかの人が先に保存しました。もう一度確かめてください。" />}
        <div class="sb-title">
          <h1>分類の枠組み</h1>
        </div>
        <VoiceTabs actor={context.actor} current="/staff/voices/codes" />
        <CodeTable codes={codes} counts={counts} items={items} />
        <Section id="add" title="分類を加える">
          <form method="post" class="sb-form" aria-labelledby="add">
            <TextField
              name="label"
              label="分類の名前"
              value={entered['label']}
              problem={problems['label']}
              support="例：バスの本数、学童の待機"
              width="mid"
              required
            />
            <SelectField
              name="planItemId"
              label="結び付ける施策"
              blank="まだない"
              value={entered['planItemId']}
              choices={items.map(({ id, label }) => ({ value: id, label }))}
              problem={problems['planItemId']}
              optional
            />
            <button class="dads-button" type="submit" name="act" value="add">
              加える
            </button>
          </form>
        </Section>
        <AboutScreen>
          <p>使った分類は消せません。使わなくなったら「使わない」にすると、新しい声には選べなくなります。</p>
        </AboutScreen>
      </>
    ),
  }
}

type TableProps = {
  codes: readonly Code[]
  counts: ReadonlyMap<string, number>
  items: readonly ItemChoice[]
}

function CodeTable({ codes, counts, items }: TableProps) {
  const names = new Map(items.map(({ id, label }) => [id, label]))
  if (codes.length === 0) {
    return (
      <div class="l-gap">
        <EmptyState title="まだ分類がありません。">
          <p>声をいくつか読んでから、下で加えてください。</p>
        </EmptyState>
      </div>
    )
  }
  return (
    <div class="l-gap">
      <ScrollFrame label="分類の枠組み">
        <table class="dads-table dads-table--wide">
          <caption>分類</caption>
          <thead>
            <tr>
              <th scope="col">分類</th>
              <th scope="col">結び付く施策</th>
              <th scope="col" class="is-num">
                意見（件）
              </th>
              <th scope="col">使うか</th>
            </tr>
          </thead>
          <tbody>
            {codes.map(({ id, label, planItemId, isRetired, revision }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={`/staff/voices?code=${id}`}>{label}</a>
                </th>
                <td>{names.get(planItemId) ?? <NoValue words="施策なし" />}</td>
                <td class="is-num">{counts.get(id) ?? 0}</td>
                <td>
                  <form method="post" class="l-cluster">
                    <input type="hidden" name="codeId" value={id} />
                    <input type="hidden" name="revision" value={revision} />
                    <Badge tone={isRetired ? 'quiet' : 'ok'}>{isRetired ? '使わない' : '使う'}</Badge>
                    <button
                      class="dads-button dads-button--quiet dads-button--small"
                      name="act"
                      value={isRetired ? 'revive' : 'retire'}
                      type="submit"
                    >
                      {isRetired ? 'また使う' : '使わないことにする'}
                      <span class="vh">：{label}</span>
                    </button>
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </div>
  )
}
