import { getMunicipality } from '#src/features/organization/store/queries.ts'
import type { Survey } from '#src/features/surveys/core/survey.ts'
import { getSurvey, listFreeTexts, listSurveys } from '#src/features/surveys/store/queries.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { enteredIn } from '#src/platform/form.ts'
import { page } from '#src/platform/page.ts'
import { AboutScreen, EmptyState, ScrollFrame } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { type SurveyTexts, sessionRefOf } from '../core/survey-texts.ts'
import { takeOverSurveyTexts } from '../store/commands/survey-texts.ts'
import { countHeardLines } from '../store/queries/voices.ts'
import { VoiceTabs, voicesCrumb } from './parts/voice-tabs.tsx'

/** Closed surveys with the free texts of each question. */
async function listTexts(context: Context): Promise<SurveyTexts[]> {
  const { districts } = await getMunicipality(context)
  const closed = (await listSurveys(context)).filter(({ state }) => state === 'closed')
  return (await Promise.all(closed.map((survey) => textsOf(context, survey, districts)))).flat()
}

async function textsOf(
  context: Context,
  survey: Survey,
  districts: readonly string[],
): Promise<SurveyTexts[]> {
  const texts = await listFreeTexts(context, { surveyId: survey.id })
  return [...Map.groupBy(texts, ({ column }) => column)].map(([column, own]) => ({
    surveyId: survey.id,
    column,
    label: `${survey.title} ${column}`,
    endsOn: survey.endsOn,
    channel: survey.universe.includes('市外') ? 'outside' : 'survey',
    frame: survey.designKind === 'quota' ? 'open-call' : 'sampled',
    texts: own.map(({ text, stratum }) => ({ text, district: districts.includes(stratum) ? stratum : '' })),
  }))
}

/** 調査の自由記述: takes the texts of closed surveys over, cut off from the other answers. */
export const surveyTextsPage = page('/staff/voices/survey-texts', {
  audience: 'staff',
  async show(context) {
    authorize(context, permissions, 'take-over-survey-texts')
    const all = await listTexts(context)
    const taken = await Promise.all(
      all.map((one) => countHeardLines(context, { sessionRef: sessionRefOf(one) })),
    )
    return {
      title: '調査の自由記述',
      crumbs: [voicesCrumb],
      body: (
        <>
          <div class="sb-title">
            <h1>調査の自由記述</h1>
          </div>
          <VoiceTabs actor={context.actor} current="/staff/voices/survey-texts" />
          {all.length === 0 && (
            <div class="l-gap">
              <EmptyState title="取り込める自由記述はありません。">
                <p>締め切った調査の自由記述が、ここに並びます。</p>
              </EmptyState>
            </div>
          )}
          {all.length > 0 && (
            <div class="l-gap">
              <ScrollFrame label="調査の自由記述">
                <table class="dads-table">
                  <caption>締め切った調査の自由記述</caption>
                  <thead>
                    <tr>
                      <th scope="col">調査と設問</th>
                      <th scope="col" class="is-num">
                        自由記述（件）
                      </th>
                      <th scope="col" class="is-num">
                        声にあるもの（件）
                      </th>
                      <th scope="col">取り込む</th>
                    </tr>
                  </thead>
                  <tbody>
                    {all.map((one, at) => (
                      <tr key={sessionRefOf(one)}>
                        <th scope="row">{one.label}</th>
                        <td class="is-num">{one.texts.length}</td>
                        <td class="is-num">{taken[at]}</td>
                        <td>
                          <form method="post">
                            <input type="hidden" name="surveyId" value={one.surveyId} />
                            <input type="hidden" name="column" value={one.column} />
                            <button
                              class="dads-button dads-button--secondary dads-button--small"
                              type="submit"
                            >
                              声に取り込む<span class="vh">：{one.label}</span>
                            </button>
                          </form>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </ScrollFrame>
            </div>
          )}
          <AboutScreen>
            <p>
              文と地区だけを取り込みます。ほかの答え、回答の番号、届いた日、順番は取り込みません（受けた日は、調査の最後の日になります）。二度押しても、同じ文は二重になりません。
            </p>
          </AboutScreen>
        </>
      ),
    }
  },
  async submit(context, _visit, form) {
    authorize(context, permissions, 'take-over-survey-texts')
    const { surveyId = '', column = '' } = enteredIn(form)
    const found = await getSurvey(context, surveyId)
    if (found.state !== 'closed') throw new Refusal('conflict', '締め切った調査の自由記述だけを取り込めます')
    const { districts } = await getMunicipality(context)
    const survey = (await textsOf(context, found, districts)).find((one) => one.column === column)
    if (!survey) throw new Refusal('not-found', '自由記述が見つかりません')
    await takeOverSurveyTexts(context, { survey })
    return { seeOther: '/staff/voices/survey-texts?notice=imported' }
  },
})
