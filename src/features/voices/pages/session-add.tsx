import { getMunicipality } from '#src/features/organization/store/queries.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { ProblemSummary, SelectField, TextArea } from '#src/ui/field.tsx'
import { AboutScreen } from '#src/ui/parts.tsx'
import { ageBands } from '../core/labels.ts'
import { permissions } from '../core/permissions.ts'
import { cardProblem, printedCard } from '../core/printed-card.ts'
import { noteWords, type SessionTable, takesNotes } from '../core/session.ts'
import { longestNote, newNoteForm, speakerAndWords } from '../core/session-forms.ts'
import { letterField, lettersIn } from '../core/submission.ts'
import { addNotes } from '../store/commands/notes.ts'
import { listPhotos } from '../store/queries/photos.ts'
import { getSession, listSessionTables, listSteps, listTakenCards } from '../store/queries/sessions.ts'
import { NoteSteps, TableField } from './parts/note-form.tsx'
import { PhotoBeside, PhotoChooser } from './parts/photo-beside.tsx'
import { sessionCrumb, sessionsCrumb } from './parts/session-parts.tsx'

const mostAtOnce = 500
const manyNotes = newNoteForm.omit({ text: true, speaker: true }).extend({ letters: letterField('記録') })

/** 紙から打ち込む: paper cards and minutes, keyed in or pasted, one a line; looked at before they are written down. */
export const sessionAddPage = page('/staff/sessions/:sessionId/add', {
  audience: 'staff',
  maxBytes: 4 * 1024 * 1024,
  show: (context, { params, url }) => {
    const [stepId = '', tableId = ''] = ['step', 'table'].map((name) => url.searchParams.get(name) ?? '')
    const added = Number(url.searchParams.get('added')) || 0
    const photo = url.searchParams.get('photo') ?? ''
    return screen(context, params.sessionId, { entered: { stepId, tableId, photo }, problems: {}, added })
  },
  async submit(context, { params: { sessionId } }, form) {
    authorize(context, permissions, 'take-in-voice')
    const { look, ...typed } = enteredIn(form)
    if (look) return screen(context, sessionId, { entered: { ...typed, photo: look }, problems: {} })
    const read = readForm(manyNotes, form)
    const [tables, taken] = await Promise.all([
      listSessionTables(context, sessionId),
      listTakenCards(context, sessionId),
    ])
    const problems = read.problems ?? linesProblem(read.values.letters, { tables, taken })
    if (read.problems || problems)
      return {
        ...(await screen(context, sessionId, { entered: read.entered, problems: problems ?? {} })),
        status: 422,
      }
    const { letters, stepId, tableId, consent, ...shared } = read.values
    const notes = lettersIn(letters).map((line) => {
      const printed = printedCard(line)
      const card = printed && tables.find(({ number }) => number === printed.table)
      return {
        ...shared,
        ...speakerAndWords(card ? printed.text : line),
        consent: consent || undefined,
        card: card && { tableId: card.id, number: printed.number },
      }
    })
    if (read.entered['act'] !== 'apply')
      return screen(context, sessionId, {
        entered: read.entered,
        problems: {},
        lines: lettersIn(letters),
      })
    const added = await addNotes(context, { sessionId, stepId, tableId, notes })
    const photo = typed['photo'] ?? ''
    const next = new URLSearchParams({ step: stepId, table: tableId, photo, added: String(added) })
    return { seeOther: `/staff/sessions/${sessionId}/add?${next}` }
  },
})

type Cards = { tables: readonly SessionTable[]; taken: ReadonlySet<string> }

function linesProblem(letters: string, { tables, taken }: Cards): Problems | undefined {
  const lines = lettersIn(letters)
  const cards = tables.length > 0 ? lines.flatMap((line) => printedCard(line) ?? []) : []
  const card = cardProblem(cards, tables, taken)
  if (card) return { letters: card }
  if (lines.length > mostAtOnce) return { letters: `一度に${mostAtOnce}件までです` }
  const long = lines.find((line) => line.length > longestNote)
  return long ? { letters: `${longestNote}字をこえるものがあります：${long.slice(0, 20)}…` } : undefined
}

