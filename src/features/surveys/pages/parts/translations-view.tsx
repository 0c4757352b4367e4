import type { Questionnaire } from '#src/formats/survey-question.ts'
import type { Entered } from '#src/platform/form.ts'
import { AboutScreen, Banner } from '#src/ui/parts.tsx'
import {
  isStale as isStaleText,
  languagesOf,
  missingTexts,
  type SourceText,
  sourceTexts,
} from '../../core/questionnaire/translations.ts'
import type { Survey } from '../../core/survey.ts'
import { type Language, languageCodes, languages } from '../../core/words/languages.ts'
import { surveyAddress } from './staff-frame.tsx'

type ViewProps = {
  survey: Survey
  questionnaire: Questionnaire
  revision: number
  language: Language
  mayEdit: boolean
  typed?: Entered
  isStale?: boolean
}

export function TranslationsView(props: ViewProps) {
  const { survey, questionnaire, language, isStale } = props
  return (
    <>
      {isStale && (
        <Banner tone="warn" title="ほかの人が先に保存しました。あなたの入力は消えていません。">
          <p>下の欄を確かめて、もう一度保存してください。</p>
        </Banner>
      )}
      <h1>ほかのことば</h1>
      <nav class="l-cluster sb-stages l-gap" aria-label="ことば">
        {languageCodes.map((code) => (
          <a
            key={code}
            href={`${surveyAddress(survey.id, '/translations')}?language=${code}`}
            aria-current={code === language ? 'page' : undefined}
          >
            {languages[code].name}
            {stateWords(questionnaire, code)}
          </a>
        ))}
      </nav>
      <TranslationForm {...props} />
      <AboutScreen>
        <p>
          1つでも訳を入れたことばは、回答画面で選べるようになります。訳のない文や、もとの文が変わった訳が残っている間は、調査票を使い始められません。やめるときは、そのことばの訳をすべて消してください。
        </p>
        <p>
          やさしい日本語は、直した文だけを入れます。空の文は、もとの文のまま出ます。ボタンや注意の文は、それぞれのことばで用意してあります。
        </p>
      </AboutScreen>
    </>
  )
}

function stateWords(questionnaire: Questionnaire, language: Language): string {
  if (!languagesOf(questionnaire).includes(language)) return ''
  const missing = missingTexts(questionnaire, language).length
  return missing === 0 ? '（訳あり）' : `（残り${missing}）`
}

function TranslationForm({ survey, questionnaire, revision, language, mayEdit, typed }: ViewProps) {
  const texts = sourceTexts(questionnaire, survey)
  const known = questionnaire.translations?.[language] ?? {}
  return (
    <form method="post" class="l-gap" aria-label={`${languages[language].name}の訳`}>
      <input type="hidden" name="revision" value={revision} />
      {texts.map((source) => (
        <Row
          key={source.key}
          {...{ source, language, mayEdit }}
          value={typed?.[source.key] ?? known[source.key]?.text ?? ''}
          isStale={isStaleText(questionnaire, language, source)}
        />
      ))}
      {mayEdit ? (
        <p class="l-gap">
          <button class="dads-button" type="submit">
            保存する
          </button>
        </p>
      ) : (
        <p class="l-gap">この調査票は使われているので、直せません。</p>
      )}
    </form>
  )
}

type RowProps = { source: SourceText; language: Language; value: string; isStale: boolean; mayEdit: boolean }

function Row({ source: { key, text, place }, language, value, isStale, mayEdit }: RowProps) {
  const id = `text:${key}`
  const isLong = text.length > 30 || text.includes('\n')
  const shared = { id, name: id, class: 'dads-input', lang: languages[language].tag, readOnly: !mayEdit }
  return (
    <div class="sb-translate">
      <label for={id}>
        <span class="sb-sub">{place}</span>
        <span class="sb-prewrap"> {text}</span>
        {isStale && <span class="dads-form__error">＊もとの文が変わりました。訳を確かめてください</span>}
      </label>
      {isLong ? (
        <textarea {...shared} rows={Math.min(8, 2 + Math.floor(text.length / 60))}>
          {value}
        </textarea>
      ) : (
        <input {...shared} type="text" value={value} />
      )}
    </div>
  )
}
