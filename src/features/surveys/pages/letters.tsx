import { getMunicipality } from '#src/features/organization/store/queries.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, enteredIn, type Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { FileField } from '#src/ui/field.tsx'
import { permissions } from '../core/permissions.ts'
import { surveyIn } from '../core/questionnaire/translations.ts'
import type { FrameFinding } from '../core/sample/draw-sample.ts'
import { getPaperQuestionnaire, getSurvey } from '../store/queries.ts'
import { makeLetters } from '../work/make-letters.ts'
import { checkedCodes } from './parts/code-list.ts'
import { FindingTable } from './parts/finding-table.tsx'
import { FormHead } from './parts/form-head.tsx'
import { PrintedLanguage, printedLanguage } from './parts/printed-language.tsx'
import { surveyAddress, surveyHead } from './parts/staff-frame.tsx'

/** 手紙: the list of codes comes back, every code is checked, and the letters leave as PDF. Nothing is kept of it. */
export const lettersPage = page('/staff/surveys/:surveyId/letters', {
  audience: 'staff',
  maxBytes: 5 * 1024 * 1024,
  async show(context, { params }) {
    authorize(context, permissions, 'draw-sample')
    return screen(context, params.surveyId, {})
  },
  async submit(context, { params: { surveyId }, auth, site }, form) {
    authorize(context, permissions, 'draw-sample')
    const entered = enteredIn(form)
    const again = async (problem: string, findings: FrameFinding[] = [], name = 'file') => ({
      ...(await screen(context, surveyId, { entered, problems: { [name]: problem }, findings })),
      status: 422 as const,
    })
    const { questionnaire } = await getPaperQuestionnaire(context, surveyId)
    const { language, problem } = printedLanguage(questionnaire, entered)
    if (problem) return again(problem, [], 'language')
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0) return again('回答コードのCSVを選んでください')
    const checked = await checkedCodes(context, { surveyId, secret: auth.secret, file })
    if (checked.problem !== undefined) return again(checked.problem, checked.findings)
    const survey = surveyIn(await getSurvey(context, surveyId), questionnaire, language)
    const city = await getMunicipality(context)
    const { pdf } = await makeLetters({
      survey,
      language,
      letters: checked.codes,
      address: `${site}/surveys/${surveyId}/answer`,
      contact: [city.name, city.contactOffice, ...city.contactLines].join('　'),
      date: tokyoDay(context.now),
    })
    return { file: pdf, contentType: 'application/pdf', fileName: `${survey.title}-手紙.pdf` }
  },
})

type State = { entered?: Entered; problems?: Problems; findings?: readonly FrameFinding[] }

async function screen(
  context: Context,
  surveyId: string,
  { entered = {}, problems = {}, findings = [] }: State,
): Promise<Screen> {
  const survey = await getSurvey(context, surveyId)
  const { questionnaire } = await getPaperQuestionnaire(context, surveyId)
  const head = surveyHead(survey, context.now)
  return {
    ...head,
    title: '手紙をつくる',
    crumbs: [...head.crumbs, { label: '標本', href: surveyAddress(surveyId, '/sample') }],
    body: (
      <>
        <FormHead problems={problems} />
        <h1>手紙をつくる</h1>
        {findings.length > 0 && <FindingTable findings={findings} />}
        <form method="post" class="sb-form l-gap" encType="multipart/form-data" aria-label="手紙をつくる">
          <p>
            抽出したときに受け取った回答コードのCSVから、1人1ページの手紙（PDF）をつくります。ファイルは、つくったあと残しません。
          </p>
          <FileField
            name="file"
            label="回答コードのCSV"
            support="列：宛名番号、回答コード。2万通まで。3,000通で1分ほどかかります。"
            accept=".csv,text/csv"
            problem={problems['file']}
            required
          />
          <PrintedLanguage {...{ questionnaire, entered, problems }} />
          <button class="dads-button" type="submit">
            手紙のPDFをつくる
          </button>
        </form>
      </>
    ),
  }
}
