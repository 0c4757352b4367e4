import { bodyKindLabels } from '#src/features/deliberation/core/bodies.ts'
import { getBody, listBodies } from '#src/features/deliberation/store/queries.ts'
import { getMunicipality } from '#src/features/organization/store/queries.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { docxType, xlsxType } from '#src/platform/office/content-types.ts'
import { writeDocument } from '#src/platform/office/write-document.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { type Download, page, type Screen } from '#src/platform/page.ts'
import { documentPdf } from '#src/platform/pdf/document-pdf.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { AboutScreen, EmptyState } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import {
  type PaperFormat,
  paperFormats,
  paperTitle,
  type RoundPaper,
  roundPaperDocument,
  roundPaperForm,
  roundPaperSheets,
} from '../core/views/round-paper.ts'
import { getRound } from '../store/queries.ts'
import { getPaperGround } from '../store/queries-views.ts'
import { roundAddress, sheetsCrumb, viewsAddress } from './parts/addresses.ts'
import { roundFacts } from './parts/round-facts.ts'

/** 会議体の資料: the views of a round for one body, numbered and dated, as Word, PDF or Excel. */
export const roundPaperPage = page('/staff/sheets/rounds/:roundId/views/paper', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params.roundId, {}),
  async submit(context, { params: { roundId } }, form) {
    const read = readForm(roundPaperForm, form)
    if (read.problems) return { ...(await screen(context, roundId, read)), status: 422 }
    const { bodyId, format, ...given } = read.values
    const body = await getBody(context, bodyId)
    const isOfField = body.kind === 'subcommittee'
    const ground = await getPaperGround(context, { roundId, subcommitteeId: isOfField ? body.id : undefined })
    const { name: city, isSample: isInvented } = await getMunicipality(context)
    return fileOf({ ground, isOfField, bodyName: body.name, city, isInvented, ...given }, format)
  },
})

async function fileOf(paper: RoundPaper, format: PaperFormat): Promise<Download> {
  const title = `${paper.number}_${paperTitle(paper)}_${paper.bodyName}`
  const fileName = `${title.replaceAll(/[\\/:*?"<>|]/g, '_')}.${format}`
  if (format === 'docx')
    return { file: await writeDocument(roundPaperDocument(paper)), contentType: docxType, fileName }
  if (format === 'pdf') {
    const { pdf } = await documentPdf(roundPaperDocument(paper))
    return { file: pdf, contentType: 'application/pdf', fileName }
  }
  const createdAt = new Date(`${paper.datedOn}T00:00:00Z`)
  const file = await writeWorkbook(roundPaperSheets(paper), { createdAt, title, creator: paper.city })
  return { file, contentType: xlsxType, fileName }
}

type State = { entered?: Entered; problems?: Problems }

async function screen(
  context: Context,
  roundId: string,
  { entered = {}, problems = {} }: State,
): Promise<Screen> {
  authorize(context, permissions, 'make-round-paper')
  const round = await getRound(context, roundId)
  const bodies = (await listBodies(context)).filter(({ endedOn }) => endedOn === undefined)
  return {
    title: `会議体の資料：${round.title}`,
    facts: roundFacts(round),
    crumbs: [
      sheetsCrumb,
      { label: round.title, href: roundAddress(roundId) },
      { label: '取りまとめの一覧', href: viewsAddress(roundId) },
    ],
    body: (
      <>
        <FormHead problems={problems} />
        <h1>会議体の資料にする</h1>
        {bodies.length === 0 ? (
          <EmptyState title="会議体が、まだありません。">
            <p>
              <a href="/staff/bodies/new">会議体を加える</a>と、その会議体の資料をつくれます。
            </p>
          </EmptyState>
        ) : (
          <PaperForm
            bodies={bodies.map(({ id, name, kind }) => ({
              value: id,
              label: `${name}（${bodyKindLabels[kind]}）`,
            }))}
            entered={entered}
            problems={problems}
            today={tokyoDay(context.now)}
          />
        )}
        <AboutScreen>
          <p>
            取りまとめの一覧のすべてを、1つの資料にします。専門部会の資料には、その部会が受け持つ政策と組織のシートだけが入ります。
            まだ承認された回答のない課は、名前で示します。会議の結果は、「会議・委員」の会議に記録します。
          </p>
        </AboutScreen>
      </>
    ),
  }
}

type FormProps = {
  bodies: readonly { value: string; label: string }[]
  entered: Entered
  problems: Problems
  today: string
}

function PaperForm({ bodies, entered, problems, today }: FormProps) {
  return (
    <form method="post" class="l-flow l-gap">
      <SelectField
        name="bodyId"
        label="会議体"
        blank="選んでください"
        choices={bodies}
        value={entered['bodyId']}
        problem={problems['bodyId']}
        required
      />
      <TextField
        name="number"
        label="資料番号"
        support="例：資料2-1"
        value={entered['number']}
        problem={problems['number']}
        width="short"
        required
      />
      <TextField
        name="datedOn"
        label="資料の日付"
        support="資料に印刷する日です。令和8年7月15日、2026-07-15 のように書きます"
        value={entered['datedOn'] ?? today}
        problem={problems['datedOn']}
        width="short"
        required
      />
      <p class="l-cluster">
        {Object.entries(paperFormats).map(([format, label], place) => (
          <button
            key={format}
            class={place === 0 ? 'dads-button' : 'dads-button dads-button--secondary'}
            type="submit"
            name="format"
            value={format}
          >
            {label}で保存する
          </button>
        ))}
      </p>
    </form>
  )
}
