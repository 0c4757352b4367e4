import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { ProblemSummary, TextArea, TextField } from '#src/ui/field.tsx'
import { AboutScreen, EmptyState, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { type PeerGroup, peerGroupForm } from '../core/peer-groups.ts'
import { permissions } from '../core/permissions.ts'
import { type Area, listAreas, listPeerGroups } from '../store/city-queries.ts'
import { declarePeerGroup } from '../store/commands.ts'
import { groupsAddress } from './parts/addresses.ts'
import { StatisticsTabs } from './parts/statistics-tabs.tsx'

/** 比較グループ: declared with a reason, before the figures are looked at. */
export const groupsPage = page(groupsAddress, {
  audience: 'staff',
  show: (context) => screen(context),
  async submit(context, _visit, form) {
    authorize(context, permissions, 'declare-peer-group')
    const read = readForm(peerGroupForm, form)
    if (read.problems) return { ...(await screen(context, read.entered, read.problems)), status: 422 }
    const isTaken = (await listPeerGroups(context)).some(({ name }) => name === read.values.name)
    if (isTaken) {
      const problems = { name: 'この名前のグループはすでにあります。別の名前にしてください' }
      return { ...(await screen(context, read.entered, problems)), status: 422 }
    }
    await declarePeerGroup(context, read.values)
    return { seeOther: `${groupsAddress}?notice=added` }
  },
})

async function screen(context: Context, entered: Entered = {}, problems: Problems = {}): Promise<Screen> {
  const groups = await listPeerGroups(context)
  const areas = await listAreas(context)
  return {
    title: '比較グループ',
    body: <Groups actor={context.actor} {...{ groups, areas, entered, problems }} />,
  }
}

type GroupsProps = {
  actor: Context['actor']
  groups: readonly PeerGroup[]
  areas: readonly Area[]
  entered: Entered
  problems: Problems
}

function Groups({ actor, groups, areas, entered, problems }: GroupsProps) {
  return (
    <>
      <ProblemSummary problems={problems} />
      <div class="sb-title">
        <h1>比較グループ</h1>
      </div>
      <StatisticsTabs actor={actor} current={groupsAddress} />
      {groups.length === 0 ? (
        <EmptyState title="決めたグループはまだありません。">
          <p>同じ県と、人口が同じくらい（±20％）のグループは、決めなくても使えます。</p>
        </EmptyState>
      ) : (
        <GroupTable groups={groups} areas={areas} />
      )}
      {mayDo(actor, permissions, 'declare-peer-group') && (
        <Section id="declare" title="グループを決める">
          <form method="post" class="sb-form" aria-labelledby="declare">
            <TextField
              name="name"
              label="グループの名前"
              value={entered['name']}
              problem={problems['name']}
              required
            />
            <TextArea
              name="reason"
              label="このグループにする理由"
              support="数字を見る前に書きます。比較の画面に、いつも示します。"
              value={entered['reason']}
              problem={problems['reason']}
              rows={3}
              required
            />
            <TextArea
              name="codes"
              label="市区町村のコード"
              support="5けたか6けたの番号を、空白や読点で区切って書きます。本市は書かなくても入ります。例：08220、08224"
              value={entered['codes']}
              problem={problems['codes']}
              rows={3}
              required
            />
            <button class="dads-button" type="submit">
              このグループに決める
            </button>
          </form>
        </Section>
      )}
      <AboutScreen>
        <p>
          決めたグループは、あとから変えません。相手を変えるときは、新しいグループとして理由を書いて決めます。だれがいつ決めたかは、監査の記録に残ります。
        </p>
      </AboutScreen>
    </>
  )
}

function GroupTable({ groups, areas }: Pick<GroupsProps, 'groups' | 'areas'>) {
  const names = new Map(areas.map(({ areaCode, name }) => [areaCode, name]))
  return (
    <ScrollFrame label="決めたグループ">
      <table class="dads-table sb-broad l-gap">
        <caption>決めたグループ</caption>
        <thead>
          <tr>
            <th scope="col">グループ</th>
            <th scope="col">市区町村</th>
            <th scope="col">理由</th>
            <th scope="col">決めた日</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ id, name, rule, reason, decidedOn }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{rule.kind === 'list' && rule.codes.map((code) => names.get(code) ?? code).join('、')}</td>
              <td>{reason}</td>
              <td class="is-nowrap">{decidedOn && eraDay(decidedOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}
