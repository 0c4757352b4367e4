import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found, unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen, type SeeOther } from '#src/platform/page.ts'
import type { VersionRow } from '#src/ui/both-versions.tsx'
import { SelectField } from '#src/ui/field.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { Disclosure } from '#src/ui/parts.tsx'
import { opensClosedItem, removalProblem } from '../core/agenda.ts'
import { agendaForm } from '../core/forms.ts'
import type { Inquiry } from '../core/inquiry.ts'
import { type AgendaItem, numberWords, settledReason } from '../core/meetings.ts'
import { permissions } from '../core/permissions.ts'
import { changeAgendaItem, removeAgendaItem } from '../store/commands-agenda.ts'
import { getMeeting, type MeetingFile } from '../store/queries.ts'
import { listInquiries } from '../store/queries-inquiries.ts'
import { AgendaFields } from './parts/agenda-fields.tsx'
import { meetingAddress, meetingsCrumb } from './parts/deliberation-tabs.tsx'
import { ItemFacts, Settled } from './parts/settled-view.tsx'

/** One item of the agenda: its words, its place, whether it is open; one of which nothing hangs is taken off. */
export const agendaItemPage = page('/staff/meetings/:meetingId/agenda/:agendaItemId', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params, {}),
  async submit(context, { params }, form) {
    const outcome = await (form.get('act') === 'remove' ? remove : change)(context, params, form)
    if ('seeOther' in outcome) return outcome
    const { status, ...state } = outcome
    return { ...(await screen(context, params, state)), status }
  },
})

type Place = { meetingId: string; agendaItemId: string }
type State = { entered?: Entered; problems?: Problems; rows?: readonly VersionRow[] }
type Back = State & { status: 409 | 422 }

async function change(context: Context, place: Place, form: FormData): Promise<SeeOther | Back> {
  const read = readForm(agendaForm, form)
  const { entered } = read
  if (read.problems) return { status: 422, entered, problems: read.problems }
  const { agendaTitle: title, ...content } = read.values
  const { meeting, item } = await itemAt(context, place)
  if (opensClosedItem(meeting, item, content.isOpen)) {
    const problems = { isOpen: '非公開で開いた議題は、あとから公開にできません' }
    return { status: 422, entered, problems }
  }
  const given = { ...place, revision: Number(entered['revision']), content: { title, ...content } }
  const outcome = await unlessStale(
    changeAgendaItem(context, { ...given, position: Number(entered['position']) || 1 }),
  )
  if (!outcome.isStale) return { seeOther: `${meetingAddress(place.meetingId)}?notice=saved` }
  const saved = enteredOf((await itemAt(context, place)).item)
  const labels = { agendaTitle: '議題', closedGround: '非公開の根拠', closedDecision: '会議としての決定' }
  const rows = Object.entries(labels).map(([name, label]) => ({
    label,
    saved: saved[name] ?? '',
    typed: entered[name] ?? '',
  }))
  return { status: 409, entered, rows }
}

async function remove(context: Context, place: Place, form: FormData): Promise<SeeOther | Back> {
  const revision = Number(enteredIn(form)['revision'])
  const outcome = await unlessStale(removeAgendaItem(context, { ...place, revision }))
  if (outcome.isStale) return { status: 409, rows: [] }
  return { seeOther: `${meetingAddress(place.meetingId)}?notice=removed` }
}

async function itemAt(context: Context, { meetingId, agendaItemId }: Place) {
  const file: MeetingFile = await getMeeting(context, meetingId)
  const item = found(
    file.agenda.find(({ id }) => id === agendaItemId),
    '議題',
  )
  return { ...file, item }
}

const enteredOf = ({ title, isOpen, closedGround, closedDecision, inquiryId }: AgendaItem): Entered => ({
  agendaTitle: title,
  isOpen: isOpen ? 'open' : 'closed',
  closedGround,
  closedDecision,
  inquiryId: inquiryId ?? '',
})

async function screen(context: Context, place: Place, state: State): Promise<Screen> {
  authorize(context, permissions, 'prepare-meeting')
  const { item, ...file } = await itemAt(context, place)
  const { meeting, body } = file
  const problems = state.problems ?? {}
  const inquiries = (await listInquiries(context)).filter(({ bodyId }) => bodyId === body.id)
  const here = meetingAddress(meeting.id)
  const reason = settledReason(meeting)
  const title = reason ? `議題：${item.title}` : `議題を直す：${item.title}`
  return {
    title,
    crumbs: [meetingsCrumb, { label: `${body.name} ${numberWords(meeting)}`, href: here }],
    body: (
      <>
        <FormHead problems={problems} rows={state.rows} />
        <h1>{title}</h1>
        {reason ? (
          <Settled reason={reason} here={here}>
            <ItemFacts item={item} agenda={file.agenda} inquiries={inquiries} />
          </Settled>
        ) : (
          <ItemForms
            file={file}
            item={item}
            inquiries={inquiries}
            entered={state.entered}
            problems={problems}
          />
        )}
      </>
    ),
  }
}

type FormsProps = {
  file: MeetingFile
  item: AgendaItem
  inquiries: readonly Inquiry[]
  entered: Entered | undefined
  problems: Problems
}

function ItemForms({ file, item, inquiries, entered: typed, problems }: FormsProps) {
  const { meeting, agenda } = file
  const position = String(agenda.findIndex(({ id }) => id === item.id) + 1)
  const entered = { ...enteredOf(item), position, ...typed }
  const obstacle = removalProblem(file, item)
  const hidden = <input type="hidden" name="revision" value={meeting.revision} />
  return (
    <>
      <form method="post" class="sb-form l-gap" aria-label="議題" action="#error-summary">
        {hidden}
        <AgendaFields
          entered={entered}
          problems={problems}
          inquiries={inquiries.map(({ id, subject }) => ({ value: id, label: subject }))}
        />
        <SelectField
          name="position"
          label="順番"
          value={entered['position']}
          choices={agenda.map((_, at) => ({ value: String(at + 1), label: `${at + 1}番目` }))}
          width="short"
        />
        <div class="l-cluster">
          <button class="dads-button" type="submit" name="act" value="change">
            保存する
          </button>
          <a href={meetingAddress(meeting.id)}>やめる</a>
        </div>
      </form>
      <div class="l-gap">
        <Disclosure label="議題を消す">
          {obstacle ? (
            <p>{obstacle}。</p>
          ) : (
            <form method="post" class="l-flow" aria-label="議題を消す">
              {hidden}
              <p>招集したあとで消すと、知らせた委員に、もう一度知らせることになります。</p>
              <button class="dads-button dads-button--secondary" type="submit" name="act" value="remove">
                「{item.title}」を消す
              </button>
            </form>
          )}
        </Disclosure>
      </div>
    </>
  )
}
