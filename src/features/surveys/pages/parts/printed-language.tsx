import type { Questionnaire } from '#src/formats/survey-question.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField } from '#src/ui/field.tsx'
import { languagesOf, missingTexts } from '../../core/questionnaire/translations.ts'
import { asLanguage, type Language, languages } from '../../core/words/languages.ts'
import { isPrinted } from '../../core/words/paper-words.ts'

type Chosen = { language: Language | undefined; problem?: string }

/** The language a form or letter is printed in: none is Japanese. One with untranslated texts would mix two languages. */
export function printedLanguage(questionnaire: Questionnaire, { language: typed }: Entered): Chosen {
  const wanted = asLanguage(typed)
  const language = languagesOf(questionnaire).find((one) => one === wanted && isPrinted(one))
  const missing = language ? missingTexts(questionnaire, language).length : 0
  if (!language || missing === 0) return { language }
  return { language, problem: `${languages[language].name}の訳が、まだ${missing}件ありません` }
}

type Props = { questionnaire: Questionnaire; entered: Entered; problems: Problems }

/** Which of the languages of the questionnaire to print; nothing where there is only Japanese. */
export function PrintedLanguage({ questionnaire, entered, problems }: Props) {
  const spoken = languagesOf(questionnaire)
  const printed = spoken.filter(isPrinted)
  const others = spoken.filter((language) => !isPrinted(language)).map((one) => languages[one].name)
  if (spoken.length === 0) return null
  const onWeb = `${others.join('・')}は、印刷の書体に文字がないため、紙にできません。回答画面では選べます。`
  return (
    <SelectField
      name="language"
      value={entered['language']}
      problem={problems['language']}
      label="ことば"
      support={others.length > 0 ? onWeb : undefined}
      choices={[
        { value: 'ja', label: '日本語' },
        ...printed.map((value) => ({ value, label: languages[value].name })),
      ]}
      width="mid"
    />
  )
}
