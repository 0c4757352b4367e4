import type { Kysely } from 'kysely'
import type { Context } from '#src/platform/context.ts'
import type { AnswerMode, DesignKind, TallyMode } from '../core/labels.ts'

/** 市民意向調査. `strata`, `sampling` and `publication` are JSON. */
type SurveyRow = {
  id: string
  title: string
  introduction: string
  universe: string
  startsOn: string
  endsOn: string
  closesAt: string
  state: 'draft' | 'open' | 'closed'
  designKind: DesignKind
  strata: string
  sampling: string | null
  /** 案内の名簿を消す日; the ground for using the list. */
  purgeOn: string | null
  listGround: string
  purgedAt: string | null
  publishedAt: string | null
  publication: string | null
  revision: number
}

/** 調査票: frozen once published; the one without `publishedAt` is being edited. */
type QuestionnaireRow = {
  surveyId: string
  version: number
  content: string
  publishedAt: string | null
  revision: number
}

/** 案内: who was asked and whether the code is spent. No instant, and no key that an answer has too. */
type InvitationRow = {
  id: string
  surveyId: string
  codeHash: string
  addresseeNumber: string
  stratum: string
  state: 'unused' | 'done'
}

/** 途中の答え: found and read only with the code. */
type DraftRow = { place: string; surveyId: string; sealed: string }

/** 受付箱: answers just received, sealed, until enough of a stratum can be moved together. */
type InboxRow = { id: string; surveyId: string; stratum: string; sealed: string }

/** 回答: `cells` is JSON by column. */
type AnswerRow = {
  id: string
  surveyId: string
  version: number
  mode: AnswerMode
  stratum: string
  receivedOn: string
  cells: string
}

/** 自由記述: apart from the answers, and no answer's id. */
type TextRow = {
  id: string
  surveyId: string
  column: string
  text: string
  stratum: string
  receivedOn: string
  receipt: string
}

/** 受付の数 by day, mode and stratum. */
type TallyRow = {
  surveyId: string
  receivedOn: string
  mode: TallyMode
  stratum: string
  count: number
}

/** Files taken in: the same file is taken once. */
type ImportRow = { surveyId: string; fileHash: string; count: number; importedAt: string }

/** 経年比較: the earlier survey and, as JSON, what was judged of the items. */
type WavesRow = { surveyId: string; earlierId: string; judgements: string; revision: number }

export type SurveyTables = {
  surveyWaves: WavesRow
  surveys: SurveyRow
  surveyQuestionnaires: QuestionnaireRow
  surveyInvitations: InvitationRow
  surveyDrafts: DraftRow
  surveyInbox: InboxRow
  surveyAnswers: AnswerRow
  surveyTexts: TextRow
  surveyTallies: TallyRow
  surveyImports: ImportRow
}

export const tables = (context: Context): Kysely<SurveyTables> => context.db

const batch = 200

/** SQLite allows 32,766 bound values a statement: rows go in parts. */
export async function inBatches<Row>(rows: readonly Row[], insert: (some: Row[]) => Promise<unknown>) {
  for (let from = 0; from < rows.length; from += batch) await insert(rows.slice(from, from + batch))
}
