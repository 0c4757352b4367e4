import { xlsxType } from '#src/platform/office/content-types.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { type Download, page } from '#src/platform/page.ts'
import { writeLss } from '../core/exchange/write-lss.ts'
import { writeXlsform } from '../core/exchange/write-xlsform.ts'
import { getQuestionnaire, getSurvey } from '../store/queries.ts'

/** The questionnaire as XLSForm, for ODK and Kobo. */
const xlsformFile = page('/staff/surveys/:surveyId/exchange/xlsform.xlsx', {
  audience: 'staff',
  async show(context, { params }): Promise<Download> {
    const survey = await getSurvey(context, params.surveyId)
    const { questionnaire } = await getQuestionnaire(context, params.surveyId)
    const plain = writeXlsform(questionnaire, { title: survey.title, id: survey.id })
    const sheets = plain.map(({ name, rows: [head = [], ...rows] }) => ({
      name,
      title: '',
      guidance: '',
      isPlain: true,
      columns: head.map((header) => ({ header, width: 24, format: 'text' as const })),
      rows,
    }))
    const createdAt = new Date(`${survey.startsOn}T00:00:00+09:00`)
    const file = await writeWorkbook(sheets, { createdAt, title: survey.title })
    return { file, contentType: xlsxType, fileName: `${survey.title}-XLSForm.xlsx` }
  },
})

/** The questionnaire as LimeSurvey's structure. */
const lssFile = page('/staff/surveys/:surveyId/exchange/limesurvey.lss', {
  audience: 'staff',
  async show(context, { params }): Promise<Download> {
    const survey = await getSurvey(context, params.surveyId)
    const { questionnaire } = await getQuestionnaire(context, params.surveyId)
    const file = writeLss(questionnaire, { title: survey.title })
    return { file, contentType: 'application/xml', fileName: `${survey.title}.lss` }
  },
})

export const questionnaireFiles = [xlsformFile, lssFile]
