import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { Section } from '#src/ui/parts.tsx'
import { roundings } from '../../core/adoption.ts'
import type { DecidingMeeting } from '../../core/deciding-meetings.ts'
import type { listFormerFrames } from '../../store/queries.ts'
import { whole } from './age-tables.tsx'
import { DecidedBy } from './decided-by.tsx'

const roundingWords = (persons: number) => (persons === 1 ? 'まるめない' : `${whole(persons)}人単位`)

type NumberProps = { span: readonly [number, number]; year: number; roundedTo: number }

/** The year of the number and its rounding: asked first, since the reason speaks of the number. */
export function NumberForm({ span: [first, last], year, roundedTo }: NumberProps) {
  const years = Array.from({ length: last - first }, (_, at) => first + at + 1)
  return (
    <Section id="number" title="計画人口にする年と、まるめ方">
      <form class="sb-filter" method="get" action="#decision">
        <label>
          目標の年
          <select name="year">
            {years.map((one) => (
              <option key={one} value={one} selected={one === year}>
                {one}年
              </option>
            ))}
          </select>
        </label>
        <label>
          まるめ方
          <select name="roundedTo">
            {roundings.map((one) => (
              <option key={one} value={one} selected={one === roundedTo}>
                {roundingWords(one)}
              </option>
            ))}
          </select>
        </label>
        <button class="dads-button dads-button--secondary dads-button--small" type="submit">
          この年の数を出す
        </button>
      </form>
    </Section>
  )
}

type FormProps = {
  number: { persons: number; exactPersons: number }
  meetings: readonly DecidingMeeting[]
  entered: Entered
  problems: Problems
}

/** The decision itself. */
export function AdoptionForm({ number, meetings, entered, problems }: FormProps) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <Section id="decision" title={`${entered['year']}年の計画人口を${whole(number.persons)}人とする`}>
      <form method="post" class="sb-form" action="#error-summary" aria-label="採用">
        <input type="hidden" name="revision" value={entered['revision']} />
        <input type="hidden" name="year" value={entered['year']} />
        <input type="hidden" name="roundedTo" value={entered['roundedTo']} />
        <p class="sb-sub">
          推計では{whole(number.exactPersons)}人です（{roundingWords(Number(entered['roundedTo']))}）。
        </p>
        <TextArea
          {...field('reason')}
          label="採用の理由"
          support="推計の数から下書きをつくりました。直して使えます。公開サイトと計画書に載ります。"
          rows={8}
          required
        />
        <TextArea
          {...field('alternatives')}
          label="採らなかったケースとその理由"
          support="公開サイトに載ります。"
          rows={3}
          optional
        />
        {meetings.length > 0 && (
          <SelectField
            {...field('meetingId')}
            label="決めた会議（会議の記録から）"
            support="選ぶと、会議の名前と日が入り、会議のページにつながります。"
            blank="下に書く"
            choices={meetings.map(({ id, name, heldOn }) => ({
              value: id,
              label: `${name}（${eraDay(heldOn)}）`,
            }))}
            width="mid"
          />
        )}
        <TextField
          {...field('meeting')}
          label="決めた会議"
          support={`例：第3回策定委員会${meetings.length > 0 ? '。会議の記録から選んだときは、空けておきます。' : ''}`}
          width="mid"
        />
        <TextField {...field('decidedOn')} label="決めた日" support="例：2026-09-30" width="short" />
        <button class="dads-button" name="act" value="adopt" type="submit">
          計画フレームとして採用する
        </button>
      </form>
    </Section>
  )
}

type FormerProps = { former: Awaited<ReturnType<typeof listFormerFrames>> }

/** Adoptions that ended. */
export function FormerFrames({ former }: FormerProps) {
  if (former.length === 0) return null
  return (
    <Section id="former" title="これまでの採用">
      <ul class="sb-list">
        {former.map(({ id, scenarioName, year, persons, meeting, meetingId, decidedOn }) => (
          <li key={id}>
            <DecidedBy {...{ meeting, meetingId, decidedOn }} />
            ：「{scenarioName}」{year}年 {whole(persons)}人
          </li>
        ))}
      </ul>
    </Section>
  )
}
