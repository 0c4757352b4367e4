import { textDiff } from '#src/features/plan/core/diff/text-diff.ts'
import { NoValue, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { type WaveFigures, waveCells, waveHeads } from '../../core/results/wave-words.ts'

type Line = WaveFigures & { key: string; number: string; label: string; answer: string }

/** Items of two surveys beside each other, with their difference and whether it is more than chance. */
export function WaveTable({ id, title, lines }: { id: string; title: string; lines: readonly Line[] }) {
  if (lines.length === 0) return null
  return (
    <Section id={id} title={title}>
      <ScrollFrame label={title}>
        <table class="dads-table dads-table--dense dads-table--wide">
          <caption class="vh">{title}</caption>
          <thead>
            <tr>
              <th scope="col">項目</th>
              {waveHeads.map((head) => (
                <th key={head} scope="col" class={head === '判定' ? undefined : 'is-num'}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => {
              const cells = waveCells(line)
              return (
                <tr key={`${line.key}${line.answer}`}>
                  <th scope="row">
                    {line.number} {line.label}
                    {line.answer && `「${line.answer}」`}
                  </th>
                  {waveHeads.map((head, at) => (
                    <td key={head} class={head === '判定' ? 'is-nowrap' : 'is-num'}>
                      {cells[at] || <NoValue />}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollFrame>
    </Section>
  )
}

/** The words then and now: struck through what only stood then, underlined what only stands now. */
export function WordingDiff({ wording: { before, after } }: { wording: { before: string; after: string } }) {
  return (
    <p>
      {textDiff(before, after).map(({ kind, text }, at) =>
        kind === 'same' ? text : kind === 'added' ? <ins key={at}>{text}</ins> : <del key={at}>{text}</del>,
      )}
    </p>
  )
}
