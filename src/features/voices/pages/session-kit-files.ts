import { getMunicipality } from '#src/features/organization/store/queries.ts'
import type { TextDocument } from '#src/lib/document/text-document.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { type MountedPage, page } from '#src/platform/page.ts'
import { fileNameOf } from '../core/note-sheet.ts'
import { permissions } from '../core/permissions.ts'
import { mostCardsPerTable, sessionCards } from '../core/session-cards.ts'
import {
  ballotPaper,
  feedbackForm,
  invitationLetter,
  preparationList,
  seatDocument,
} from '../core/session-kit.ts'
import { tableSheets } from '../core/table-sheets.ts'
import { findSeating } from '../store/queries/seating.ts'
import { getSession, listSessionTables, listSteps } from '../store/queries/sessions.ts'
import { listStatements } from '../store/queries/votes.ts'
import { cardsPdf, sheetsPdf } from '../work/cards-pdf.ts'
import { pdfOf, wordOf } from './session-files.ts'

async function kitOf(context: Context, sessionId: string) {
  authorize(context, permissions, 'edit-sessions')
  const session = await getSession(context, sessionId)
  const { name, isSample } = await getMunicipality(context)
  return { session, city: name, isInvented: isSample }
}
type Kit = Awaited<ReturnType<typeof kitOf>>

const papers: Readonly<Record<string, { name: string; make: (kit: Kit) => TextDocument }>> = {
  invitation: { name: 'ご案内', make: invitationLetter },
  preparation: { name: '準備の確認表', make: preparationList },
  feedback: { name: '参加後のアンケート', make: feedbackForm },
}

async function seatsOf(context: Context, sessionId: string) {
  const kit = await kitOf(context, sessionId)
  const [seating, tables] = await Promise.all([
    findSeating(context, sessionId),
    listSessionTables(context, sessionId),
  ])
  if (!seating) throw new Refusal('not-found', 'まだ席を引いていません')
  const { guests, seats } = seating
  return {
    document: seatDocument({ ...kit, tables, guests, seats }),
    name: fileNameOf(kit.session, '席の表'),
  }
}

async function ballotOf(context: Context, sessionId: string) {
  const kit = await kitOf(context, sessionId)
  const statements = await listStatements(context, sessionId)
  if (statements.length === 0) throw new Refusal('not-found', '考えが、まだ書かれていません')
  return { document: ballotPaper(kit, statements), name: fileNameOf(kit.session, '投票用紙') }
}

const inBothKinds = (
  path: string,
  make: (context: Context, sessionId: string) => Promise<{ document: TextDocument; name: string }>,
): MountedPage[] =>
  [
    { kind: 'docx', write: wordOf },
    { kind: 'pdf', write: pdfOf },
  ].map(({ kind, write }) =>
    page(`/staff/sessions/:sessionId/${path}.${kind}`, {
      audience: 'staff',
      show: async (context, { params }) =>
        write(await make(context, (params as Record<string, string>)['sessionId'] ?? '')),
    }),
  )

/** How many numbered cards a table gets unless `?cards=` says another number. */
const usualCards = 16

const cardsFile = page('/staff/sessions/:sessionId/cards.pdf', {
  audience: 'staff',
  async show(context, { params: { sessionId }, site, url }) {
    const kit = await kitOf(context, sessionId)
    const [seating, tables, steps] = await Promise.all([
      findSeating(context, sessionId),
      listSessionTables(context, sessionId),
      listSteps(context, sessionId),
    ])
    if (tables.length === 0) throw new Refusal('not-found', '先に、テーブルをつくってください')
    const asked = Number(url.searchParams.get('cards') ?? usualCards)
    const perTable = Number.isInteger(asked) ? Math.min(Math.max(asked, 0), mostCardsPerTable) : usualCards
    const isFitting = seating?.tables === tables.length
    const { guests, seats } = seating && isFitting ? seating : { guests: [], seats: [] }
    const cards = sessionCards({ ...kit, steps, tables, guests, seats, perTable, site })
    return {
      file: await cardsPdf(cards),
      contentType: 'application/pdf',
      fileName: `${fileNameOf(kit.session, '札・席・付箋')}.pdf`,
    }
  },
})

const sheetsFile = page('/staff/sessions/:sessionId/sheets.pdf', {
  audience: 'staff',
  async show(context, { params: { sessionId } }) {
    const kit = await kitOf(context, sessionId)
    const [tables, steps] = await Promise.all([
      listSessionTables(context, sessionId),
      listSteps(context, sessionId),
    ])
    const sheets = tableSheets({ ...kit, tables, steps })
    if (sheets.sheets.length === 0)
      throw new Refusal('not-found', '先に、テーブルと、ラウンドの問いをつくってください')
    return {
      file: await sheetsPdf(sheets),
      contentType: 'application/pdf',
      fileName: `${fileNameOf(kit.session, 'テーブルに広げる紙')}.pdf`,
    }
  },
})

/** What is printed before a session: letter, lists, seats, cards. */
export const sessionKitFiles: readonly MountedPage[] = [
  ...Object.entries(papers).flatMap(([path, { name, make }]) =>
    inBothKinds(path, async (context, sessionId) => {
      const kit = await kitOf(context, sessionId)
      return { document: make(kit), name: fileNameOf(kit.session, name) }
    }),
  ),
  ...inBothKinds('seats', seatsOf),
  ...inBothKinds('ballot', ballotOf),
  cardsFile,
  sheetsFile,
]
