import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import type { Entered } from '#src/platform/form.ts'
import { readImport } from '../../core/import/import-answers.ts'
import { type ImportMapping, useOfHeading } from '../../core/import/import-mapping.ts'
import type { ImportReport } from '../../core/import/import-report.ts'
import { mappingEntered } from '../../core/import/mapping-form.ts'
import { codesOfFile, type ImportProfile, knownIds, listImportProfiles } from '../../store/import-profiles.ts'
import { getPublishedQuestionnaire, getSurvey } from '../../store/queries.ts'

/** What would happen: the report of the file, rows whose code has answered, and numbers taken in before. */
export type Rehearsal = {
  report: ImportReport
  spent: number[]
  again: number[]
  profile: ImportProfile | undefined
}

type Rehearsing = { surveyId: string; secret: string; text: string; entered: Entered }

export async function rehearse(
  context: Context,
  { surveyId, secret, text, entered }: Rehearsing,
): Promise<Rehearsal> {
  const { strata } = await getSurvey(context, surveyId)
  const { questionnaire } = await getPublishedQuestionnaire(context, surveyId)
  const known = { questionnaire, strata, today: tokyoDay(context.now) }
  const profile = (await listImportProfiles(context)).find(({ name }) => name === entered['profile'])
  const { headings, mapping: guessed } = readImport(text, known)
  const mapping = mappingEntered(headings, entered) ?? (profile && profiled(guessed, profile.mapping))
  const report = readImport(text, mapping ? { ...known, mapping } : known)
  const codes = report.rows.flatMap(({ code }) => code ?? [])
  const { unknown, spent } = await codesOfFile(context, { surveyId, secret, codes })
  const ids = report.rows.flatMap(({ id }) => id ?? [])
  const taken = await knownIds(context, { surveyId, secret, ids })
  for (const { line, code } of report.rows)
    if (code && unknown.has(code))
      report.findings.push({ line, column: '回答コード', problem: 'この調査の回答コードではありません' })
  const isAgain = (id: string | undefined) => id !== undefined && taken.has(id)
  return {
    report,
    profile,
    spent: report.rows
      .filter(({ code, id }) => code && spent.has(code) && !isAgain(id))
      .map(({ line }) => line),
    again: report.rows.filter(({ id }) => isAgain(id)).map(({ line }) => line),
  }
}

/** A kept way of reading; headings it does not know are read as their words say. */
const profiled = (guessed: ImportMapping, kept: ImportMapping): ImportMapping => {
  const used = new Set(Object.values(kept.uses))
  const uses = Object.fromEntries(
    Object.entries(guessed.uses).map(([heading, use]) => [
      heading,
      useOfHeading(kept, heading) ?? (used.has(use) ? 'skip' : use),
    ]),
  )
  return { ...kept, uses }
}
