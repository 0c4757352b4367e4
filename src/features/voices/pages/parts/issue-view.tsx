import { ProblemSummary, SelectField } from '#src/ui/field.tsx'
import { Banner, NoValue, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { countHeard, countTable } from '../../core/counts.ts'
import { type Channel, channelLabels, frameLabels } from '../../core/labels.ts'
import { type ChannelParticipants, channelParticipantWords } from '../../core/participants.ts'
import type { ItemChoice } from '../../store/queries/plan-items.ts'
import type { Code, Issue, VoiceGroup } from '../../store/queries/sorting.ts'
import { type FormState, IssueFields } from './issues-view.tsx'
import { short } from './list-view.tsx'

type ViewProps = {
  issue: Issue
  items: readonly ItemChoice[]
  codes: readonly Code[]
  topics: readonly VoiceGroup[]
  districts: readonly string[]
  participants: ReadonlyMap<Channel, ChannelParticipants>
  form: FormState
  may: { edit: boolean; read: boolean }
}

export function IssueView({ issue, items, codes, topics, districts, participants, form, may }: ViewProps) {
  const { entered, problems = {}, isStale } = form
  const saved = { title: issue.title, text: issue.text, planItemId: issue.planItemId }
  const { opinions, submissions } = countHeard(issue.heard)
  return (
    <>
      <ProblemSummary problems={problems} />
      {isStale && <Banner tone="warn" title="ほかの人が先に保存しました。あなたの入力は消えていません。" />}
      <div class="sb-title">
        <h1>{issue.title}</h1>
      </div>
      {issue.text && <p class="l-measure">{issue.text}</p>}
      <p>
        意見 n＝{opinions}件、提出 {submissions}件。集め方：
        {[...new Set(issue.heard.map(({ frame }) => frameLabels[frame]))].join('、') || 'なし'}
      </p>
      <Counts issue={issue} districts={districts} participants={participants} />
      {may.read && <Voices issue={issue} mayEdit={may.edit} />}
      {may.edit && (
        <>
          <Section id="gather" title="声を集める">
            <form method="post" class="sb-form">
              <SelectField
                name="codeId"
                label="この分類の声"
                blank="選ばない"
                choices={codes.map(({ id, label }) => ({ value: id, label }))}
                problem={problems['codeId']}
                width="mid"
              />
              <SelectField
                name="topicId"
                label="この話題の声"
                blank="選ばない"
                choices={topics.map(({ id, label }) => ({ value: id, label }))}
                width="mid"
              />
              <button class="dads-button dads-button--secondary" name="act" value="gather" type="submit">
                この課題に加える
              </button>
            </form>
          </Section>
          <Section id="edit" title="課題を直す">
            <form method="post" class="sb-form">
              <input type="hidden" name="revision" value={issue.revision} />
              <IssueFields items={items} entered={entered ?? saved} problems={problems} />
              <button class="dads-button" name="act" value="save" type="submit">
                保存する
              </button>
            </form>
          </Section>
        </>
      )}
    </>
  )
}

type CountsProps = Pick<ViewProps, 'issue' | 'districts' | 'participants'>

function Counts({ issue, districts, participants }: CountsProps) {
  const table = countTable(issue.heard, districts)
  if (issue.heard.length === 0) return <p>まだ声がありません。</p>
  return (
    <div class="l-gap">
      <ScrollFrame label="経路と地区ごとの件数">
        <table class="dads-table dads-table--wide">
          <caption>
            経路と地区ごとの意見の数<small>単位：件。庁内用</small>
          </caption>
          <thead>
            <tr>
              <th scope="col">経路</th>
              {table.districts.map((district) => (
                <th key={district} scope="col" class="is-num">
                  {district || '不明'}
                </th>
              ))}
              <th scope="col" class="is-num">
                計 n
              </th>
              <th scope="col">会に参加した人</th>
            </tr>
          </thead>
          <tbody>
            {[...table.channels, undefined].map((channel) => (
              <tr key={channel ?? 'total'} class={channel ? undefined : 'is-total'}>
                <th scope="row">{channel ? channelLabels[channel] : '計 n'}</th>
                {[...table.districts, undefined].map((district) => (
                  <td key={district ?? 'total'} class="is-num">
                    {table.count(channel, district)}
                  </td>
                ))}
                <td>
                  {channelParticipantWords(channel && participants.get(channel)) || <NoValue words="なし" />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </div>
  )
}

function Voices({ issue, mayEdit }: { issue: Issue; mayEdit: boolean }) {
  return (
    <Section id="voices" title="この課題の声">
      <ul class="sb-rows">
        {issue.heard.map((one) => (
          <li key={one.id}>
            <p class="sb-rows__when">
              {channelLabels[one.channel]}
              {one.district && `・${one.district}`}
            </p>
            <div>
              <p dir="auto">
                <a href={`/staff/voices/${one.submissionId}/opinions/${one.id}`}>
                  {short(one.verbatim, 140)}
                </a>
              </p>
              {mayEdit && (
                <form method="post">
                  <input type="hidden" name="opinionId" value={one.id} />
                  <button
                    class="dads-button dads-button--quiet dads-button--small"
                    name="act"
                    value="drop"
                    type="submit"
                  >
                    この課題から外す<span class="vh">：{short(one.verbatim, 20)}</span>
                  </button>
                </form>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
