import { readCsv } from '#src/lib/csv/csv.ts'
import { type AllocationRule, allocateSample } from '#src/lib/statistics/sample/allocate-sample.ts'
import { fnv1a, seededRandom, shuffled } from '#src/lib/text/seeded-random.ts'
import { type SamplingRecord, type Strata, stratumName } from './strata.ts'

/** One person of the frame: an opaque number and a stratum. Never a name, an address or a date of birth. */
export type FramePerson = { number: string; stratum: string }

export type FrameFinding = { line: number; column: string; problem: string }

const refused = /氏名|名前|住所|生年月日|電話|メール|個人番号|マイナンバー/

/** Reads the numbered list (抽出名簿): 宛名番号 and the variables of the strata, nothing that names a person. */
export function readFrame(
  text: string,
  strata: Strata,
): { persons: FramePerson[]; findings?: undefined } | { findings: FrameFinding[] } {
  const read = readCsv(text, { rows: 1_000_000, columns: 50 })
  if (read.problem)
    return { findings: [{ line: read.problem.line, column: '', problem: read.problem.problem }] }
  const [head, ...rows] = read.rows
  const names = head?.cells.map((one) => one.trim()) ?? []
  const personal = names.find((name) => refused.test(name))
  if (personal !== undefined)
    return {
      findings: [
        { line: 1, column: personal, problem: '個人が分かる列は取り込めません。列を消してください' },
      ],
    }
  const absent = ['宛名番号', ...strata.variables].filter((name) => !names.includes(name))
  if (absent.length > 0)
    return { findings: absent.map((column) => ({ line: 1, column, problem: 'この列がありません' })) }
  const known = new Set(strata.cells.map(({ codes }) => stratumName(codes)))
  const seen = new Set<string>()
  const findings: FrameFinding[] = []
  const persons = rows.map(({ line, cells }) => {
    const at = (name: string) => (cells[names.indexOf(name)] ?? '').trim()
    const number = at('宛名番号')
    const stratum = stratumName(strata.variables.map(at))
    if (cells.length !== names.length)
      findings.push({ line, column: '', problem: '列の数が見出しと違います' })
    else if (number === '' || number.length > 40)
      findings.push({ line, column: '宛名番号', problem: '空か、40字を超えています' })
    else if (seen.has(number)) findings.push({ line, column: '宛名番号', problem: '同じ番号が2つあります' })
    else if (known.size > 0 && !known.has(stratum))
      findings.push({
        line,
        column: strata.variables.join('・'),
        problem: `「${stratum}」という層はありません`,
      })
    seen.add(number)
    return { number, stratum }
  })
  if (persons.length === 0) findings.push({ line: 1, column: '', problem: '名簿に人がいません' })
  return findings.length > 0 ? { findings: findings.slice(0, 100) } : { persons }
}

export type DrawAim = {
  sample: number
  rule: AllocationRule
  seed: string
  minimum?: number
  strata?: Strata
}

export type Draw = { drawn: FramePerson[]; record: Omit<SamplingRecord, 'drawnOn'> }

/**
 * Draws a stratified sample: sizes by the rule, then in each stratum the first persons of a seeded order of the numbers.
 *
 * The same list, sizes and seed give the same persons on every machine, whatever the order of the list. Refuses
 * (RangeError) what `allocateSample` refuses.
 */
export function drawSample(
  persons: readonly FramePerson[],
  { sample, rule, seed, minimum = 0, strata: told }: DrawAim,
): Draw {
  const byStratum = Map.groupBy(persons, ({ stratum }) => stratum)
  const names = [...byStratum.keys()].sort()
  const deviations = new Map(told?.cells.map(({ codes, deviation }) => [stratumName(codes), deviation]))
  const strata = names.map((name) => {
    const deviation = deviations.get(name)
    return { population: byStratum.get(name)?.length ?? 0, ...(deviation === undefined ? {} : { deviation }) }
  })
  const { sizes } = allocateSample(strata, { sample, rule, minimum, takeAll: true })
  const drawn = names.flatMap((name, place) => {
    const ordered = [...(byStratum.get(name) ?? [])].sort((a, b) => (a.number < b.number ? -1 : 1))
    return shuffled(ordered, seededRandom(`${seed}\n${name}`)).slice(0, sizes[place])
  })
  const numbers = persons.map(({ number, stratum }) => `${number}\t${stratum}`).sort()
  return {
    drawn,
    record: {
      seed,
      frameCount: persons.length,
      frameHash: fnv1a(numbers.join('\n')).toString(16).padStart(8, '0'),
      sizes: names.map((stratum, place) => ({
        stratum,
        frame: strata[place]?.population ?? 0,
        drawn: sizes[place] ?? 0,
      })),
    },
  }
}