type State = { entered: Entered; problems: Problems; lines?: readonly string[]; added?: number }

async function screen(context: Context, sessionId: string, state: State): Promise<Screen> {
  authorize(context, permissions, 'take-in-voice')
  const { entered, problems, lines, added = 0 } = state
  const session = await getSession(context, sessionId)
  const [steps, tables, photos, { districts }] = await Promise.all([
    listSteps(context, sessionId),
    listSessionTables(context, sessionId),
    listPhotos(context, sessionId),
    getMunicipality(context),
  ])
  const shown = photos.find(({ id }) => id === entered['photo']) ?? photos[0]
  const word = noteWords[session.kind]
  const field = (name: string) => ({ name, value: entered[name] ?? '', problem: problems[name] })
  return {
    title: `${word}を打ち込む`,
    crumbs: [sessionsCrumb, sessionCrumb(session)],
    body: (
      <>
        <ProblemSummary problems={problems} />
        <h1>{word}を打ち込む</h1>
        {added > 0 && (
          <p role="status">
            <b>{added}件を書き込みました。</b>続けて打ち込めます。
          </p>
        )}
        <PhotoBeside photos={photos} shown={shown}>
          <form method="post" class="sb-form">
            <PhotoChooser photos={photos} shown={shown} />
            <NoteSteps steps={steps.filter(takesNotes)} entered={entered} problems={problems} />
            {tables.length > 0 && <TableField tables={tables} entered={entered} problems={problems} />}
            <SelectField
              {...field('district')}
              label="地区"
              blank={session.district ? `会場の地区（${session.district}）` : 'わからない'}
              choices={[...districts, '市外'].map((value) => ({ value, label: value }))}
              width="mid"
              optional
            />
            <SelectField
              {...field('ageBand')}
              label="年代"
              blank="わからない"
              choices={ageBands.map((value) => ({ value, label: value }))}
              width="short"
              optional
            />
            <TextArea
              {...field('letters')}
              label={`${word}（1行に1件。何行かにわたるものは、間に空の行）`}
              support="書かれたとおりに打ちます。「A：…」と書くと、Aさんの発言に、番号のある付箋は「3-12 …」と書くと、その番号になります。氏名は書きません"
              rows={10}
              required
            />
            {lines && <Preview lines={lines} />}
            <div class="l-cluster">
              <button
                class={lines ? 'dads-button dads-button--secondary' : 'dads-button'}
                name="act"
                value="look"
                type="submit"
              >
                {lines ? 'もう一度確かめる' : '分かれ方を確かめる'}
              </button>
              {lines && (
                <button class="dads-button" name="act" value="apply" type="submit">
                  {lines.length}件を書き込む
                </button>
              )}
            </div>
          </form>
        </PhotoBeside>
        <p class="l-gap">
          <a href={`/staff/sessions/${sessionId}/photos`}>付箋の写真を加える・消す</a>
        </p>
        <AboutScreen>
          <p>
            ここで書いたものは、まだ市民の声ではありません。会の記録として残り、あとで「市民の声に入れる」で受付番号が付きます。
          </p>
        </AboutScreen>
      </>
    ),
  }
}

function Preview({ lines }: { lines: readonly string[] }) {
  return (
    <section class="sb-box" aria-labelledby="preview">
      <h2 id="preview">{lines.length}件に分かれます（まだ書き込んでいません）</h2>
      <ol class="sb-list">
        {lines.slice(0, 100).map((line, position) => (
          <li key={position} class="sb-prewrap" dir="auto">
            {line.length > 200 ? `${line.slice(0, 200)}…` : line}
          </li>
        ))}
      </ol>
      {lines.length > 100 && <p>ほか{lines.length - 100}件</p>}
    </section>
  )
}
