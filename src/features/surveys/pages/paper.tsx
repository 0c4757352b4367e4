import { getMunicipality } from '#src/features/organization/store/queries.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, enteredIn, type Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { FileField, SelectField, TextField } from '#src/ui/field.tsx'
import { AboutScreen, Banner } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { checkQuestionnaire } from '../core/questionnaire/check-questionnaire.ts'
import type { FrameFinding } from '../core/sample/draw-sample.ts'
import { getPaperQuestionnaire, getSurvey } from '../store/queries.ts'
import { makePaperForm } from '../work/make-paper-form.ts'
import { checkedCodes } from './parts/code-list.ts'
import { FindingTable } from './parts/finding-table.tsx'
import { FormHead } from './parts/form-head.tsx'
import { PrintedLanguage, printedLanguage } from './parts/printed-language.tsx'
import { surveyAddress, surveyHead } from './parts/staff-frame.tsx'

const sizes = [
  { value: 'plain', label: 'ふつうの文字（12ポイント）' },
  { value: 'large', label: '大きな文字（15ポイント）' },
]
const parts = [
  { value: 'blank', label: '回答コードを印刷しない用紙（1部）' },
  { value: 'whole', label: '1人分ずつ、すべてのページ' },
  { value: 'covers', label: '1人分ずつ、表紙だけ（2ページ目からは同じなので、別に印刷する）' },
]
const mostWhole = 500

/** 紙の調査票: the same questions as on the web, as PDF; with the list of codes one for each person. */
export const paperPage = page('/staff/surveys/:surveyId/paper', {
  audience: 'staff',
  maxBytes: 5 * 1024 * 1024,
  async show(context, { params }) {
    authorize(context, permissions, 'design-survey')
    return screen(context, params.surveyId, { entered: {}, problems: {}, findings: [] })
  },
  async submit(context, { params: { surveyId }, auth, site }, form) {
    authorize(context, permissions, 'design-survey')
    const entered = enteredIn(form)
    const again = async (problems: Problems, findings: FrameFinding[] = []) => ({
      ...(await screen(context, surveyId, { entered, problems, findings })),
      status: 422 as const,
    })
    const read = await readJob(context, { surveyId, secret: auth.secret, entered, file: form.get('file') })
    if (read.problems) return again(read.problems, read.findings)
    const survey = await getSurvey(context, surveyId)
    const { questionnaire } = await getPaperQuestionnaire(context, surveyId)
    const { language, problem } = printedLanguage(questionnaire, entered)
    if (problem) return again({ language: problem })
    const city = await getMunicipality(context)
    const { pdf } = await makePaperForm({
      survey,
      questionnaire,
      codes: read.codes,
      address: `${site}/surveys/${surveyId}/answer`,
      contact: [city.name, city.contactOffice, ...city.contactLines].join('　'),
      language,
      isLarge: entered['size'] === 'large',
      isCoverOnly: entered['part'] === 'covers',
      date: tokyoDay(context.now),
    })
    return { file: pdf, contentType: 'application/pdf', fileName: `${survey.title}-調査票.pdf` }
  },
})

type Job = { surveyId: string; secret: string; entered: Entered; file: FormDataEntryValue | null }
type JobRead = { codes: string[]; problems?: undefined } | { problems: Problems; findings: FrameFinding[] }

/** The codes to print: those of the list from the place asked for on; none on a blank form. */
async function readJob(context: Context, { surveyId, secret, entered, file }: Job): Promise<JobRead> {
  const part = entered['part'] ?? ''
  const wrong = (problems: Problems, findings: FrameFinding[] = []) => ({ problems, findings })
  if (!parts.some(({ value }) => value === part)) return wrong({ part: 'どれをつくるかを選んでください' })
  if (part === 'blank') return { codes: [] }
  authorize(context, permissions, 'draw-sample')
  if (!(file instanceof File) || file.size === 0) return wrong({ file: '回答コードのCSVを選んでください' })
  const from = Number((entered['from'] ?? '').normalize('NFKC').trim() || '1')
  if (!Number.isInteger(from) || from < 1)
    return wrong({ from: '何人目からかを、1以上の整数で入力してください' })
  const checked = await checkedCodes(context, { surveyId, secret, file })
  if (checked.problem !== undefined) return wrong({ file: checked.problem }, checked.findings)
  const all = checked.codes.map(({ code }) => code).slice(from - 1)
  if (all.length === 0) return wrong({ from: `ファイルには${checked.codes.length}人しかいません` })
  return { codes: part === 'whole' ? all.slice(0, mostWhole) : all }
}

type State = { entered: Entered; problems: Problems; findings: readonly FrameFinding[] }

async function screen(context: Context, surveyId: string, state: State): Promise<Screen> {
  const { entered, problems, findings } = state
  const survey = await getSurvey(context, surveyId)
  const { questionnaire } = await getPaperQuestionnaire(context, surveyId)
  const wrong = checkQuestionnaire(questionnaire).length
  const head = surveyHead(survey, context.now)
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return {
    ...head,
    title: '紙の調査票',
    crumbs: [...head.crumbs, { label: '調査票', href: surveyAddress(surveyId, '/questionnaire') }],
    body: (
      <>
        <FormHead problems={problems} />
        <h1>紙の調査票</h1>
        {wrong > 0 && (
          <div class="l-gap">
            <Banner
              tone="warn"
              title={`調査票に、直すところが${wrong}件あります。印刷する前に直してください。`}
            />
          </div>
        )}
        {findings.length > 0 && <FindingTable findings={findings} />}
        <form
          method="post"
          class="sb-form l-gap"
          encType="multipart/form-data"
          aria-label="紙の調査票をつくる"
        >
          <p>回答画面と同じ設問、同じ番号の用紙（A4のPDF）をつくります。</p>
          <SelectField {...field('part')} label="つくるもの" choices={parts} />
          <SelectField {...field('size')} label="文字の大きさ" choices={sizes} width="mid" />
          <PrintedLanguage {...{ questionnaire, entered, problems }} />
          <FileField
            {...field('file')}
            label="回答コードのCSV"
            support="1人分ずつつくるときに選びます。列：宛名番号、回答コード。つくったあと、残しません。"
            accept=".csv,text/csv"
            optional
          />
          <TextField
            {...field('from')}
            label="何人目からつくるか"
            support={`すべてのページは、1回に${mostWhole}人分までです。続きは「${mostWhole + 1}」からつくります。`}
            width="short"
            inputMode="numeric"
            optional
          />
          <button class="dads-button" type="submit">
            調査票のPDFをつくる
          </button>
        </form>
        <AboutScreen>
          <p>
            回答コードは、表紙と、各ページの右下に印刷します。用紙がばらばらになっても、同じ人の用紙だと分かります。
          </p>
          <p>
            □の中の番号は、「紙の入力」で打つ番号と同じです。調査を始めたあとは、使っている版を印刷します。
          </p>
        </AboutScreen>
      </>
    ),
  }
}
