import { ChangedWords } from '#src/features/plan/views/change-list.tsx'
import { eraDayDual, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { page } from '#src/platform/page.ts'
import { AboutScreen, Badge, Section } from '#src/ui/parts.tsx'
import { type QuestionChange, questionnaireChanges } from '../core/questionnaire/questionnaire-changes.ts'
import { getSurvey, listQuestionnaires } from '../store/queries.ts'
import type { KeptQuestionnaire } from '../store/rows.ts'
import { surveyAddress, surveyHead } from './parts/staff-frame.tsx'

/** 調査票の版: what each version changed. Answers keep the version they were given to. */
export const versionsPage = page('/staff/surveys/:surveyId/versions', {
  audience: 'staff',
  async show(context, { params }) {
    const survey = await getSurvey(context, params.surveyId)
    const kept = await listQuestionnaires(context, params.surveyId)
    const head = surveyHead(survey, context.now)
    return {
      ...head,
      title: '調査票の版',
      crumbs: [...head.crumbs, { label: '調査票', href: surveyAddress(survey.id, '/questionnaire') }],
      body: (
        <>
          <h1>調査票の版</h1>
          {kept.map((version, at) => (
            <Version key={version.version} kept={version} before={kept[at + 1]} />
          ))}
          <AboutScreen>
            <p>
              回答は、答えたときの版のまま残ります。集計では、新しい版で加わった設問は、前の版で答えた人には「非該当」、文や選択肢が変わった設問は、同じ列の答えとして一緒に数えます。意味の変わる直しをするときは、設問を消して、新しく加えてください。
            </p>
          </AboutScreen>
        </>
      ),
    }
  },
})

type VersionProps = { kept: KeptQuestionnaire; before: KeptQuestionnaire | undefined }

function Version({ kept: { version, publishedAt, questionnaire }, before }: VersionProps) {
  const state = publishedAt ? `${eraDayDual(tokyoDay(new Date(publishedAt)))}から` : '準備中'
  return (
    <Section id={`version-${version}`} title={`第${version}版（${state}）`}>
      {before ? (
        <Changes changes={questionnaireChanges(before.questionnaire, questionnaire)} />
      ) : (
        <p>はじめの版です。</p>
      )}
    </Section>
  )
}

const kindWords = { added: '加わった', removed: 'なくなった', changed: '変わった' } as const

function Changes({ changes }: { changes: readonly QuestionChange[] }) {
  if (changes.length === 0) return <p>前の版と同じです。</p>
  return (
    <ul class="sb-rows sb-rows--2">
      {changes.map(({ code, name, kind, parts }) => (
        <li key={code}>
          <p>
            <Badge tone={kind === 'changed' ? 'info' : 'warn'}>{kindWords[kind]}</Badge>
          </p>
          <div class="l-flow">
            <p>
              <b>{name}</b>
            </p>
            {parts.map(({ label, before, after }) => (
              <p key={label} class="sb-box l-measure sb-prewrap">
                <span class="sb-sub">{label}：</span>
                <ChangedWords before={before} after={after} />
              </p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}
