import { NoValue, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { meetingsOf } from '../../core/seat-plan.ts'
import type { SessionTable } from '../../core/session.ts'
import type { Seating } from '../../store/queries/seating.ts'

type ViewProps = { seating: Seating; tables: readonly SessionTable[]; here: string }

/** The seats by table and by guest, how often people meet, and what can be printed. */
export function SeatsView({ seating, tables, here }: ViewProps) {
  const meetings = meetingsOf(seating.seats)
  const again = meetings.slice(2).reduce((sum, count) => sum + count, 0)
  return (
    <Section id="seats" title={`席（${seating.guests.length}人・${seating.draw}回目のくじ）`}>
      <div class="l-flow">
        <p>
          {again === 0
            ? 'どの2人も、同じテーブルになるのは1回までです。'
            : `同じテーブルに2回以上なる2人は${again}組です（1回の組は${meetings[1] ?? 0}組）。`}
        </p>
        <p class="l-cluster l-cluster--wide">
          <a href={`${here}/cards.pdf`}>テーブルの札・席の紙・番号のある付箋（PDF）</a>
          <a href={`${here}/seats.pdf`}>席の表（PDF）</a>
          <a href={`${here}/seats.docx`}>席の表（Word）</a>
        </p>
        <ByTable seating={seating} tables={tables} />
        <ByGuest seating={seating} tables={tables} />
      </div>
    </Section>
  )
}

type PartProps = Omit<ViewProps, 'here'>

function ByTable({ seating: { guests, seats }, tables }: PartProps) {
  return (
    <ScrollFrame label="テーブルごとの席">
      <table class="dads-table">
        <caption>テーブルごとの参加番号</caption>
        <thead>
          <tr>
            <th scope="col">テーブル</th>
            {seats.map((_, round) => (
              <th key={round} scope="col">
                ラウンド{round + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tables.map(({ id, number, name }, table) => (
            <tr key={id}>
              <th scope="row">{[number, name].filter(Boolean).join(' ')}</th>
              {seats.map((round, at) => (
                <td key={at}>
                  {guests.flatMap((guest, seat) => (round[seat] === table ? [guest.number] : [])).join('、')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

function ByGuest({ seating: { guests, seats }, tables }: PartProps) {
  return (
    <ScrollFrame label="参加番号ごとの席">
      <table class="dads-table">
        <caption>参加番号ごとのテーブル</caption>
        <thead>
          <tr>
            <th scope="col">参加番号</th>
            <th scope="col">地区</th>
            <th scope="col">年代</th>
            <th scope="col">組</th>
            {seats.map((_, round) => (
              <th key={round} scope="col" class="is-num">
                ラウンド{round + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {guests.map(({ number, district, ageBand, party }, guest) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              <td>{district || <NoValue words="わからない" />}</td>
              <td>{ageBand || <NoValue words="わからない" />}</td>
              <td>{party || <NoValue words="ひとり" />}</td>
              {seats.map((round, at) => (
                <td key={at} class="is-num">
                  {tables[round[guest] ?? -1]?.number}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}
