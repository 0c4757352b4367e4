import { eraDay, tokyoDay, tokyoTime } from '#src/lib/japanese/fiscal-year.ts'
import type { Problems } from '#src/platform/form.ts'
import { TextArea } from '#src/ui/field.tsx'
import { Disclosure, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { type TownWord, townWordLabels, type WordListContent, wordsKeptWhole } from '../../core/word-list.ts'
import type { WordVersion } from '../../store/queries/word-list.ts'

export const fieldLabels: Readonly<Record<keyof WordListContent, string>> = {
  words: '切らない語（1行に1つ）',
  cut: '切ってよい語',
  stop: '数えない語',
  formal: '形式名詞など',
}

const supports: typeof fieldLabels = {
  words:
    '施設・駅・地名・計画の用語。同じ意味の語は = でつなぎます。例：停留所=バス停。# から後は覚え書きです',
  cut: '下の「書かなくても切らない語」のうち、1つの語として数えないもの。空白か行で区切ります',
  stop: 'どの声にも出て、話題を表さない語。辞書の形（思う、多い）で書きます。空白か行で区切ります',
  formal: 'わけ、はず、など。ほかの語に付いて使う語です',
}

const heights = { words: 10, cut: 3, stop: 8, formal: 3 } as const

type FormProps = {
  revision: number
  typed: (field: keyof WordListContent) => string
  problems: Problems
}

export function WordListForm({ revision, typed, problems }: FormProps) {
  return (
    <form method="post" action="/staff/voices/word-list" class="sb-form l-gap">
      <input type="hidden" name="revision" value={revision} />
      {(Object.keys(heights) as (keyof WordListContent)[]).map((field) => (
        <TextArea
          key={field}
          name={field}
          label={fieldLabels[field]}
          value={typed(field)}
          problem={problems[field]}
          support={supports[field]}
          rows={heights[field]}
        />
      ))}
      <p class="l-cluster">
        <button class="dads-button" type="submit" name="act" value="save">
          保存する
        </button>
        <button class="dads-button dads-button--secondary" type="submit" name="act" value="reset">
          数えない語を、はじめの一覧に戻す
        </button>
      </p>
    </form>
  )
}

/** What is kept whole without being written, and what was switched off or said otherwise. */
export function TownWords({ words, list }: { words: readonly TownWord[]; list: WordListContent }) {
  const kept = new Set(wordsKeptWhole(list, words).map(({ word }) => word))
  return (
    <Section id="town" title="書かなくても切らない語">
      <div class="l-flow">
        <p class="sb-sub">
          地区、参加の場の会場、いまの計画の施策の名前、漢字・カタカナだけの分類の名前です。重なるときは、長い語がさきです。
        </p>
        <Disclosure label={`${words.length}語を見る`}>
          <ScrollFrame label="書かなくても切らない語">
            <table class="dads-table dads-table--dense">
              <caption>書かなくても切らない語</caption>
              <thead>
                <tr>
                  <th scope="col">語</th>
                  <th scope="col">どこから</th>
                  <th scope="col">使い方</th>
                </tr>
              </thead>
              <tbody>
                {words.map(({ word, from }) => (
                  <tr key={word}>
                    <th scope="row">{word}</th>
                    <td>{townWordLabels[from]}</td>
                    <td>{kept.has(word) ? '1つの語' : '切ってよい'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollFrame>
        </Disclosure>
      </div>
    </Section>
  )
}

export function WordVersions({ versions }: { versions: readonly WordVersion[] }) {
  if (versions.length === 0) return null
  return (
    <Section id="versions" title="これまでの版">
      <ul class="sb-rows">
        {versions.map(({ revision, changedAt }, at) => (
          <li key={revision}>
            <p class="sb-rows__when">
              {eraDay(tokyoDay(new Date(changedAt)))} {tokyoTime(new Date(changedAt))}
            </p>
            <p>
              <a href={`/staff/voices/word-list?version=${revision}`}>第{revision}版</a>
              {at === 0 && <span class="sb-sub">　いまの版</span>}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
