import type { Flag } from '#src/lib/demography/projection-error.ts'
import type { ProjectionInputs } from '#src/lib/demography/projection-inputs.ts'
import { readJson } from '#src/lib/json/read-json.ts'
import { noAssumptions } from './assumptions.ts'
import { type RefusedArea, readProjectionInputs } from './read-projection-inputs.ts'
import { tryScenario } from './run-scenario.ts'

export const largestUpload = 4 * 1024 * 1024

export type UploadOptions = {
  /** The five-digit code of the city: of a list of areas its own is taken. */
  areaCode: string | undefined
  distributeUnknown: boolean
}

/** What a file of inputs holds: the inputs of this city with what is to be told, or every reason against it. */
export type Uploaded =
  | { inputs: ProjectionInputs; notes: readonly Flag[]; refusals?: undefined }
  | { refusals: readonly string[] }

/** Reads an uploaded file (shirube-projection/1) and projects it once: what is kept can be projected. */
export function readUploaded(text: string, { areaCode, distributeUnknown }: UploadOptions): Uploaded {
  const { value, problem } = readJson(text)
  if (problem !== undefined) return { refusals: [problem] }
  const { areas, refused } = readProjectionInputs(value, { distributeUnknown })
  const own = areas.find(({ inputs }) => inputs.area.code === areaCode)
  const area = own ?? (areas.length === 1 ? areas[0] : undefined)
  if (!area) return { refusals: refusalsOf(refused, areas.length) }
  const { inputs, notes } = area
  if (!own && areaCode !== undefined && inputs.area.level === 'municipality') {
    return {
      refusals: [`「${inputs.area.name}（${inputs.area.code}）」の入力です。この市町村は${areaCode}です`],
    }
  }
  if (inputs.ages.openFrom < 65) {
    return { refusals: ['65歳以上の人口が分かる年齢区分にしてください'] }
  }
  const tried = tryScenario({ inputs, assumptions: noAssumptions, seed: 0 })
  if (tried.problems) return { refusals: tried.problems.map(({ code, message }) => `${code}：${message}`) }
  return { inputs, notes: [...notes, ...tried.run.result.flags] }
}

function refusalsOf(refused: readonly RefusedArea[], count: number): string[] {
  const words = refused.flatMap(({ name, problems }) =>
    problems.map(({ code, message }) => `${name}：${code}：${message}`),
  )
  return count > 1 ? ['地域がいくつも入っています。この市町村の入力だけにしてください', ...words] : words
}
