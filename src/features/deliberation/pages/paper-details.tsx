import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found, unlessStale } from '#src/platform/errors.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen, type SeeOther } from '#src/platform/page.ts'
import type { VersionRow } from '#src/ui/both-versions.tsx'
import { CheckField, SelectField, TextField } from '#src/ui/field.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { paperDetailsForm } from '../core/forms.ts'
import { numberWords, settledReason } from '../core/meetings.ts'
import { detailsProblems } from '../core/paper-number.ts'
import { currentPapers, type Paper } from '../core/papers.ts'
import { permissions } from '../core/permissions.ts'
import { changePaperDetails } from '../store/commands-paper-details.ts'
import { getMeeting, type MeetingFile } from '../store/queries.ts'
import { meetingAddress, meetingsCrumb } from './parts/deliberation-tabs.tsx'
import { PaperFacts, Settled } from './parts/settled-view.tsx'

/** Number, name, place and openness of a paper that was laid; the file itself is replaced elsewhere. */
export const paperDetailsPage = page('/staff/meetings/:meetingId/papers/:paperId/details', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params, {}),
  async submit(context, { params }, form) {
    const outcome = await change(context, params, form)
    if ('seeOther' in outcome) return outcome
    const { status, ...state } = outcome
    return { ...(await screen(context, params, state)), status }
  },
})

type Place = { meetingId: string; paperId: string }
type State = { entered?: Entered; problems?: Problems; rows?: readonly VersionRow[] }
type Back = State & { status: 409 | 422 }

async function change(context: Context, place: Place, form: FormData): Promise<SeeOther | Back> {
  const read = readForm(paperDetailsForm, form)
  const { entered } = read
  if (read.problems) return { status: 422, entered, problems: read.problems }
  const { label, paperTitle: title, agendaItemId, isPublic } = read.values
  const { meeting, papers, paper } = await paperAt(context, place)
  const problems: Problems = { ...detailsProblems({ meeting, papers }, paper, { label, isPublic }) }
  if (Object.keys(problems).length > 0) return { status: 422, entered, problems }
  const details = { label, title, agendaItemId, isPublic }
  const saving = changePaperDetails(context, { ...place, revision: Number(entered['revision']), details })
  const outcome = await unlessStale(saving)
  if (!outcome.isStale) return { seeOther: `${meetingAddress(place.meetingId)}?notice=saved` }
  const { paper: saved } = await paperAt(context, place)
  const rows = [
    { label: '資料の番号', saved: saved.label, typed: label },
    { label: '資料の名前', saved: saved.title, typed: title },
  ]
  return { status: 409, entered, rows }
}

async function paperAt(context: Context, { meetingId, paperId }: Place) {
  const file = await getMeeting(context, meetingId)
  const paper = found(
    file.papers.find(({ id }) => id === paperId),
    '資料',
  )
  const isReplaced = !currentPapers(file.papers).includes(paper)
  const replaced =
    'この資料は差し替えられました。番号と名前は、差し替えたあとの資料で直すと、この資料も同じになります。'
  const reason = settledReason(file.meeting) ?? (isReplaced ? replaced : undefined)
  return { ...file, paper, reason }
}

async function screen(context: Context, place: Place, state: State): Promise<Screen> {
  authorize(context, permissions, 'prepare-meeting')
  const file = await paperAt(context, place)
  const { meeting, body, agenda, paper, reason } = file
  const problems = state.problems ?? {}
  const here = meetingAddress(meeting.id)
  const title = reason ? `資料：${paper.label}` : `資料の番号と名前：${paper.label}`
  return {
    title,
    crumbs: [meetingsCrumb, { label: `${body.name} ${numberWords(meeting)}`, href: here }],
    body: (
      <>
        <FormHead problems={problems} rows={state.rows} />
        <h1>{reason ? title : '資料の番号と名前を直す'}</h1>
        {reason ? (
          <Settled reason={reason} here={here}>
            <PaperFacts paper={paper} agenda={agenda} folder={`${here}/papers`} />
          </Settled>
        ) : (
          <DetailsForm {...file} entered={state.entered} problems={problems} />
        )}
      </>
    ),
  }
}

type FormProps = Pick<MeetingFile, 'meeting' | 'agenda'> & {
  paper: Paper
  entered: Entered | undefined
  problems: Problems
}

function DetailsForm({ meeting, agenda, paper, entered: typed, problems }: FormProps) {
  const entered: Entered = {
    label: paper.label,
    paperTitle: paper.title,
    agendaItemId: paper.agendaItemId ?? '',
    ...typed,
  }
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <form method="post" class="sb-form l-gap" aria-label="資料の番号と名前" action="#error-summary">
      <input type="hidden" name="revision" value={meeting.revision} />
      <TextField {...field('label')} label="資料の番号" width="short" required />
      <TextField {...field('paperTitle')} label="資料の名前" required />
      <SelectField
        {...field('agendaItemId')}
        label="議題"
        blank="会議の全体"
        choices={agenda.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <div id="isPublic">
        <CheckField
          name="isPublic"
          label="開会から市民に公開する"
          isChecked={typed ? typed['isPublic'] !== undefined : paper.isPublic}
          {...(problems['isPublic'] ? { support: `＊${problems['isPublic']}` } : {})}
        />
      </div>
      <div class="l-cluster">
        <button class="dads-button" type="submit">
          保存する
        </button>
        <a href={meetingAddress(meeting.id)}>やめる</a>
      </div>
    </form>
  )
}
